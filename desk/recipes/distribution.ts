import { amount, date, shares, text, yesNo } from './facts.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import { DIRECT, type Ownership } from './security.ts'
import { stock, stockTitle } from './stock.ts'
import { longDate } from './wording.ts'

/** Code J of what leaves the fund's line; what the insider gets is a change of form or J. Source: 2.2, 2.4. */
export const fundDistribution = recipe(
  'fund-distribution',
  'Distribution by a fund in kind',
  'A fund gives shares to its partners, pro rata and for nothing; the insider reports the fund’s shares.',
).step(
  {
    distributionDate: date({
      question: 'On which day were the shares distributed?',
      why: 'The transaction date.',
      source: 'Form 4, Table I column 2',
    }),
    stock: stockTitle,
    fund: text({
      question: 'How are the fund’s shares reported? “By Fern Ventures II, L.P.”',
      why: 'The fund is a line of ownership of its own.',
      source: 'Form 4, General Instruction 4(b)(iii)',
    }),
    disclaims: yesNo({
      question: 'Does the insider disclaim the fund’s shares except for the own pecuniary interest?',
      why: 'The line stays; a footnote states the disclaimer.',
      source: 'Rule 16a-1(a)(4)',
    }),
    distributed: shares({
      question: 'How many shares did the fund distribute?',
      why: 'They leave the fund’s line, code J with an explanation.',
      source: 'Form 4, General Instruction 8',
    }),
    isExempt: yesNo({
      question: 'Does counsel state an exemption from Section 16(b) for the distribution?',
      why: 'An exempt transaction of code J may wait for Form 5; another goes on Form 4 and is matched.',
      source: 'Rule 16a-3(f), (g); Form 4, General Instruction 4(a)(i)',
    }),
    received: amount({
      question: 'How many of them did the insider get directly? 0 for none',
      why: 'They join the direct line.',
      source: 'Form 4, General Instruction 4(b)(ii)',
    }),
    isInterestUnchanged: yesNo({
      question: 'Is what the insider got no more than the pecuniary interest held through the fund before?',
      why: 'Then it is a change of form only, and not reported.',
      source: 'Rule 16a-13',
    }),
  },
  (values, form) => {
    const { distributionDate, fund, disclaims, distributed, isExempt, received, isInterestUnchanged } = values
    if (received.compare(distributed) > 0) {
      const why = 'the insider cannot get more than was distributed'
      form.refuse('D103', { fact: 'received', other: 'distributed', why })
      return
    }
    const security = stock(values.stock)
    const line: Ownership = { form: 'I', nature: fund, ...(disclaims && { isDisclaimed: true }) }
    const common = { security, date: distributionDate, code: 'J', price: NOTHING, exempt: isExempt }
    const explained = 'pro rata distribution in kind by the fund to its partners for no consideration.'
    const left = {
      ...common,
      ownership: line,
      way: 'D',
      shares: distributed,
      notes: { code: [`Represents a ${explained}`] },
    } as const
    if (received.isZero) {
      form.transactions(left)
      return
    }
    if (!isInterestUnchanged) {
      const notes = { code: [`Represents shares received in a ${explained}`] }
      form.transactions(left, { ...common, ownership: DIRECT, way: 'A', shares: received, notes })
      return
    }
    form.transactions(left)
    const note =
      `Includes ${received.toString()} shares received on ${longDate(distributionDate)} in a ` +
      `${explained.slice(0, -1)}, a change in form of beneficial ownership exempt under Rule 16a-13.`
    form.event('changeOfForm', distributionDate, [{ security, ownership: DIRECT, change: received, note }])
  },
)

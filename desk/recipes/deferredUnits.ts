import { Decimal } from '@section16/core'
import { grantApproval, isExemptGrant } from './approval.ts'
import { choice, date, securityTitle, shares, text } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import type { Derivative } from './security.ts'
import { stockTitle } from './stock.ts'

const ONE = Decimal.of(1)

const TERMS = 'Form 4, Table II column 6, General Instruction 4(c)(iii)'

/** Code A in Table II; column 8 is zero, a footnote tells what was given up. Source: Form 4, General Instruction 5(a). */
export const deferredUnits = recipe(
  'deferred-units',
  'Deferred or phantom units',
  'Fees or pay are deferred into units that follow the price of the stock.',
).step(
  {
    creditDate: date({
      question: 'On which day were the units credited?',
      why: 'The transaction date.',
      source: 'Form 4, Table II column 3',
    }),
    units: shares({ question: 'How many units?', why: 'The number acquired.', source: 'Form 4, Table II column 5' }),
    unitName: securityTitle({
      question: 'What are the units called? “Phantom Stock Units”',
      why: 'The title in Table II, under which the total is kept.',
      source: 'Form 4, Table II column 1',
    }),
    settledIn: choice(
      { shares: 'In shares', cash: 'In cash' },
      {
        question: 'In what are they settled?',
        why: 'Units settled in cash are derivatives too, and are reported.',
        source: 'Rule 16a-1(c), as this program reads it; doubtful for units settled in cash only',
      },
    ),
    settlement: text({
      question: 'When are they settled, as a sentence of the footnote?',
      why: 'The columns for exercise and expiration refer to it.',
      source: TERMS,
    }),
    deferred: text({
      question: 'What was given up for them, as a sentence of the footnote?',
      why: 'Column 8 is zero: a price there would be taken for what was paid for a right in the market.',
      source: 'Form 4, General Instruction 5(a); zero in column 8 is practice, no rule says so',
    }),
    stock: stockTitle,
    ...holderFacts,
    approval: grantApproval,
  },
  (values, form) => {
    const { creditDate, units, unitName, settledIn, settlement, deferred, stock, approval } = values
    const ownership = ownershipOf(values, form)
    if (!ownership) return
    const right = settledIn === 'cash' ? 'the cash value of one share' : 'one share'
    const security: Derivative = {
      table: 'II',
      title: unitName,
      exercisePriceNote: `Each unit is the economic equivalent of, and is settled in, ${right} of ${stock}.`,
      exercisableNote: settlement,
      expiresNote: settlement,
      underlying: stock,
      sharesEach: ONE,
    }
    const exempt = isExemptGrant(approval, creditDate, form)
    const acquired = { date: creditDate, code: 'A', way: 'A', shares: units, price: NOTHING, exempt } as const
    form.transactions({ ...acquired, security, ownership, notes: { price: [deferred] } })
  },
)

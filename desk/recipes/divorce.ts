import { choice, date, shares, yesNo } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import { stock, stockTitle } from './stock.ts'
import { longDate } from './wording.ts'

/** Reported nowhere; the next total says so. Source: Rule 16a-12. */
export const divorce = recipe(
  'divorce',
  'Domestic relations order',
  'Shares go to, or come from, a former husband or wife under an order of a court.',
).step(
  {
    isUnderOrder: yesNo({
      question: 'Was it under a domestic relations order as the Internal Revenue Code or ERISA defines it?',
      why: 'Only then is it exempt from reporting and from matching.',
      source: 'Rule 16a-12',
    }),
    transferDate: date({
      question: 'On which day were the shares transferred?',
      why: 'The footnote names it.',
      source: 'Practice, no rule says so',
    }),
    direction: choice(
      { given: 'From the insider', received: 'To the insider' },
      { question: 'Which way?', why: 'The total goes down or up.', source: 'Form 4, General Instruction 4(a)(i)' },
    ),
    moved: shares({
      question: 'How many shares?',
      why: 'They move the total.',
      source: 'Form 4, General Instruction 4(a)(i)',
    }),
    stock: stockTitle,
    ...holderFacts,
  },
  (values, form) => {
    const { isUnderOrder, transferDate, direction, moved } = values
    if (!isUnderOrder) {
      form.refuse('D111', { why: 'Without such an order it is a gift or a sale: take that, or ask counsel.' })
      return
    }
    const ownership = ownershipOf(values, form)
    if (!ownership) return
    const isGiven = direction === 'given'
    const note =
      `${isGiven ? 'Reflects the transfer of' : 'Includes'} ${moved.toString()} shares ` +
      `${isGiven ? '' : 'received '}on ${longDate(transferDate)} pursuant to a domestic relations order, exempt ` +
      'under Rule 16a-12.'
    const change = isGiven ? NOTHING.minus(moved) : moved
    form.event('domesticRelationsOrder', transferDate, [{ security: stock(values.stock), ownership, change, note }])
  },
)

import { Decimal } from '@section16/core'
import { grantApproval, isExemptGrant } from './approval.ts'
import { amount, choice, date, isAnswered, onlyWhen, securityTitle, shares, text } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import type { Derivative } from './security.ts'
import { stockTitle } from './stock.ts'

/** An option is over one share; another ratio is another security. */
const ONE = Decimal.of(1)

const TERMS = 'Form 4, Table II, General Instruction 4(c)(iii)'

/** The facts of an option that a grant creates. */
const optionFacts = {
  grantDate: date({
    question: 'On which day was the option granted?',
    why: 'The day of the grant is the transaction date; vesting is no transaction.',
    source: 'Form 4, Table II column 3; that vesting is no transaction is practice, no rule says so',
  }),
  options: shares({
    question: 'Over how many shares is the option?',
    why: 'Column 5 states the number of derivative securities, column 7 the underlying shares.',
    source: TERMS,
  }),
  optionTitle: securityTitle({
    question: 'What is the option called? “Stock Option (right to buy)”',
    why: 'Title, exercise price and expiration make the series for which a total is kept.',
    source: 'Form 4, Table II column 1; a total for each series is practice, no rule says so',
  }),
  stock: stockTitle,
  exercisePrice: amount({
    question: 'What is the exercise price a share, in dollars?',
    why: 'It stands in column 2; column 8 of a grant is zero, because nothing is paid for the option itself.',
    source: 'Form 4, Table II columns 2 and 8; zero in column 8 is practice, no rule says so',
  }),
  vesting: choice(
    {
      at: 'On one day, in full',
      schedule: 'By a schedule',
    },
    {
      question: 'When does it become exercisable?',
      why: 'Column 6 has one date; a schedule is told in a footnote.',
      source: TERMS,
    },
  ),
  exercisableFrom: onlyWhen(
    isAnswered('vesting', 'at'),
    date({ question: 'From which day on is it exercisable?', why: 'Column 6.', source: TERMS }),
  ),
  schedule: onlyWhen(
    isAnswered('vesting', 'schedule'),
    text({
      question: 'How does the schedule read, as a sentence of the footnote?',
      why: 'Column 6 refers to the footnote.',
      source: TERMS,
    }),
  ),
  expires: date({ question: 'On which day does it expire?', why: 'Column 6; part of the series.', source: TERMS }),
}

/** Code A in Table II. Source: Form 4, General Instructions 4(c), 8. */
export const optionGrant = recipe(
  'option-grant',
  'Option grant',
  'The issuer grants an option to buy stock, under a plan or outside one.',
).step({ ...optionFacts, ...holderFacts, approval: grantApproval }, (values, form) => {
  const { grantDate, options, optionTitle, stock, exercisePrice, exercisableFrom, schedule, expires } = values
  if (expires.day <= grantDate.day) {
    return form.refuse('D103', { fact: 'expires', other: 'grantDate', why: 'an option expires after its grant' })
  }
  const ownership = ownershipOf(values, form)
  if (!ownership) return
  const security: Derivative = {
    table: 'II',
    title: optionTitle,
    exercisePrice,
    ...(exercisableFrom && { exercisableFrom }),
    ...(schedule && { exercisableNote: schedule }),
    expires,
    underlying: stock,
    sharesEach: ONE,
  }
  const exempt = isExemptGrant(values.approval, grantDate, form)
  form.transactions({
    security,
    ownership,
    date: grantDate,
    code: 'A',
    way: 'A',
    shares: options,
    price: NOTHING,
    exempt,
  })
})

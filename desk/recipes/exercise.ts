import { dispositionApproval } from './approval.ts'
import { date, derivative, isAnswered, onlyWhen, shares, type Values, yesNo } from './facts.ts'
import type { FormBuilder } from './formBuilder.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { planFacts } from './plan.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import { stock } from './stock.ts'
import { trade, tradeFacts } from './trades.ts'
import { withheldShares, withholding, withholdingPrice } from './withholding.ts'

const exerciseFacts = {
  exerciseDate: date({
    question: 'On which day was the option exercised?',
    why: 'The transaction date in both tables.',
    source: 'Rule 16a-4(b)',
  }),
  option: derivative({
    question: 'Which option?',
    why: 'Title, exercise price and expiration make the series whose total goes down.',
    source: 'Form 4, Table II column 9; a total for each series is practice, no rule says so',
  }),
  options: shares({
    question: 'How many options were exercised?',
    why: 'The number disposed of in Table II; the underlying shares are acquired in Table I.',
    source: 'Rule 16a-4(b); Form 4, General Instruction 4(c)(i)',
  }),
  isUnder16b3: yesNo({
    question: 'Was the option exempt under Rule 16b-3 when it was acquired from the issuer?',
    why: 'Then its exercise has code M; else X or O.',
    source: 'Rules 16b-3, 16b-6(b); Form 4, General Instruction 8',
  }),
  isInTheMoney: onlyWhen(
    isAnswered('isUnder16b3', false),
    yesNo({
      question: 'Was the market price at least the exercise price?',
      why: 'Code X, exempt; out of the money code O, which is matched as a purchase.',
      source: 'Rule 16b-6(b), proviso',
    }),
  ),
  ...holderFacts,
}

type Exercise = Values<typeof exerciseFacts>

/**
 * The two entries of an exercise. Column 8 is never the exercise price: the form leaves it blank, and EDGAR, which asks
 * for a value or a footnote, gets a zero. Source: Form 4, General Instruction 4(c)(i), (iii).
 */
function exercise(values: Exercise, form: FormBuilder): void {
  const { exerciseDate, option, options, isUnder16b3, isInTheMoney } = values
  const ownership = ownershipOf(values, form)
  if (!ownership) return
  if (!option.exercisePrice) {
    form.refuse('D111', { why: 'A right without an exercise price is converted or settled, not exercised.' })
    return
  }
  const code = isUnder16b3 ? 'M' : isInTheMoney ? 'X' : 'O'
  const both = { ownership, date: exerciseDate, code }
  form.transactions(
    {
      ...both,
      security: stock(option.underlying),
      way: 'A',
      shares: options.times(option.sharesEach),
      price: option.exercisePrice,
    },
    { ...both, security: option, way: 'D', shares: options, price: NOTHING },
  )
}

export const exerciseAndHold = recipe(
  'exercise-and-hold',
  'Exercise, shares kept',
  'An option is exercised, its price paid in cash, and the shares are kept.',
).step(exerciseFacts, exercise)

/** The exercise, then code S. */
export const exerciseAndSell = recipe(
  'exercise-and-sell',
  'Exercise and sale',
  'An option is exercised and shares are sold, all of them or enough to pay.',
)
  .step(exerciseFacts, exercise)
  .step({ ...tradeFacts, ...planFacts }, (values, form) => {
    const { exerciseDate, fills, option } = values
    if (fills.some((fill) => fill.date.day < exerciseDate.day)) {
      return form.refuse('D103', { fact: 'fills', other: 'exerciseDate', why: 'shares were sold before the exercise' })
    }
    const ownership = ownershipOf(values, form)
    if (ownership) trade(values, { security: stock(option.underlying), ownership, code: 'S' }, form)
  })

/** The full exercise, then code F for the shares kept back. Source: Rule 16a-4(b); Form 4, General Instruction 8. */
export const netExercise = recipe(
  'net-exercise',
  'Exercise with net settlement',
  'An option is exercised and the issuer keeps back shares for the exercise price, for taxes, or for both.',
)
  .step(exerciseFacts, exercise)
  .step({ withheldShares, withholdingPrice, withholdingApproval: dispositionApproval }, (values, form) => {
    const { exerciseDate, option, options, withheldShares: withheld } = values
    const ownership = ownershipOf(values, form)
    if (!ownership) return
    if (withheld.compare(options.times(option.sharesEach)) > 0) {
      const why = 'no more can be kept back than the exercise gives'
      return form.refuse('D103', { fact: 'withheldShares', other: 'options', why })
    }
    form.transactions(
      withholding({
        stock: option.underlying,
        ownership,
        date: exerciseDate,
        shares: withheld,
        price: values.withholdingPrice,
        approval: values.withholdingApproval,
        pays: 'the exercise price or tax withholding obligations upon the exercise of the option',
      }),
    )
  })

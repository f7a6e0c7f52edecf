import { dispositionApproval, isApproved } from './approval.ts'
import { amount, choice, date, derivative, isAnswered, onlyWhen, shares, yesNo } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import { stock, stockTitle } from './stock.ts'
import { longDate } from './wording.ts'

const isRight = isAnswered('what', 'derivative')
const isStock = isAnswered('what', 'stock')

/** Nothing, code H, or code D of what goes back to the issuer. Source: Rules 16a-4(d), 16b-3(e), 16b-6. */
export const lapse = recipe(
  'lapse',
  'Forfeiture or lapse',
  'An option or unit expires or is cancelled, or restricted stock is forfeited.',
).step(
  {
    lapseDate: date({
      question: 'On which day?',
      why: 'The transaction date, where it is reported.',
      source: 'Form 4, columns 2 and 3',
    }),
    what: choice(
      { derivative: 'An option, unit or other right of Table II', stock: 'Shares or units of Table I' },
      { question: 'What lapsed?', why: 'A right may lapse unreported, stock not.', source: 'Rule 16a-4(d)' },
    ),
    right: onlyWhen(
      isRight,
      derivative({
        question: 'Which right?',
        why: 'Its total goes down.',
        source: 'Form 4, Table II column 9; a total for each series is practice, no rule says so',
      }),
    ),
    gone: shares({
      question: 'How many?',
      why: 'They leave the total.',
      source: 'Form 4, General Instruction 4(a)(i)',
    }),
    hadValue: onlyWhen(
      isRight,
      yesNo({
        question: 'Was anything of value received for it?',
        why: 'For nothing it is not reported; for value it is code H, and matched.',
        source: 'Rules 16a-4(d), 16b-6; Form 4, General Instruction 8',
      }),
    ),
    value: onlyWhen(
      isAnswered('hadValue', true),
      amount({
        question: 'How much for each, in dollars?',
        why: 'Column 8 states it.',
        source: 'Form 4, Table II column 8',
      }),
    ),
    stock: onlyWhen(isStock, stockTitle),
    approval: onlyWhen(isStock, dispositionApproval),
    ...holderFacts,
  },
  (values, form) => {
    const { lapseDate, right, gone, hadValue, value, stock: title, approval = 'none' } = values
    const ownership = ownershipOf(values, form)
    if (!ownership) return
    const change = NOTHING.minus(gone)
    if (right && !hadValue) {
      const day = longDate(lapseDate)
      const note = `Reflects the expiration or cancellation of ${gone.toString()} of these on ${day} for no value.`
      form.event('longExpiry', lapseDate, [{ security: right, ownership, change, note }])
      return
    }
    const common = { ownership, date: lapseDate, way: 'D', shares: gone } as const
    if (right) form.transactions({ ...common, security: right, code: 'H', price: value ?? NOTHING })
    if (title) {
      form.transactions({
        ...common,
        security: stock(title),
        code: 'D',
        price: NOTHING,
        exempt: isApproved(approval),
        notes: { code: ['Forfeited to the issuer for no consideration.'] },
      })
    }
  },
)

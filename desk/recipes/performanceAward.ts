import { grantApproval } from './approval.ts'
import { choice, date, shares } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { recipe } from './recipe.ts'
import { stockTitle } from './stock.ts'
import { acquireUnits, unitTerms, unitTitle } from './units.ts'

/** Code A when the condition is met. Source: Rule 16a-1(c), as practice reads it. */
export const performanceAward = recipe(
  'performance-award',
  'Performance award earned',
  'Units whose number hung on results of the business are earned; they may still have to vest with time.',
).step(
  {
    condition: choice(
      {
        results: 'On results other than the price of the stock (earnings, revenue, returns compared with others)',
        priceOnly: 'On the price of the stock alone',
      },
      {
        question: 'On what did the award hang?',
        why: 'An award that hangs on the price alone is a derivative from its grant on; others begin when earned.',
        source: 'Rule 16a-1(c), as practice reads it',
      },
    ),
    earnedDate: date({
      question: 'On which day was it determined that the condition is met?',
      why: 'On that day the right to the shares is acquired.',
      source: 'Practice, no rule says so',
    }),
    units: shares({
      question: 'How many units were earned?',
      why: 'The number acquired.',
      source: 'Form 4, Table I column 4, Table II column 5',
    }),
    unitTitle,
    stock: stockTitle,
    terms: unitTerms,
    ...holderFacts,
    approval: grantApproval,
  },
  (values, form) => {
    const { condition, unitTitle: title, earnedDate, units, stock, terms, approval } = values
    if (condition === 'priceOnly') {
      return form.refuse('D111', {
        why: 'An award that hangs on the price of the stock alone was reportable at grant: take the grant of units.',
      })
    }
    const ownership = ownershipOf(values, form)
    if (ownership) acquireUnits({ title, date: earnedDate, units, stock, terms, approval }, ownership, form)
  },
)

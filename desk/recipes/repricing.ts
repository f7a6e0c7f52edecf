import { dispositionApproval, grantApproval, isApproved, isExemptGrant } from './approval.ts'
import { amount, date, derivative, shares } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import { dollars } from './wording.ts'

/** Code D of the old option, code A of the new one. Source: practice, no rule says so. */
export const repricing = recipe(
  'repricing',
  'Repricing of an option',
  'The exercise price of an option is changed: in law the old one is cancelled and a new one granted.',
).step(
  {
    repricingDate: date({
      question: 'On which day was it repriced?',
      why: 'The transaction date of both lines.',
      source: 'Form 4, Table II column 3',
    }),
    option: derivative({
      question: 'Which option?',
      why: 'The series of the old price is disposed of to the issuer.',
      source: 'Practice, no rule says so: the old option is cancelled, a new one granted',
    }),
    options: shares({
      question: 'How many?',
      why: 'As many are cancelled as granted.',
      source: 'Practice, no rule says so',
    }),
    newPrice: amount({
      question: 'What is the new exercise price a share, in dollars?',
      why: 'It makes a new series.',
      source: 'Form 4, Table II column 2; a total for each series is practice, no rule says so',
    }),
    cancellationApproval: dispositionApproval,
    grantApproval,
    ...holderFacts,
  },
  (values, form) => {
    const { repricingDate, option, options, newPrice, cancellationApproval } = values
    const ownership = ownershipOf(values, form)
    if (!ownership) return
    if (option.exercisePrice?.equals(newPrice) ?? true) {
      const why = 'a repricing changes the exercise price from one number to another'
      form.refuse('D103', { fact: 'newPrice', other: 'option', why })
      return
    }
    const note =
      'The transactions reported on these lines are the amendment of an outstanding option that changed its exercise ' +
      `price to ${dollars(newPrice)}, reported as the cancellation of the old option and the grant of a new one.`
    const both = { ownership, date: repricingDate, shares: options, price: NOTHING, notes: { code: [note] } }
    form.transactions(
      { ...both, security: option, code: 'D', way: 'D', exempt: isApproved(cancellationApproval) },
      {
        ...both,
        security: { ...option, exercisePrice: newPrice },
        code: 'A',
        way: 'A',
        exempt: isExemptGrant(values.grantApproval, repricingDate, form),
      },
    )
  },
)

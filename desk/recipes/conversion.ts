import { date, derivative, shares, yesNo } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import { stock } from './stock.ts'

/** Code C in both tables. Source: Rule 16a-4(b); Form 4, General Instructions 4(c)(i), 8. */
export const conversion = recipe(
  'conversion',
  'Conversion',
  'A convertible security (preferred stock, a note, another class) is converted into stock.',
).step(
  {
    conversionDate: date({
      question: 'On which day was it converted?',
      why: 'The transaction date in both tables.',
      source: 'Rule 16a-4(b)',
    }),
    converted: derivative({
      question: 'What was converted?',
      why: 'Its total in Table II goes down; the underlying stock is acquired in Table I.',
      source: 'Rule 16a-4(b); Form 4, General Instruction 4(c)(i)',
    }),
    number: shares({
      question: 'How many of it?',
      why: 'The number disposed of in Table II.',
      source: 'Form 4, Table II column 5',
    }),
    isFixed: yesNo({
      question: 'Was the conversion price or ratio fixed?',
      why: 'Only then is the conversion exempt from Section 16(b).',
      source: 'Rules 16a-1(c)(6), 16b-6(b)',
    }),
    ...holderFacts,
  },
  (values, form) => {
    const { conversionDate, converted, number, isFixed } = values
    const ownership = ownershipOf(values, form)
    if (!ownership) return
    const both = { ownership, date: conversionDate, code: 'C', exempt: isFixed }
    form.transactions(
      {
        ...both,
        security: stock(converted.underlying),
        way: 'A',
        shares: number.times(converted.sharesEach),
        price: converted.exercisePrice ?? NOTHING,
      },
      { ...both, security: converted, way: 'D', shares: number, price: NOTHING },
    )
  },
)

import { grantApproval } from './approval.ts'
import { date, shares } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { recipe } from './recipe.ts'
import { stockTitle } from './stock.ts'
import { acquireUnits, unitTerms, unitTitle } from './units.ts'

/** Code A, in the table that the issuer has chosen. Source: Form 4, General Instruction 8; the table is practice. */
export const unitGrant = recipe(
  'unit-grant',
  'Grant of stock units (RSU)',
  'The issuer grants restricted stock units that vest with time.',
).step(
  {
    grantDate: date({
      question: 'On which day were the units granted?',
      why: 'The day of the grant is the transaction date.',
      source: 'Form 4, columns 2 and 3',
    }),
    units: shares({
      question: 'How many units?',
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
    const { unitTitle: title, grantDate, units, stock, terms, approval } = values
    const ownership = ownershipOf(values, form)
    if (ownership) acquireUnits({ title, date: grantDate, units, stock, terms, approval }, ownership, form)
  },
)

import { grantApproval, isExemptGrant } from './approval.ts'
import { awardFacts } from './awardLine.ts'
import { choice, date, isAnswered, onlyWhen, shares } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import type { Security } from './security.ts'
import { stock, stockTitle } from './stock.ts'
import { keepsConvention, unitTable } from './units.ts'

const NOTE = 'dividend equivalent rights that accrued on stock units'

/** Code A, or nothing where Rule 16a-11 covers them. Source: that rule; the SEC staff's FAQ on it. */
export const dividendEquivalents = recipe(
  'dividend-equivalents',
  'Dividend equivalents',
  'Units that accrue on stock units when a dividend is paid.',
).step(
  {
    accrualDate: date({
      question: 'On which day did they accrue?',
      why: 'The transaction date, where they are reported.',
      source: 'Form 4, columns 2 and 3',
    }),
    units: shares({
      question: 'How many units accrued?',
      why: 'They are part of the next total in any case.',
      source: 'Form 4, General Instruction 4(a)(i)',
    }),
    basis: choice(
      {
        reinvestment: 'As dividends reinvested, on terms like those of the issuer’s plan for all holders',
        award: 'As an acquisition from the issuer',
      },
      {
        question: 'How are they treated?',
        why: 'Like a reinvestment of dividends they are not reported; as an acquisition they are, code A.',
        source: 'Rules 16a-11, 16b-3(d); SEC staff FAQ on the Sarbanes-Oxley Act, questions 25, 26',
      },
    ),
    approval: onlyWhen(isAnswered('basis', 'award'), grantApproval),
    stock: stockTitle,
    ...awardFacts,
    ...holderFacts,
  },
  (values, form) => {
    const { accrualDate, units, basis, approval = 'none', award, unitTitle = '' } = values
    const table = unitTable(form)
    const ownership = ownershipOf(values, form)
    if (!table || !ownership || !keepsConvention(table, award?.title ?? unitTitle, form)) return
    const security: Security = award ?? stock(values.stock)
    if (basis === 'reinvestment') {
      const note = `Includes ${units.toString()} ${NOTE} in transactions exempt under Rule 16a-11.`
      form.event('dividendReinvestment', accrualDate, [{ security, ownership, change: units, note }])
      return
    }
    const exempt = isExemptGrant(approval, accrualDate, form)
    const acquired = { date: accrualDate, code: 'A', way: 'A', shares: units, price: NOTHING, exempt } as const
    form.transactions({ ...acquired, security, ownership, notes: { code: [`Represents ${NOTE}.`] } })
  },
)

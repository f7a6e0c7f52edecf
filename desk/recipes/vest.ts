import { dispositionApproval } from './approval.ts'
import { awardFacts } from './awardLine.ts'
import { choice, date, isAnswered, onlyWhen, shares } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import { stock, stockTitle } from './stock.ts'
import { keepsConvention, unitTable } from './units.ts'
import { withheldShares, withholding, withholdingPrice } from './withholding.ts'

const areWithheld = isAnswered('taxes', 'withheld')

/** M in both tables where units stand in Table II, and F for what is withheld. Source: Form 4, General Instruction 8. */
export const vest = recipe(
  'vest',
  'Vesting of stock units',
  'Restricted stock units vest and are settled in shares; some may be withheld for taxes.',
)
  .step(
    {
      vestDate: date({
        question: 'On which day did the units vest and were settled?',
        why: 'The transaction date of the settlement and of the withholding.',
        source: 'Form 4, columns 2 and 3',
      }),
      units: shares({
        question: 'How many units vested?',
        why: 'Where units stand in Table II, as many go from there into Table I.',
        source: 'Practice, no rule says so; filers differ',
      }),
      stock: stockTitle,
      ...awardFacts,
      ...holderFacts,
    },
    (values, form) => {
      const { vestDate, units, stock: title, award } = values
      const table = unitTable(form)
      const ownership = ownershipOf(values, form)
      const name = award?.title ?? values.unitTitle ?? ''
      if (!table || !ownership || !keepsConvention(table, name, form)) return
      if (!award) return form.say('D135', { date: String(vestDate) })
      const both = { ownership, date: vestDate, code: 'M', price: NOTHING } as const
      form.transactions(
        { ...both, security: stock(title), way: 'A', shares: units.times(award.sharesEach) },
        { ...both, security: award, way: 'D', shares: units },
      )
    },
  )
  .step(
    {
      taxes: choice(
        {
          withheld: 'Shares were withheld by the issuer',
          sold: 'Shares were sold to cover them',
          cash: 'In cash, or none were due',
        },
        {
          question: 'How were the taxes paid?',
          why: 'Withheld shares are code F; shares sold in the market are code S and matched.',
          source: 'Form 4, General Instruction 8',
        },
      ),
      withheldShares: onlyWhen(areWithheld, withheldShares),
      withholdingPrice: onlyWhen(areWithheld, withholdingPrice),
      withholdingApproval: onlyWhen(areWithheld, dispositionApproval),
    },
    (values, form) => {
      const { taxes, vestDate, units, award, stock: title, withheldShares: withheld } = values
      const ownership = ownershipOf(values, form)
      if (taxes === 'sold') form.say('D136')
      if (!withheld || !ownership) return
      if (withheld.compare(award ? units.times(award.sharesEach) : units) > 0) {
        return form.refuse('D103', {
          fact: 'withheldShares',
          other: 'units',
          why: 'no more can be withheld than vested',
        })
      }
      form.transactions(
        withholding({
          stock: title,
          ownership,
          date: vestDate,
          shares: withheld,
          price: values.withholdingPrice ?? NOTHING,
          approval: values.withholdingApproval ?? 'none',
          pays: 'tax withholding obligations upon the vesting of stock units',
        }),
      )
    },
  )

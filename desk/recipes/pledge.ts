import { date } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { recipe } from './recipe.ts'
import { stock, stockTitle } from './stock.ts'
import { trade, tradeFacts } from './trades.ts'
import { longDate } from './wording.ts'

/** A pledge is no transaction; its foreclosure is a sale, code S. Source: practice, no rule says so. */
export const pledgeForeclosure = recipe(
  'pledge-foreclosure',
  'Foreclosure of a pledge',
  'A lender sells pledged shares. The pledge itself is not reported.',
).step(
  {
    pledgedOn: date({
      question: 'On which day were the shares pledged?',
      why: 'The footnote names it; the pledge itself was no transaction.',
      source: 'Practice, no rule says so; counsel may see it otherwise',
    }),
    stock: stockTitle,
    ...holderFacts,
    ...tradeFacts,
  },
  (values, form) => {
    const { pledgedOn, fills } = values
    const first = fills.find((fill) => fill.date.day < pledgedOn.day)
    if (first) {
      const why = `the sale of ${String(first.date)} was before the pledge`
      form.refuse('D103', { fact: 'pledgedOn', other: 'fills', why })
      return
    }
    const ownership = ownershipOf(values, form)
    if (!ownership) return
    const note = `Sold by the lender upon foreclosure of shares pledged as collateral on ${longDate(pledgedOn)}.`
    const none = { plan: 'none', planAdopted: undefined, insiderChoseDay: undefined, notified: undefined } as const
    trade({ ...values, ...none }, { security: stock(values.stock), ownership, code: 'S', note }, form)
  },
)

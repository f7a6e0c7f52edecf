import { holderFacts, ownershipOf } from './holder.ts'
import { planFacts } from './plan.ts'
import { recipe } from './recipe.ts'
import { stock, stockTitle } from './stock.ts'
import { trade, tradeFacts } from './trades.ts'

/** Code P. Source: section16-rules.md 2.2, 2.9. */
export const purchase = recipe(
  'purchase',
  'Purchase',
  'Shares bought in the open market or privately, at one price or many.',
).step({ stock: stockTitle, ...holderFacts, ...tradeFacts, ...planFacts }, (values, form) => {
  const ownership = ownershipOf(values, form)
  if (ownership) trade(values, { security: stock(values.stock), ownership, code: 'P' }, form)
})

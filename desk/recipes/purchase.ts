import { holderFacts, ownershipOf } from './holder.ts'
import { planFacts } from './plan.ts'
import { recipe } from './recipe.ts'
import { stock, stockTitle } from './stock.ts'
import { trade, tradeFacts } from './trades.ts'

/** Code P. Source: Form 4, General Instruction 8; staff letter of 2008-06-25. */
export const purchase = recipe(
  'purchase',
  'Purchase',
  'Shares bought in the open market or privately, at one price or many.',
).step({ stock: stockTitle, ...holderFacts, ...tradeFacts, ...planFacts }, (values, form) => {
  const ownership = ownershipOf(values, form)
  if (ownership) trade(values, { security: stock(values.stock), ownership, code: 'P' }, form)
})

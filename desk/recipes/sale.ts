import { holderFacts, ownershipOf } from './holder.ts'
import { planFacts, planTerms } from './plan.ts'
import { recipe } from './recipe.ts'
import { stock, stockTitle } from './stock.ts'
import { trade, tradeFacts } from './trades.ts'

/** Code S. Source: Form 4, General Instruction 8; staff letter of 2008-06-25. */
export const sale = recipe(
  'sale',
  'Sale',
  'Shares sold in the open market or privately, at one price or many, under a plan or not.',
).step({ stock: stockTitle, ...holderFacts, ...tradeFacts, ...planFacts }, (values, form) => {
  const ownership = ownershipOf(values, form)
  if (ownership) trade(values, { security: stock(values.stock), ownership, code: 'S' }, form)
})

/** Code S under a plan of Rule 10b5-1(c). Source: Form 4, General Instruction 10; Rule 16a-3(g)(2). */
export const planSale = recipe(
  'plan-sale',
  'Sale under a 10b5-1 plan',
  'Shares sold under a Rule 10b5-1 trading plan, all of them.',
).step({ stock: stockTitle, ...holderFacts, ...tradeFacts, ...planTerms(() => true) }, (values, form) => {
  const ownership = ownershipOf(values, form)
  if (ownership) trade({ ...values, plan: 'all' }, { security: stock(values.stock), ownership, code: 'S' }, form)
})

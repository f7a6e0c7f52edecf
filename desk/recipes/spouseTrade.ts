import { choice, yesNo } from './facts.ts'
import { planFacts } from './plan.ts'
import { recipe } from './recipe.ts'
import type { Ownership } from './security.ts'
import { stock, stockTitle } from './stock.ts'
import { trade, tradeFacts } from './trades.ts'

/** Code P or S on the line “By Spouse”. Source: Rule 16a-1(a)(2)(ii)(A). */
export const spouseTrade = recipe(
  'spouse-trade',
  'Spouse’s trade',
  'The insider’s husband or wife buys or sells.',
).step(
  {
    sharesHousehold: yesNo({
      question: 'Do the spouses share a household?',
      why: 'Then the insider is presumed to have an indirect pecuniary interest in all of it.',
      source: 'Rule 16a-1(a)(2)(ii)(A)',
    }),
    disclaims: yesNo({
      question: 'Does the insider disclaim beneficial ownership of the spouse’s shares?',
      why: 'The line stays; a footnote states the disclaimer.',
      source: 'Rule 16a-1(a)(4)',
    }),
    side: choice(
      { bought: 'Bought', sold: 'Sold' },
      { question: 'Which way?', why: 'Code P or S.', source: 'Form 4, General Instruction 8' },
    ),
    stock: stockTitle,
    ...tradeFacts,
    ...planFacts,
  },
  (values, form) => {
    const { sharesHousehold, disclaims, side } = values
    if (!sharesHousehold) {
      form.say('D131')
      return
    }
    const ownership: Ownership = { form: 'I', nature: 'By Spouse', ...(disclaims && { isDisclaimed: true }) }
    trade(values, { security: stock(values.stock), ownership, code: side === 'bought' ? 'P' : 'S' }, form)
  },
)

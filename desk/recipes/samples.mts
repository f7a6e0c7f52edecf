/** One event of each recipe, invented, with what belongs to it: answers, positions, the form it comes to. */
import type { RecipeInput } from './result.ts'
import { holds, OPTION, OPTION_JSON, OWN } from './testing.mts'
import { unitsOf } from './units.ts'

export const GRANT = {
  grantDate: '2026-06-01',
  options: '10000',
  optionTitle: 'Stock Option (right to buy)',
  stock: 'Common Stock',
  exercisePrice: '3.31',
  vesting: 'schedule',
  schedule: 'One fourth of the shares vests on June 1, 2027, and the rest in 36 equal monthly installments thereafter.',
  expires: '2036-05-31',
  ...OWN,
  approval: 'committee',
}

export const TERMS = 'The units vest in three equal annual installments beginning on June 1, 2027.'
export const UNITS = {
  grantDate: '2026-06-01',
  units: '900',
  unitTitle: 'Restricted Stock Units',
  stock: 'Common Stock',
  terms: TERMS,
  ...OWN,
  approval: 'board',
}
export const AWARD = unitsOf({ title: 'Restricted Stock Units', terms: TERMS, stock: 'Common Stock' })
export const AWARD_JSON = {
  title: AWARD.title,
  underlying: AWARD.underlying,
  exercisePriceNote: AWARD.exercisePriceNote,
  exercisableNote: AWARD.exercisableNote,
  expiresNote: AWARD.expiresNote,
}
export const VEST = {
  vestDate: '2026-06-01',
  units: '300',
  stock: 'Common Stock',
  award: AWARD_JSON,
  ...OWN,
  taxes: 'withheld',
  withheldShares: '120',
  withholdingPrice: '42.5',
  withholdingApproval: 'committee',
}

export const fill = (shares: string, price: string, more: object = {}) => ({
  date: '2026-06-01',
  shares,
  price,
  ...more,
})

// The example of section16-rules.md 2.9.
export const SALE = {
  stock: 'Common Stock',
  ...OWN,
  venue: 'market',
  fills: [
    fill('500', '20.4999'),
    fill('300', '20.01'),
    fill('400', '21.02'),
    fill('1200', '20.155'),
    fill('1000', '20.99'),
  ],
  tradedShares: '3400',
  plan: 'none',
}
export const PLAN_TERMS = { planAdopted: '2025-12-01', insiderChoseDay: false, notified: '2026-06-02' }
const { plan: _plan, stock: _stock, ...TRADES } = SALE
export const PLAN_SALE = { ...TRADES, stock: SALE.stock, ...PLAN_TERMS }

export const FIRST = {
  because: 'becameInsider',
  eventDate: '2026-06-01',
  ownsNone: false,
  holdings: [
    { table: 'I', title: 'Common Stock', ownership: 'D', shares: '1250' },
    { table: 'I', title: 'Common Stock', ownership: 'I', nature: 'By Spouse', shares: '40.5' },
    { table: 'II', ...OPTION_JSON, ownership: 'D', shares: '800' },
  ],
}

export const TRADE = {
  stock: 'Common Stock',
  ...OWN,
  venue: 'market',
  fills: [{ date: '2026-06-01', shares: '100', price: '300' }],
  tradedShares: '100',
}

export const OPTION_HELD = { held: [holds('10000'), holds('1000', OPTION)], isComplete: true }
export const EXERCISE = { exerciseDate: '2026-06-01', option: OPTION_JSON, options: '1000', isUnder16b3: true, ...OWN }

export const SELL = { ...TRADES, fills: [fill('600', '30')], tradedShares: '600', plan: 'none' }
export const NET = { ...EXERCISE, withheldShares: '417', withholdingPrice: '30', withholdingApproval: 'board' }

export const GIFT = {
  giftDate: '2026-06-01',
  way: 'given',
  giftShares: '250',
  isForNothing: true,
  keepsInterest: false,
  stock: 'Common Stock',
  ...OWN,
}

export const AWARD_HELD = { held: [holds('10000'), holds('900', AWARD)], isComplete: true }

const { grantDate: _grantDate, ...EARNED_UNITS } = UNITS
export const EARNED = { ...EARNED_UNITS, earnedDate: '2026-06-01', condition: 'results' }

/** Answers of one event. */
export interface Sample {
  readonly form: '3' | '4' | '5'
  readonly values: Readonly<Record<string, unknown>>
  readonly positions?: RecipeInput['positions']
  /** An event on the same form, before this one, for those that make no line by themselves. */
  readonly after?: string
}

/** By the name of the recipe. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  'option-grant': { form: '4', values: GRANT },
  'unit-grant': { form: '4', values: UNITS },
  'performance-award': { form: '4', values: EARNED },
  vest: { form: '4', values: VEST, positions: AWARD_HELD },
  'exercise-and-hold': { form: '4', values: EXERCISE, positions: OPTION_HELD },
  'exercise-and-sell': { form: '4', values: { ...EXERCISE, ...SELL }, positions: OPTION_HELD },
  'net-exercise': { form: '4', values: NET, positions: OPTION_HELD },
  purchase: { form: '4', values: SALE },
  sale: { form: '4', values: SALE },
  'plan-sale': { form: '4', values: PLAN_SALE },
  gift: { form: '4', values: GIFT },
  'new-insider': { form: '3', values: FIRST, positions: { held: [], isComplete: false } },
  exit: { form: '4', values: { leftOn: '2026-06-02', isFormFiled: true }, after: 'sale' },
}

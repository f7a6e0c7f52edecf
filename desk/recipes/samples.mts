/** One event of each recipe, invented, with what belongs to it: answers, positions, the form it comes to. */
import type { RecipeInput } from './result.ts'
import { type Derivative, readDerivative } from './security.ts'
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

// One cent more than a dollar apart: two bands.
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
  isUnderPlan: false,
  stock: 'Common Stock',
  ...OWN,
}

export const AWARD_HELD = { held: [holds('10000'), holds('900', AWARD)], isComplete: true }

const { grantDate: _grantDate, ...EARNED_UNITS } = UNITS
export const EARNED = { ...EARNED_UNITS, earnedDate: '2026-06-01', condition: 'results' }

export const ROLL_IN = {
  plan: 'purchase',
  isTaxConditioned: true,
  isDiscretionary: false,
  acquired: '120.5',
  asOf: '2026-05-29',
  stock: 'Common Stock',
  ...OWN,
}
export const EQUIVALENTS = {
  accrualDate: '2026-06-01',
  units: '7.25',
  basis: 'award',
  approval: 'committee',
  stock: 'Common Stock',
  award: AWARD_JSON,
  ...OWN,
}
export const DEFERRED = {
  creditDate: '2026-06-01',
  units: '88.5',
  unitName: 'Phantom Stock Units',
  settledIn: 'cash',
  settlement: 'The units are settled in cash upon the end of service as a director.',
  deferred: 'The units were credited in place of a quarterly retainer of $3,750.',
  stock: 'Common Stock',
  ...OWN,
  approval: 'board',
}
export const TRANSFER = {
  transferDate: '2026-05-28',
  direction: 'into',
  kind: 'changeOfForm',
  moved: '3000',
  stock: 'Common Stock',
  trust: 'By the Quill 2026 GRAT',
}
const { pecuniaryInterest: _interest, holder: _holder, ...OF_SPOUSE } = SALE
export const SPOUSE = { ...OF_SPOUSE, sharesHousehold: true, disclaims: true, side: 'bought' }
export const DISTRIBUTION = {
  distributionDate: '2026-06-01',
  stock: 'Common Stock',
  fund: 'By Fern Ventures II, L.P.',
  disclaims: true,
  distributed: '50000',
  isExempt: false,
  received: '400',
  isInterestUnchanged: true,
}
export const FUND_HELD = {
  held: [holds('10000'), holds('80000', undefined, { form: 'I', nature: 'By Fern Ventures II, L.P.' })],
  isComplete: true,
}
export const CONVERSION = {
  conversionDate: '2026-06-01',
  converted: {
    title: 'Series A Preferred Stock',
    exercisePriceNote: 'Each share converts into 4 shares of Common Stock at any time.',
    exercisableNote: 'Convertible at any time, without expiration.',
    expiresNote: 'Convertible at any time, without expiration.',
    underlying: 'Common Stock',
    sharesEach: '4',
  },
  number: '250',
  isFixed: true,
  ...OWN,
}
const PREFERRED = readDerivative(CONVERSION.converted) as Derivative
export const PREFERRED_HELD = { held: [holds('10000'), holds('300', PREFERRED)], isComplete: true }
export const MERGER = {
  closingDate: '2026-06-01',
  kind: 'merger',
  consideration: '42.5',
  stock: 'Common Stock',
  areAllKnown: true,
  areRightsCashed: true,
  arePaidInFull: true,
  approval: 'board',
}
export const SPLIT = {
  splitDate: '2026-05-28',
  stock: 'Common Stock',
  after: '3',
  before: '2',
  fractions: 'kept',
  hasRights: false,
}
export const LAPSE = {
  lapseDate: '2026-05-28',
  what: 'derivative',
  right: OPTION_JSON,
  gone: '100',
  hadValue: false,
  ...OWN,
}
export const REPRICING = {
  repricingDate: '2026-06-01',
  option: OPTION_JSON,
  options: '1000',
  newPrice: '8.75',
  cancellationApproval: 'board',
  grantApproval: 'board',
  ...OWN,
}
export const DIVORCE = {
  isUnderOrder: true,
  transferDate: '2026-05-28',
  direction: 'given',
  moved: '2500',
  stock: 'Common Stock',
  ...OWN,
}
const { plan: _none, ...FORECLOSED } = SALE
export const FORECLOSURE = { ...FORECLOSED, pledgedOn: '2024-02-01' }

/** Answers of one event. */
export interface Sample {
  /** Absent: there is none. */
  readonly form?: '3' | '4' | '5'
  readonly values: Readonly<Record<string, unknown>>
  readonly positions?: RecipeInput['positions']
  /** An event on the same form, before this one or after it, for those that make no line by themselves. */
  readonly after?: string
  readonly before?: string
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
  'plan-roll-in': { form: '4', values: ROLL_IN, before: 'sale' },
  'dividend-equivalents': { form: '4', values: EQUIVALENTS, positions: AWARD_HELD },
  'deferred-units': { form: '4', values: DEFERRED },
  'trust-transfer': { form: '4', values: TRANSFER, before: 'sale' },
  'spouse-trade': { form: '4', values: SPOUSE },
  'fund-distribution': { form: '4', values: DISTRIBUTION, positions: FUND_HELD },
  conversion: { form: '4', values: CONVERSION, positions: PREFERRED_HELD },
  'merger-cash-out': { form: '4', values: MERGER, positions: OPTION_HELD },
  split: { form: '4', values: SPLIT, before: 'sale' },
  lapse: {
    form: '4',
    values: LAPSE,
    positions: { held: [holds('10000'), holds('1100', OPTION)], isComplete: true },
    before: 'exercise-and-hold',
  },
  repricing: { form: '4', values: REPRICING, positions: OPTION_HELD },
  divorce: { form: '4', values: DIVORCE, before: 'sale' },
  death: { values: { diedOn: '2026-06-01', isEstateOverTen: true } },
  'pledge-foreclosure': { form: '4', values: FORECLOSURE },
  'new-insider': { form: '3', values: FIRST, positions: { held: [], isComplete: false } },
  exit: { form: '4', values: { leftOn: '2026-06-02', isFormFiled: true }, after: 'sale' },
}

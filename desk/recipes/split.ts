import { Decimal, securityKey } from '@section16/core'
import { choice, date, holdings, isAnswered, onlyWhen, shares, type Values, yesNo } from './facts.ts'
import type { Move } from './formBuilder.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import type { HeldPosition } from './security.ts'
import { stockTitle } from './stock.ts'
import { longDate } from './wording.ts'

/** How finely fractions of a share are kept. Source: EDGAR's schema. */
const PLACES = 4

const splitFacts = {
  splitDate: date({
    question: 'On which day did the split or stock dividend take effect?',
    why: 'The footnote names it.',
    source: 'Rule 16a-9(a)',
  }),
  stock: stockTitle,
  after: shares({
    question: 'How many shares are there after it …',
    why: 'Three for two: after it 3 for 2 before.',
    source: 'Rule 16a-9(a)',
  }),
  before: shares({
    question: '… for how many before it?',
    why: 'Three for two: after it 3 for 2 before. In a reverse split there are fewer after it.',
    source: 'Rule 16a-9(a)',
  }),
  fractions: choice(
    { kept: 'Kept', cash: 'Paid in cash' },
    {
      question: 'What becomes of fractions of a share?',
      why: 'The next total has them or not.',
      source: 'Practice, no rule says so',
    },
  ),
  hasRights: yesNo({
    question: 'Are options, units or other rights to this stock held?',
    why: 'Each becomes another series, with the number and exercise price of the adjustment notice.',
    source: 'A total for each series is practice, no rule says so',
  }),
  adjusted: onlyWhen(
    isAnswered('hasRights', true),
    holdings({
      question: 'What are they after the adjustment, all of them?',
      why: 'How a price is rounded is the plan’s matter, and is not computed here.',
      source: 'Practice, no rule says so',
    }),
  ),
}

/** Reported nowhere; every line of the class moves. Source: Rule 16a-9(a). */
export const split = recipe(
  'split',
  'Split or stock dividend',
  'The whole class is split, put together, or gets a dividend in stock.',
).step(splitFacts, (values, form) => {
  const { splitDate, stock, adjusted = [] } = values
  const isOf = (title: string) => securityKey(title) === securityKey(stock)
  if (adjusted.some(({ security }) => security.table === 'I' || !isOf(security.underlying))) {
    form.refuse('D103', { fact: 'adjusted', other: 'stock', why: 'only rights to this stock are adjusted with it' })
    return
  }
  const held = form.held.filter(({ shares: number }) => !number.isZero)
  const stocks = held.filter(({ security }) => security.table === 'I' && isOf(security.title))
  const rights = held.filter(({ security }) => security.table === 'II' && isOf(security.underlying))
  if (rights.length > 0 !== adjusted.length > 0) {
    form.refuse('D103', {
      fact: 'hasRights',
      other: 'positions',
      why: `${rights.length} rights to this stock are held`,
    })
    return
  }
  form.event('split', splitDate, [
    ...stocks.map((one) => ofStock(one, values)),
    ...rights.map((one) => ({ ...one, change: NOTHING.minus(one.shares), note: noteOf(values) })),
    ...adjusted.map((one) => ({ ...one, change: one.shares, note: noteOf(values) })),
  ])
})

function ofStock({ security, ownership, shares: number }: HeldPosition, values: Values<typeof splitFacts>): Move {
  const { after, before, fractions } = values
  const places = fractions === 'kept' ? PLACES : 0
  const held = quotient(number.times(after), before, places)
  return { security, ownership, change: held.minus(number), note: noteOf(values) }
}

/** Rounded down: nobody gets more than a fraction is worth. */
function quotient(dividend: Decimal, divisor: Decimal, places: number): Decimal {
  const scale = Math.max(dividend.scale, divisor.scale)
  const units = (one: Decimal) => one.units * 10n ** BigInt(scale - one.scale)
  return Decimal.of((units(dividend) * 10n ** BigInt(places)) / units(divisor), places)
}

function noteOf({ splitDate, after, before }: Values<typeof splitFacts>): string {
  const ratio = `${after.toString()}-for-${before.toString()}`
  return `Reflects a ${ratio} stock split effected on ${longDate(splitDate)}, exempt under Rule 16a-9.`
}

import { CalendarDate } from '../model/calendarDate.ts'
import { Decimal } from '../model/decimal.ts'
import { remembered } from './remembered.ts'

/**
 * What footnotes and remarks say in words, found by their core phrases. Filers write freely: what is not found may
 * still be said, so rules that ask these speak of a doubt. Dates and prices are read exactly, never guessed.
 */

/** Says that a price is an average of several. */
export const speaksOfWeightedAverage = remembered((text) => /weighted[\s-]*average/i.test(text))

/** Undertakes to give the numbers at each price (staff letter of 2008-06-25, condition 5). */
export function undertakes(text: string): boolean {
  return /undertak|(?:up)?on\s+(?:written\s+)?request|(?:will|agree[sd]?\s+to|shall|hereby)\s+(?:promptly\s+)?(?:provide|furnish|supply|make available)|full\s+information/i.test(
    text,
  )
}

/** Names a Rule 10b5-1 plan or the like. */
export function speaksOfPlan(text: string): boolean {
  return /10b\s*-?\s*5|pre-?arranged (?:trading|stock|sales) plan|(?:trading|sales|selling) plan\b/i.test(text)
}

/** The lowest and the highest price of a range, US dollars. */
export interface PriceRange {
  low: Decimal
  high: Decimal
}

const AMOUNT = '(\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)'
const UNIT = '(?:\\s*per\\s+(?:share|unit|ads|ordinary share))?,?'
const RANGE = new RegExp(
  `(?:US)?\\$\\s*${AMOUNT}${UNIT}\\s*(?:\\(?inclusive\\)?\\s*)?(?:to|-|–|—|and|through)\\s*(?:an?\\s+high\\s+of\\s+)?(?:US)?\\$?\\s*${AMOUNT}`,
  'gi',
)

const EXTREMES = new RegExp(
  `\\b(high|low)est[^.$]*\\$\\s*${AMOUNT}[^.$]*\\b(?:high|low)est[^.$]*\\$\\s*${AMOUNT}`,
  'gi',
)

/**
 * The price ranges in a text: `prices ranging from $10.00 to $10.75`, `$10.00 - $10.75`, and after those
 * `the highest price was $10.75 and the lowest $10.00`. As written, also where the low is above the high.
 */
export function priceRanges(text: string): readonly PriceRange[] {
  return text.includes('$') ? rangesOf(text) : []
}

const rangesOf = remembered((text) => {
  const ranges: PriceRange[] = []
  for (const [, first = '', second = ''] of allOf(RANGE, text)) add(ranges, amount(first), amount(second))
  if (!/est\b/i.test(text)) return ranges
  for (const [, which = '', first = '', second = ''] of allOf(EXTREMES, text)) {
    const isHighFirst = which.toLowerCase() === 'high'
    add(ranges, amount(isHighFirst ? second : first), amount(isHighFirst ? first : second))
  }
  return ranges
})

/** What `matchAll` finds, without the new pattern that it makes for each text. The pattern is a global one. */
export function allOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const all: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) all.push(found)
  return all
}

function add(ranges: PriceRange[], low: Decimal | undefined, high: Decimal | undefined): void {
  if (low && high && !high.isZero) ranges.push({ low, high })
}

function amount(written: string): Decimal | undefined {
  return Decimal.parse(written.replaceAll(',', ''))
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const DATES = new RegExp(
  [
    `${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s*(\\d{4})`,
    `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:day\\s+of\\s+)?${MONTH},?\\s*(\\d{4})`,
    '(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})\\b',
    '(\\d{4})-(\\d{2})-(\\d{2})',
  ].join('|'),
  'gi',
)

/** The days named in a text, in order. A year of two digits is of this century. */
export function datesIn(text: string): readonly CalendarDate[] {
  return text === '' ? [] : datesOf(text)
}

const datesOf = remembered((text) => {
  const dates: CalendarDate[] = []
  for (const found of allOf(DATES, text)) {
    const [, m1, d1, y1, d2, m2, y2, m3, d3, y3, y4, m4, d4] = found
    const year = Number(y1 ?? y2 ?? y4 ?? (y3?.length === 2 ? `20${y3}` : y3))
    const named = m1 ?? m2
    const month = named ? MONTHS.indexOf(named.toLowerCase()) + 1 : Number(m3 ?? m4)
    const date = CalendarDate.of(year, month, Number(d1 ?? d2 ?? d3 ?? d4))
    if (date) dates.push(date)
  }
  return dates
})

const ADOPTION =
  /(?:adopt|enter(?:ed|ing)?\b|establish|dated|execut|effective|modif|amend|sign|put in place|implement)/i

/** Plans of pay, which are no plans of trading. */
const OTHER_PLANS = /equity|incentive|stock (?:option|purchase)|award|grant|vest|compensation|savings|retirement/i

/** The days on which Rule 10b5-1 plans were adopted, as far as a text says so beside the plan's name. */
export function adoptionDates(text: string): CalendarDate[] {
  if (!speaksOfPlan(text)) return []
  // A sentence ends at a stop before a capital; "Mar. 3" and "No. 1" do not end one.
  return text
    .split(/(?<=[^.\s]{4}[.;])\s+(?=[A-Z(])|\n/)
    .filter((sentence) => speaksOfPlan(sentence) || (/\bplan\b/i.test(sentence) && !OTHER_PLANS.test(sentence)))
    .flatMap((sentence) => (ADOPTION.test(sentence) ? datesIn(sentence) : []))
}

/** A text as it is compared with another: small letters and digits, one blank between words. */
export function plain(text: string | undefined): string {
  if (!text) return ''
  // Most titles and names need nothing but small letters.
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/i.test(text)) return text.toLowerCase()
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

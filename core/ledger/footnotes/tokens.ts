import { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import { Ratio } from '../shortSwing/ratio.ts'
import { partOf } from './parts.ts'

/**
 * A piece of a footnote. Quotation marks and hyphens are no pieces: `one-fourth` is two words, `"RSUs"` is one.
 * `start` and `end` are offsets into the footnote's text.
 */
export type Token = { readonly start: number; readonly end: number /** In small letters. */; readonly text: string } & (
  | { readonly kind: 'word' | 'mark' }
  | { readonly kind: 'number'; readonly number: Decimal }
  /** `15th`, `2nd`. */
  | { readonly kind: 'ordinal'; readonly value: number }
  /** `25%`, `1/48th`, `33 1/3 %`: as a part of one. `places` of a percentage: how exactly it is written. */
  | { readonly kind: 'part'; readonly part: Ratio; readonly places: number | undefined }
  /** An amount of money; `currency` is what stands before the dollar sign, '' or `us` for US dollars. */
  | { readonly kind: 'money'; readonly amount: Decimal; readonly currency: string }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  /** `March 15` without a year. */
  | { readonly kind: 'monthDay'; readonly month: number; readonly dayOfMonth: number }
  /** `September 2022`. */
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
)

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'

type Made = Omit<Token, 'start' | 'end' | 'text'>
type Maker = (groups: readonly (string | undefined)[]) => object | undefined

/** In this order: the longer reading first. A maker that returns `undefined` leaves the place to the next pattern. */
const PATTERNS: readonly [RegExp, Maker][] = (
  [
    [`${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s*(?:of\\s+)?(\\d{4})\\b`, ([m, d, y]) => dateOf(y, monthOf(m), d)],
    [
      `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:day\\s+of\\s+|of\\s+)?${MONTH},?\\s*(\\d{4})\\b`,
      ([d, m, y]) => dateOf(y, monthOf(m), d),
    ],
    ['(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})\\b', ([m, d, y = '']) => dateOf(y.length === 2 ? `20${y}` : y, m, d)],
    ['(\\d{4})-(\\d{2})-(\\d{2})\\b', ([y, m, d]) => dateOf(y, m, d)],
    [`${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?(?![\\d/%])\\b`, ([m, d]) => monthDayOf(monthOf(m), d)],
    [
      `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:day\\s+)?(?:of\\s+)?(?:each\\s+|every\\s+)?${MONTH}`,
      ([d, m]) => monthDayOf(monthOf(m), d),
    ],
    [`${MONTH},?\\s+(?:of\\s+)?(\\d{4})\\b`, ([m, y]) => ({ kind: 'month', month: monthOf(m), year: Number(y) })],
    [
      '(\\d+)[\\s-]+(\\d)/(\\d)\\s*(?:%|percent\\b)',
      ([w, n, d]) => percentOf(partOf(Number(w) * Number(d) + Number(n), Number(d) || 1), undefined),
    ],
    [`(${DIGITS}|\\.\\d+)\\s*(?:%|percent\\b)`, ([n = '']) => percentage(n)],
    ['(\\d+)\\s*/\\s*(\\d+)\\s*(?:ths?|rds?|sts?|nds?)?\\b', ([n, d]) => writtenPart(n, d)],
    ['([½⅓⅔¼¾⅕])', ([sign = '']) => ({ kind: 'part', part: SIGNS.get(sign), places: undefined })],
    [
      `((?:us|u\\.s\\.|c|cad|cdn|ca|a|au|aud|hk|nt|r|s)?)\\s?\\$\\s*(${DIGITS}|\\.\\d+)`,
      ([c = '', n = '']) => moneyOf(c, n),
    ],
    ['(\\d+)(?:st|nd|rd|th)\\b', ([n]) => ({ kind: 'ordinal', value: Number(n) })],
    [`(${DIGITS})`, ([n = '']) => ({ kind: 'number', number: Decimal.parse(n.replaceAll(',', '')) })],
    ['([a-z]{1,3}\\d+)(?![\\d/,.%])\\b', () => ({ kind: 'word' })],
    ["([a-z]+(?:['’`][a-z]+)*['’]?)", () => ({ kind: 'word' })],
    ['([^\\s])', () => ({ kind: 'mark' })],
  ] as [string, Maker][]
).map(([source, maker]) => [new RegExp(source, 'iy'), maker])

const SIGNS = new Map([
  ['½', partOf(1, 2)],
  ['⅓', partOf(1, 3)],
  ['⅔', partOf(2, 3)],
  ['¼', partOf(1, 4)],
  ['¾', partOf(3, 4)],
  ['⅕', partOf(1, 5)],
])

/** What stands between pieces and says nothing. */
const NOTHING = /[\s"“”„«»*™®\u00AD\u200B_-]+|[‐‑‒–—](?=\w)/y

/** The pieces of a text, in order. Linear in its length. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    NOTHING.lastIndex = at
    if (NOTHING.test(text)) {
      at = NOTHING.lastIndex
      continue
    }
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.end
  }
  return tokens
}

function tokenAt(text: string, start: number): Token {
  for (const [pattern, make] of PATTERNS) {
    pattern.lastIndex = start
    const found = pattern.exec(text)
    const made = found ? (make(found.slice(1)) as Made | undefined) : undefined
    if (!found || !made) continue
    const end = start + found[0].trimEnd().length
    return { ...made, start, end, text: plainWord(text.slice(start, end)) } as Token
  }
  return { kind: 'mark', start, end: start + 1, text: text.charAt(start) }
}

function plainWord(text: string): string {
  return text.toLowerCase().replace(/[’`]/g, "'")
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function dateOf(y: string | undefined, m: string | number | undefined, d: string | undefined): object | undefined {
  const date = CalendarDate.of(Number(y), Number(m), Number(d))
  return date && { kind: 'date', date }
}

/** The 29th of February is a day of some year. */
function monthDayOf(month: number, d: string | undefined): object | undefined {
  const dayOfMonth = Number(d)
  return CalendarDate.of(2000, month, dayOfMonth) && { kind: 'monthDay', month, dayOfMonth }
}

function writtenPart(n: string | undefined, d: string | undefined): object | undefined {
  const isPart = Number(d) > 0 && Number(n) > 0 && Number(n) <= Number(d)
  return isPart ? { kind: 'part', part: partOf(Number(n), Number(d)), places: undefined } : undefined
}

function percentage(written: string): object | undefined {
  const number = Decimal.parse(written.replaceAll(',', ''))
  return number && percentOf(Ratio.of(number), written.split('.')[1]?.length ?? 0)
}

function percentOf(percent: Ratio, places: number | undefined): object {
  return { kind: 'part', part: percent.over(partOf(100, 1)), places }
}

function moneyOf(currency: string, written: string): object | undefined {
  const amount = Decimal.parse(written.replaceAll(',', ''))
  return amount && { kind: 'money', amount, currency: currency.toLowerCase().replaceAll('.', '') }
}

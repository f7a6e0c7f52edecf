import {
  countryCodes,
  type PlaceCodeElement,
  placeCodeElements,
  stateCodes,
  transactionCodes,
} from '../../facts/index.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import type { Reported } from '../../model/reported.ts'
import type { FaultKind } from './fault.ts'

/**
 * What the schema asks of a value: which fault it has, if any. `field` holds more than `written` for those that need not
 * look at the text.
 */
export type ValueCheck = (written: string, field: Reported<unknown>) => ValueFault | undefined

export interface ValueFault {
  kind: FaultKind
  /** Lengths and limits that the wording names. */
  data?: Record<string, string | number>
}

/** White space of XML, which the types that are no text allow around a value (XML Schema, `whiteSpace` collapse). */
const XML_SPACE = /^[\t\n\r ]+|[\t\n\r ]+$/g

/** A text without the white space of XML around it. */
export function collapsed(written: string): string {
  const first = written.charCodeAt(0)
  const last = written.charCodeAt(written.length - 1)
  return first > 32 && last > 32 ? written : written.replace(XML_SPACE, '')
}

/** How many characters a text has: a pair of surrogates is one. */
function characters(text: string): number {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '.').length
}

/** A text of so many characters; white space counts, a character outside the basic plane counts once. */
export function text(least: number, most: number, short: FaultKind = 'text-too-short'): ValueCheck {
  return (written): ValueFault | undefined => {
    if (written.length < least) return { kind: short, data: { least } }
    // Few texts come near their limit, so characters are only counted where code units are too many.
    if (written.length <= most) return undefined
    const length = characters(written)
    return length <= most ? undefined : { kind: 'text-too-long', data: { length, most } }
  }
}

/** A text of exactly so many characters. Its wording never says what stood there: one such text is the CCC. */
export function exactly(length: number, kind: FaultKind): ValueCheck {
  return (written) => (characters(written) === length ? undefined : { kind })
}

/** A text that follows a pattern as a whole. */
export function pattern(form: RegExp, kind: FaultKind): ValueCheck {
  return (written) => (form.test(written) ? undefined : { kind })
}

/** Two checks, the first fault counts. */
export function both(one: ValueCheck, other: ValueCheck): ValueCheck {
  return (written, field) => one(written, field) ?? other(written, field)
}

/** One of a list of codes. */
export function code(codes: { has: (code: string) => boolean }, kind: FaultKind): ValueCheck {
  return (written) => (codes.has(written) ? undefined : { kind })
}

/** `transactionCode`. */
export const transactionCode = code(transactionCodes, 'unknown-transaction-code')

/** `transactionTimeliness`: the schema’s pattern `[E|L]{0,1}` lets the bar through (ownership-xml.md section 5.4). */
export const timeliness: ValueCheck = (written) =>
  /^[E|L]?$/.test(collapsed(written)) ? undefined : { kind: 'unknown-timeliness' }

/** A state or country code, or nothing; one or two blanks are nothing. */
export function placeCode(element: PlaceCodeElement['element'], isOld: boolean): ValueCheck {
  const row = placeCodeElements.find((one) => one.element === element && (one.until !== undefined) === isOld)
  const kind = element === 'rptOwnerState' ? 'unknown-state' : 'unknown-country'
  return (written) => {
    if (written === '' || written === ' ' || written === '  ') return undefined
    const known = (row?.states && stateCodes.has(written)) || (row?.countries && countryCodes.has(written))
    return known ? undefined : { kind }
  }
}

/** Whether the schema has nothing against a value that stands in its canonical spelling. */
export function isFine(value: unknown): boolean {
  return value instanceof Decimal ? isAmount(value) : typeof value === 'boolean' || value instanceof CalendarDate
}

/** `xs:boolean`. */
export const boolean: ValueCheck = (written) => {
  const word = collapsed(written)
  if (word === '0' || word === '1' || word === 'true' || word === 'false') return undefined
  return { kind: word === '' ? 'empty-flag' : 'not-a-flag' }
}

const ZONE = /^(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/

/** `xs:date`: a day of the calendar, a zone after it allowed. Empty is a fault of its own. */
export const date: ValueCheck = (written, field) => {
  if (written.length === 10 && field.value !== undefined && written.charCodeAt(0) > 32) return undefined
  const day = collapsed(written)
  if (day === '') return { kind: 'empty-date' }
  const isDay = CalendarDate.parse(day.slice(0, 10)) !== undefined && /^\d{4}-\d\d-\d\d/.test(day)
  return isDay && ZONE.test(day.slice(10)) ? undefined : { kind: 'no-such-date' }
}

const MOST = 10n ** 12n

/** From 0 to 999999999999.9999, at most four decimals. */
export function isAmount({ units, scale }: Decimal): boolean {
  if (units < 0n || scale > 4) return false
  // Hardly any number is so long that its scale has to be looked at.
  return units < MOST || units < MOST * 10n ** BigInt(scale)
}

/** DEC: it is the number that counts, not how it is spelled. */
export const decimal: ValueCheck = (written, field) => {
  const number = collapsed(written)
  if (number === '') return { kind: 'empty-amount' }
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(number)) return { kind: 'not-a-number' }
  const value = field.value as Decimal | undefined
  if (value === undefined) return { kind: 'too-many-digits' }
  if (value.sign < 0) return { kind: 'negative-amount' }
  return isAmount(value) ? undefined : { kind: 'too-many-digits' }
}

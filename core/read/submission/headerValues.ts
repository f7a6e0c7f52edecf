import { type AccessionNumber, parseAccessionNumber } from '../../model/accessionNumber.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { AcceptedAt, HeaderEntry } from '../../model/submission.ts'
import { report } from './report.ts'

/**
 * A header value as what it stands for; `undefined` where the entry or its value is missing, and, with R204, where
 * the value is no such thing.
 */
function valueAs<T>(
  entry: HeaderEntry | undefined,
  expected: string,
  parse: (written: string) => T | undefined,
  diagnostics: Diagnostic[],
): T | undefined {
  if (entry?.value === undefined) return undefined
  const value = parse(entry.value)
  if (value === undefined) {
    report(diagnostics, 'R204', entry.offset, { label: entry.label, value: entry.value.slice(0, 80), expected })
  }
  return value
}

/** With or without dashes. */
export function accessionNumberOf(
  entry: HeaderEntry | undefined,
  diagnostics: Diagnostic[],
): AccessionNumber | undefined {
  return valueAs(entry, 'accession number', parseAccessionNumber, diagnostics)
}

/** `20230404`. */
export function dateOf(entry: HeaderEntry | undefined, diagnostics: Diagnostic[]): CalendarDate | undefined {
  return valueAs(entry, 'date', (written) => (written.length === 8 ? dayAt(written) : undefined), diagnostics)
}

/** `20230404193731`, Eastern civil time. */
export function acceptedAtOf(entry: HeaderEntry | undefined, diagnostics: Diagnostic[]): AcceptedAt | undefined {
  return valueAs(entry, 'date and time', parseAcceptedAt, diagnostics)
}

/** A whole number of at most nine digits. */
export function countOf(entry: HeaderEntry | undefined, diagnostics: Diagnostic[]): number | undefined {
  return valueAs(entry, 'count', parseCount, diagnostics)
}

/** A whole number of at most nine digits; `undefined` for anything else. */
export function parseCount(written: string): number | undefined {
  return /^\d{1,9}$/.test(written) ? Number(written) : undefined
}

function parseAcceptedAt(written: string): AcceptedAt | undefined {
  if (written.length !== 14) return undefined
  const date = dayAt(written)
  const hour = numberAt(written, 8, 2)
  const minute = numberAt(written, 10, 2)
  const second = numberAt(written, 12, 2)
  const isTime = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59
  if (date === undefined || !isTime) return undefined
  return { date, time: `${written.slice(8, 10)}:${written.slice(10, 12)}:${written.slice(12, 14)}` }
}

function dayAt(written: string): CalendarDate | undefined {
  const year = numberAt(written, 0, 4)
  const month = numberAt(written, 4, 2)
  const dayOfMonth = numberAt(written, 6, 2)
  return year < 0 || month < 0 || dayOfMonth < 0 ? undefined : CalendarDate.of(year, month, dayOfMonth)
}

/** The number that `count` digits at `from` make, or -1. */
function numberAt(written: string, from: number, count: number): number {
  let number = 0
  for (let i = from; i < from + count; i++) {
    const digit = written.charCodeAt(i) - 48
    // Written so that the NaN behind the string's end is refused too.
    if (!(digit >= 0 && digit <= 9)) return -1
    number = number * 10 + digit
  }
  return number
}

import { type Calendar, edgarCalendar, type SpecialDay, withDays } from '@section16/core/facts'
import { CalendarDate } from '@section16/core/model'
import { readDelimited } from '@section16/core/read'
import { sources } from './input/sources.ts'
import { inputProblemLine } from './problems.ts'

/** A calendar with the days of a file, or why they could not be read. */
export type CalendarFile = { readonly calendar: Calendar } | { readonly problem: string }

/** A row of the file: texts from CSV, and booleans too from JSON. */
type Row = Readonly<Record<string, unknown>>

/**
 * The calendar with a user's days: JSON, a list of objects, or CSV with a line of titles. A day has a `date`, and may
 * have `event`, `isBusinessDay` (false where it is not said: a closing), `edgarOpen` (as `isBusinessDay`), `source`
 * (the file), and `confidence`, `verified` or `unverified`. One bad row refuses the file.
 */
export async function readCalendarFile(path: string): Promise<CalendarFile> {
  for await (const source of sources([path])) {
    if ('problem' in source) return { problem: inputProblemLine(source.problem) }
    const rows = rowsOf(Buffer.from(source.bytes).toString('utf8'))
    if (typeof rows === 'string') return { problem: `${source.name}: ${rows}` }
    const days = rows.map((row) => specialDay(row, source.name))
    const bad = days.findIndex((one) => typeof one === 'string')
    if (bad >= 0) return { problem: `${source.name}: day ${bad + 1}: ${days[bad] as string}` }
    return { calendar: withDays(edgarCalendar, days as SpecialDay[]) }
  }
  return { problem: `${path}: nothing was read` }
}

function rowsOf(text: string): Row[] | string {
  return text.trimStart().startsWith('[') ? jsonRows(text) : csvRows(text)
}

function jsonRows(text: string): Row[] | string {
  try {
    const rows: unknown[] = JSON.parse(text)
    const isRow = (row: unknown) => typeof row === 'object' && row !== null
    return rows.every(isRow) ? (rows as Row[]) : 'a list of days is wanted'
  } catch {
    return 'this is no JSON'
  }
}

function csvRows(text: string): Row[] | string {
  const [titles = [], ...rows] = readDelimited(text).rows
  if (!titles.includes('date')) return 'a line of titles with date in it is wanted'
  return rows.map((cells) => Object.fromEntries(titles.map((title, i) => [title, cells[i] ?? ''])))
}

/** A day, or what is wrong with its row. */
function specialDay(row: Row, file: string): SpecialDay | string {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name].trim() : '')
  const date = CalendarDate.parse(text('date'))
  if (!date) return 'date is to be YYYY-MM-DD'
  const isBusinessDay = truth(row.isBusinessDay, false)
  const edgarOpen = truth(row.edgarOpen, isBusinessDay ?? false)
  if (isBusinessDay === undefined || edgarOpen === undefined)
    return 'isBusinessDay and edgarOpen are to be true or false'
  const confidence = text('confidence') || 'verified'
  if (confidence !== 'verified' && confidence !== 'unverified') return 'confidence is to be verified or unverified'
  const event = text('event') || 'stated by the user'
  return { date, kind: 'other', event, isBusinessDay, edgarOpen, confidence, source: text('source') || file }
}

function truth(written: unknown, absent: boolean): boolean | undefined {
  if (written === undefined || written === null || written === '') return absent
  if (typeof written === 'boolean') return written
  return written === 'true' ? true : written === 'false' ? false : undefined
}

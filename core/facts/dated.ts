import { CalendarDate } from '../model/calendarDate.ts'

/** A row of a table of facts says where it is written. */
export interface Sourced {
  readonly source: string
}

/** The days on which a row holds. An end that is absent is open, or not known; the row's source says which. */
export interface InForce {
  /** The first day. */
  readonly from?: CalendarDate
  /** The first day on which it holds no more. */
  readonly until?: CalendarDate
}

/** Whether a row holds on a day. A row without dates always holds. */
export function isInForce(row: InForce, date: CalendarDate): boolean {
  return (row.from === undefined || date.day >= row.from.day) && (row.until === undefined || date.day < row.until.day)
}

/** The first row that holds on a day, `undefined` where none does. */
export function inForceOn<Row extends InForce>(rows: readonly Row[], date: CalendarDate): Row | undefined {
  return rows.find((row) => isInForce(row, date))
}

/** A day of a table, `YYYY-MM-DD`. Throws where the calendar has none such: that is a slip in the table. */
export function day(written: string): CalendarDate {
  const date = CalendarDate.parse(written)
  if (date === undefined) throw new Error(`no such day: ${written}`)
  return date
}

/** A table that can be asked by code; anything may be asked, `constructor` too. */
export function byCode<Row extends { readonly code: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.code, row]))
}

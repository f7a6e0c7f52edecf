import type { Cell } from '@section16/core/write'

/** What a row of a table is made of: dates and amounts too, which are written as text. */
export type Written = string | number | { toString(): string } | undefined

/** The cells of a row: an object such as a date or an amount in its plain form, not as JSON. */
export function cellsOf(row: readonly Written[]): Cell[] {
  return row.map((one) => (typeof one === 'object' ? String(one) : one))
}

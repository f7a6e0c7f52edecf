import { CalendarDate, Decimal } from '@section16/core'

/** A trade as the broker confirmed it. The list that the undertaking of the staff letter promises is made of these. */
export interface TradeFill {
  readonly date: CalendarDate
  readonly shares: Decimal
  /** US dollars a share, before commission. */
  readonly price: Decimal
  /** Whether it was made under a Rule 10b5-1 plan; absent where the event as a whole says so. */
  readonly underPlan?: boolean
}

/** Readers of facts: the value of a JSON value, `undefined` where it is none of its type. */
export type Reader<T> = (value: unknown) => T | undefined

/** More decimals than these EDGAR's schema refuses. */
const MOST_PLACES = 4

export const readText: Reader<string> = (value) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

export const readYesNo: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

/** `YYYY-MM-DD`. */
export const readDate: Reader<CalendarDate> = (value) =>
  typeof value === 'string' && value.length === 10 ? CalendarDate.parse(value) : undefined

const readDecimal: Reader<Decimal> = (value) => {
  const decimal = typeof value === 'string' ? Decimal.parse(value) : undefined
  return decimal && decimal.scale <= MOST_PLACES && decimal.sign >= 0 ? decimal : undefined
}

/** A number above zero with at most four places. */
export const readShares: Reader<Decimal> = (value) => {
  const decimal = readDecimal(value)
  return decimal?.sign === 1 ? decimal : undefined
}

/** US dollars, or a number that may be zero, with at most four places. */
export const readAmount: Reader<Decimal> = readDecimal

/** One of some words. */
export function readChoice<Word extends string>(words: readonly Word[]): Reader<Word> {
  return (value) => words.find((word) => word === value)
}

/** A list that is not empty, each of its entries readable. */
export function readList<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length === 0) return undefined
    const entries = value.map(read)
    return entries.every((entry) => entry !== undefined) ? entries : undefined
  }
}

/** The properties of a JSON object, `undefined` where it is none. */
export function readRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

/** `{ date, shares, price, underPlan? }`. A fill at no price is none. */
export const readFill: Reader<TradeFill> = (value) => {
  const record = readRecord(value)
  const date = readDate(record?.date)
  const shares = readShares(record?.shares)
  const price = readShares(record?.price)
  if (!record || !date || !shares || !price) return undefined
  if (record.underPlan === undefined) return { date, shares, price }
  const underPlan = readYesNo(record.underPlan)
  return underPlan === undefined ? undefined : { date, shares, price, underPlan }
}

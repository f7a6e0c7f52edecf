import { type CalendarDate, type Decimal, securityKey } from '@section16/core'
import { type Reader, readAmount, readDate, readRecord, readShares, readText } from './values.ts'

/** A security of Table I: stock, or a right without an exercise feature. */
export interface Stock {
  readonly table: 'I'
  readonly title: string
}

/**
 * A derivative security of Table II. Exercise price, exercise date and expiration date each have a value, words for a
 * footnote, or both: the schema asks for one of them (specification 5.5, section 3.3).
 */
export interface Derivative {
  readonly table: 'II'
  readonly title: string
  /** US dollars. */
  readonly exercisePrice?: Decimal
  readonly exercisePriceNote?: string
  readonly exercisableFrom?: CalendarDate
  readonly exercisableNote?: string
  readonly expires?: CalendarDate
  readonly expiresNote?: string
  /** The title of the underlying security. */
  readonly underlying: string
  /** Underlying shares for one derivative. */
  readonly sharesEach: Decimal
}

export type Security = Stock | Derivative

/** A line of ownership: direct, or one nature of indirect ownership (Form 4, General Instruction 4(b)(iii)). */
export type Ownership =
  | { readonly form: 'D'; readonly isDisclaimed?: boolean }
  | { readonly form: 'I'; readonly nature: string; readonly isDisclaimed?: boolean }

export const DIRECT: Ownership = { form: 'D' }

/** What the person holds of a security on one line of ownership, immediately before the event or after it. */
export interface HeldPosition {
  readonly security: Security
  readonly ownership: Ownership
  readonly shares: Decimal
  /** Footnotes that the next reported total of the line has to bear: what moved it and was reported nowhere. */
  readonly notes?: readonly string[]
}

/** The person's positions, as the ledger of holdings knows them. */
export interface Positions {
  readonly held: readonly HeldPosition[]
  /** The ledger has every line of the person: one that is not in `held` is zero. Else it is asked for. */
  readonly isComplete: boolean
}

/**
 * What makes two securities one: in Table I the title, in Table II the series, its title with exercise price and
 * expiration; where the expiration is no date, the words of exercise and expiration tell one award from another
 * (Form 4, General Instruction 4(a)(i); the series is practice).
 */
export function seriesKey(security: Security): string {
  const title = securityKey(security.title)
  if (security.table === 'I') return `I ${title}`
  const { exercisePrice, expires, exercisableFrom, exercisableNote = '', expiresNote = '' } = security
  const terms = expires?.toString() ?? `${exercisableFrom?.toString() ?? ''} ${exercisableNote} ${expiresNote}`.trim()
  return `II ${title} ${exercisePrice?.toString() ?? '-'} ${terms}`
}

/** What makes two lines of holdings one. */
export function positionKey(security: Security, ownership: Ownership): string {
  const line = ownership.form === 'D' ? 'direct' : ownership.nature.toLowerCase().replaceAll(/\s+/g, ' ').trim()
  return `${seriesKey(security)} ${line}`
}

/** `{ title, underlying, sharesEach?, exercisePrice?, exercisePriceNote?, … }`; one share each if nothing is said. */
export const readDerivative: Reader<Derivative> = (value) => {
  const record = readRecord(value)
  if (!record) return undefined
  const title = readText(record.title)
  const underlying = readText(record.underlying)
  const sharesEach = readShares(record.sharesEach ?? '1')
  const price = readPart(record, 'exercisePrice', readAmount)
  const exercisable = readPart(record, 'exercisableFrom', readDate, 'exercisableNote')
  const expires = readPart(record, 'expires', readDate)
  if (!title || !underlying || !sharesEach || !price || !exercisable || !expires) return undefined
  return { table: 'II', title, underlying, sharesEach, ...price, ...exercisable, ...expires }
}

/** A value, the words of a footnote, or both; `undefined` where there is neither or one is not readable. */
function readPart<T>(
  record: Readonly<Record<string, unknown>>,
  name: string,
  read: Reader<T>,
  noteName = `${name}Note`,
): Record<string, T | string> | undefined {
  const part: Record<string, T | string> = {}
  if (record[name] !== undefined) {
    const value = read(record[name])
    if (value === undefined) return undefined
    part[name] = value
  }
  if (record[noteName] !== undefined) {
    const note = readText(record[noteName])
    if (note === undefined) return undefined
    part[noteName] = note
  }
  return Object.keys(part).length === 0 ? undefined : part
}

/** `{ ownership: 'D' }` or `{ ownership: 'I', nature }`. */
const readOwnership: Reader<Ownership> = (value) => {
  const record = readRecord(value)
  if (record?.ownership === 'D') return DIRECT
  const nature = readText(record?.nature)
  return record?.ownership === 'I' && nature ? { form: 'I', nature } : undefined
}

/** A holding: `{ table: 'I', title, ownership, nature?, shares }`, in Table II with the terms of the derivative. */
export const readHolding: Reader<HeldPosition> = (value) => {
  const record = readRecord(value)
  const ownership = readOwnership(value)
  const shares = readShares(record?.shares)
  const title = readText(record?.title)
  const stock: Security | undefined = record?.table === 'I' && title ? { table: 'I', title } : undefined
  const security = stock ?? (record?.table === 'II' ? readDerivative(value) : undefined)
  return security && ownership && shares ? { security, ownership, shares } : undefined
}

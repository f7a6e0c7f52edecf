/**
 * Values out of JSON that may be spelled in more than one way: the examples of EDGAR API 1.11.0 and its wire
 * differ.
 */

export type Json = Readonly<Record<string, unknown>>

/** The object that a text is; `undefined` for any other text. */
export function jsonObject(text: string): Json | undefined {
  try {
    return object(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** The value if it is an object and no list. */
export function object(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
}

/** The objects of a list; none where there is no list. */
export function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object).filter((one) => one !== undefined) : []
}

/** A text that is not empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The texts of a list. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text).filter((one) => one !== undefined) : []
}

/** A whole number of 0 or more, as a number or as digits. */
export function count(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}

/** True or false, as such or as a word. */
export function flag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? value.toLowerCase() : undefined
  return word === 'true' ? true : word === 'false' ? false : undefined
}

/** Milliseconds UTC of an RFC 3339 moment, with whatever offset. */
export function moment(value: unknown): number | undefined {
  const written = text(value)
  if (!written || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(written)) return undefined
  const at = Date.parse(written)
  return Number.isNaN(at) ? undefined : at
}

/** The day of a date or moment as it is written: EDGAR writes a filing date as midnight of its day. */
export function dayOf(value: unknown): string | undefined {
  return /^\d{4}-\d\d-\d\d(?=$|T)/.exec(text(value) ?? '')?.[0]
}

/** A word in the way of the specification: upper case, `_` for blanks. */
export function word(value: unknown): string {
  return (text(value) ?? '')
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_')
}

/** A property that is there only where it has a value. */
export function said<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V })
}

/** The text of base64; `undefined` where it is none. */
export function decoded(value: unknown): string | undefined {
  const written = text(value)?.replace(/\s+/g, '')
  if (!written || !/^[A-Za-z0-9+/]+={0,2}$/.test(written)) return undefined
  return Buffer.from(written, 'base64').toString('utf8')
}

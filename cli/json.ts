import { UNPRINTABLE } from './input/names.ts'

/**
 * A value as JSON text in which everything that could act on a terminal is an escape: JSON itself escapes C0 only. The
 * value is the same. `indent`: blanks a level, for people.
 */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent)
  return text.replace(NOT_ASCII_SAFE, (c) => (c === '\n' ? c : escaped(c)))
}

/** Line ends that indent made are JSON's own; inside strings JSON has none. */
const NOT_ASCII_SAFE = new RegExp(UNPRINTABLE.source, 'gu')

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

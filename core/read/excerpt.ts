import { maskCccMarkup } from '../model/ccc.ts'

/** A short, printable piece of a source for a message: no control characters, no CCC. */
export function excerpt(text: string, length = 60): string {
  const printable = maskCccMarkup(text.slice(0, 400))
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return printable.length > length ? `${printable.slice(0, length)}…` : printable
}

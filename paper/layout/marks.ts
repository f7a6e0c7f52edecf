import type { Word } from '../page/page.ts'
import { heightOf } from './geometry.ts'
import type { TextLine } from './lines.ts'

/** One mark or several: `(1)`, `(1)(2)`, `(a),(b)`; raised, without brackets too. */
const BRACKETED = /^(?:\([^()\s]{1,12}\)[,;]?)+$/
const BARE = /^(?:[\d*\u2020\u2021]{1,3}|[a-z])[,;]?$/

/** A mark is smaller than the words around it by at least this share. */
const SMALL = 0.9

/**
 * Whether a word is a mark that leads to a footnote: it has a mark's shape and is raised, or small, or all that the cell
 * says.
 */
export function isMark(word: Word, isAlone: boolean, usual: number): boolean {
  const { text, isRaised, place } = word
  if (isRaised === true && BARE.test(text)) return true
  if (!BRACKETED.test(text)) return false
  if (isRaised === true || heightOf(place) < SMALL * usual) return true
  return isAlone && /^(?:\(\d{1,2}\))+$/.test(text)
}

/** `(1)(2)`: `1`, `2`. */
export function marksOf(text: string): string[] {
  const bracketed = [...text.matchAll(/\(([^()\s]+)\)/g)].map(([, mark]) => mark!)
  return bracketed.length > 0 ? bracketed : [text.replace(/[,;]$/, '')]
}

/** `40,000(1)`: what an amount, a date or a code has at its end is a mark; what a name has may be part of it. */
export function withoutGluedMarks({ text }: Word): { text: string; marks: string[] } | undefined {
  const [, own, marks] = /^(\$?[\d,./]*\d|[A-Z](?:\/K)?)((?:\(\d{1,2}\))+)$/.exec(text) ?? []
  return own !== undefined && marks !== undefined ? { text: own, marks: marksOf(marks) } : undefined
}

/** `(2)(3)(` at a line's end and `4)` on the next one: marks in a column too narrow for them. */
const OPENED = /^(?:\([^()\s]{1,12}\))*\([^()\s]{0,12}$/
const CLOSED = /^[^()\s]{0,12}\)(?:\([^()\s]{1,12}\))*$/

/** Lines in which a mark that was cut at a line's end stands whole on the next one. */
export function withWholeMarks(lines: readonly TextLine[], usual: number): readonly TextLine[] {
  const isSmall = ({ isRaised, place }: Word) => isRaised === true || heightOf(place) < SMALL * usual
  const whole = [...lines]
  for (const [i, { words }] of lines.slice(0, -1).entries()) {
    const last = words.at(-1)!
    const [first, ...rest] = lines[i + 1]!.words
    if (!OPENED.test(last.text) || !CLOSED.test(first!.text) || !isSmall(last) || !isSmall(first!)) continue
    whole[i] = { ...whole[i]!, words: whole[i]!.words.slice(0, -1) }
    whole[i + 1] = { ...whole[i + 1]!, words: [{ ...first!, text: last.text + first!.text }, ...rest] }
  }
  return whole
}

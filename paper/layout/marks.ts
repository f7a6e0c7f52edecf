import type { Word } from '../page/page.ts'
import { heightOf } from './geometry.ts'

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

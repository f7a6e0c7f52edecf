import { folded, likeness } from '../labels/likeness.ts'
import type { Word } from '../page/page.ts'
import { isAlike } from './phrases.ts'

/** Words of a label that a print may leave out, at most, before the next one it has. */
const MOST_LEFT_OUT = 12
/** Misread words of a label before the next one that is read. */
const MOST_MISREAD = 2

/** Where a word of a label is due, it may be misread badly. */
const ROUGHLY = 0.5

/**
 * How many of some words, from the first on, are print: they say, in order, what `print` says, though not all of it. A
 * word that is not in it ends the print, unless one of the next two is again.
 */
export function printLength(words: readonly Word[], print: string): number {
  const tokens = print.split(' ').filter((token) => token !== '')
  let at = 0
  let length = 0
  for (let i = 0; i < words.length && i - length <= MOST_MISREAD; i++) {
    const { text } = words[i]!
    if (folded(text) === '') {
      if (i === length && /^[*:.,]+$/.test(text)) length = i + 1
      continue
    }
    const isNext = i === length && at > 0 && likeness(text, tokens[at] ?? '') >= ROUGHLY
    const next = isNext
      ? 0
      : tokens
          .slice(at, at + MOST_LEFT_OUT)
          .findIndex((token) => isAlike(text, token) || (/.\*$/.test(text) && /.\*$/.test(token)))
    if (next < 0) continue
    at += next + 1
    length = i + 1
  }
  return length
}

/** Whether most letters of some words are of a print, in any order. */
export function isMostlyOf(words: readonly Word[], print: ReadonlySet<string>): boolean {
  let own = 0
  let all = 0
  for (const { text } of words) {
    const letters = folded(text)
    all += letters.length
    if (print.has(letters) || [...print].some((token) => isAlike(letters, token))) own += letters.length
  }
  return own * 5 >= all * 3
}

/** The words of a print, folded, to look into. */
export const wordSet = (print: string): ReadonlySet<string> =>
  new Set(
    print
      .split(' ')
      .map(folded)
      .filter((token) => token !== ''),
  )

import { folded, likeness } from '../../labels/likeness.ts'
import type { Word } from '../../page/page.ts'

/** Letters of a label that must be there before a line is taken for one. */
const LEAST_LETTERS = 8
const LEAST_LETTERS_NUMBERED = 4
/** An answer behind a label on its line comes after this share of it at least. */
const LEAST_SHARE = 0.6
const FIRST_WORD = 0.65
/** Less than this, a letter more or less does not help. */
const HOPELESS = 0.4
/** The last word of a label must look like it too. */
const LAST_WORD = 0.6
const GOING_ON = 0.75
const WHOLE = 0.8

/** `4.`, `(4)`, `4)`, `Item 4:`, `2A.`, or glued to what follows: `4.Statement`. */
const NUMBER = /^\(?(\d{1,2}[AB]?)[.):]+$/i

/** Words that begin or go on with a label, and how far the label is read by them. */
export interface LabelRun {
  /** How many words belong to the label. */
  readonly count: number
  /** Up to which letter the folded label is matched. */
  readonly at: number
}

/**
 * How many words from the first on spell the folded label from letter `at` on, letters compared loosely (a typist's slip
 * in one word does not end it). Nothing: `count` is 0.
 */
export function labelRun(words: readonly Word[], label: string, at = 0): LabelRun {
  let text = ''
  let best: LabelRun = { count: 0, at }
  for (const [i, word] of words.entries()) {
    const letters = folded(word.text)
    if (letters === '' && text === '') break
    if (letters === '') continue
    if (at + text.length >= label.length) break
    text += letters
    const { like, end } = bestLike(text, label, at)
    if (text.length > end - at + 2 || like < (i < 2 ? FIRST_WORD : GOING_ON)) break
    const isLikeItself = bestLike(letters, label, Math.max(0, end - letters.length)).like >= LAST_WORD
    if (like >= WHOLE && isLikeItself) best = { count: i + 1, at: end }
  }
  return best
}

/** How alike a text is to as much of a label, a letter more or less. */
function bestLike(text: string, label: string, at: number): { readonly like: number; readonly end: number } {
  const same = at + text.length
  if (label.startsWith(text, at)) return { like: 1, end: same }
  const like = (end: number) => ({ end: Math.min(label.length, end), like: likeness(text, label.slice(at, end)) })
  const first = like(same)
  if (first.like < HOPELESS) return first
  return [like(same + 1), like(same - 1)].reduce((a, b) => (b.like > a.like ? b : a), first)
}

/** The words after a box's number, and the number; a number glued to a word (`4.Statement`) leaves it in place. */
export function afterNumber(words: readonly Word[]): {
  readonly number?: string
  readonly skipped: number
} {
  const first = words[0]?.text ?? ''
  if (/^(?:item|box|column|col\.?)$/i.test(first)) {
    const second = /^\(?(\d{1,2}[AB]?)[.):-]*$/i.exec(words[1]?.text ?? '')
    if (second) return { number: second[1]!.toUpperCase(), skipped: 2 }
  }
  const whole = NUMBER.exec(first)
  return whole ? { number: whole[1]!.toUpperCase(), skipped: 1 } : { skipped: 0 }
}

/** A word without a number glued before it: `4.Statement` reads `Statement`. */
export function withoutGluedNumber(word: Word): { readonly number?: string; readonly word: Word } {
  const glued = /^\(?(\d{1,2}[AB]?)[.):]+(?=[A-Za-z(])(.+)$/i.exec(word.text)
  return glued ? { number: glued[1]!.toUpperCase(), word: { ...word, text: glued[2]! } } : { word }
}

export interface LabelStart extends LabelRun {
  readonly number: string | undefined
}

/** Whether words begin with a label, numbered or not; enough of its letters must be there (8, with a number 4). */
export function labelStart(words: readonly Word[], label: string): LabelStart | undefined {
  const { number, skipped } = afterNumber(words)
  const rest = words.slice(skipped)
  const glued = rest[0] && skipped === 0 ? withoutGluedNumber(rest[0]) : undefined
  const run = labelRun(glued?.number ? [glued.word, ...rest.slice(1)] : rest, label)
  const isNumbered = number !== undefined || glued?.number !== undefined
  const least = isNumbered ? LEAST_LETTERS_NUMBERED : LEAST_LETTERS
  const isCutShort = run.count < rest.length && run.at < LEAST_SHARE * label.length
  if (run.count === 0 || run.at < Math.min(least, label.length) || isCutShort) return undefined
  return { number: number ?? glued?.number, count: run.count + skipped, at: run.at }
}

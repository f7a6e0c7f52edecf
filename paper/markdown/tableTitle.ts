import { LabelText } from '../labels/findLabel.ts'
import { type TextLine, wordsIn } from './textLines.ts'

/** Beginnings of the titles, shortest last: OCR loses the ends of them. */
const TITLES: readonly (readonly ['I' | 'II', string])[] = [
  ['I', 'Table I - Non-Derivative Securities'],
  ['II', 'Table II - Derivative Securities'],
  ['I', 'Table I - Non-Der'],
  ['II', 'Table II - Der'],
]

/** The share of a title's letters that may differ. */
const MOST = 0.25

/** A title begins its line, but for a scrap. */
const MOST_BEFORE = 2

/** Which table a line is the title of; `undefined` for another line. */
export function tableTitleOf(line: TextLine): 'I' | 'II' | undefined {
  const words = wordsIn(line)
  // `1. Title of Derivative Security` is much like a title, but for its number.
  if (/^\W*\d/.test(words[0]?.text ?? '')) return undefined
  const text = new LabelText(words.map((word) => word.text))
  let best: { table: 'I' | 'II'; difference: number } | undefined
  for (const [table, title] of TITLES) {
    const found = text.find(title, MOST)
    if (!found || found.from > MOST_BEFORE) continue
    if (!best || found.difference < best.difference) best = { table, difference: found.difference }
  }
  return best?.table
}

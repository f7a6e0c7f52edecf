import type { Place, Word } from '../page/page.ts'
import { around, heightOf, middleOf } from './geometry.ts'

/** Words that stand beside one another, from left to right. */
export interface TextLine {
  readonly words: readonly Word[]
  readonly place: Place
}

/**
 * The lines of words of one page, from top to bottom. A line is followed from word to word, so that it may rise or fall
 * a little over the page's width, as it does in a scan that is not quite straight.
 */
export function linesOf(words: readonly Word[]): TextLine[] {
  const open: { words: Word[]; last: Word }[] = []
  for (const word of words.toSorted((a, b) => a.place.left - b.place.left)) {
    let best: { words: Word[]; last: Word } | undefined
    let least = Number.POSITIVE_INFINITY
    for (const line of open) {
      if (!isBeside(line.last.place, word.place)) continue
      const away = Math.abs(middleOf(line.last.place) - middleOf(word.place))
      if (away < least) {
        least = away
        best = line
      }
    }
    if (best) {
      best.words.push(word)
      // What is raised or small, as a mark or a dash, does not show where the line goes on.
      if (heightOf(word.place) >= 0.8 * heightOf(best.last.place)) best.last = word
    } else open.push({ words: [word], last: word })
  }
  return open
    .map((line): TextLine => ({ words: line.words, place: around(line.words.map(({ place }) => place)) }))
    .sort((a, b) => middleOf(a.place) - middleOf(b.place))
}

/** Whether two boxes share at least half of the lower one's height. */
function isBeside(a: Place, b: Place): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return shared >= 0.5 * Math.min(heightOf(a), heightOf(b))
}

/** A line cut where the gap between two words is wider than so many heights. */
export function segmentsOf({ words }: TextLine, gap: number): TextLine[] {
  const segments: Word[][] = []
  for (const word of words) {
    const last = segments.at(-1)?.at(-1)
    if (last && word.place.left - last.place.right <= gap * Math.max(heightOf(word.place), heightOf(last.place))) {
      segments.at(-1)!.push(word)
    } else segments.push([word])
  }
  return segments.map((some) => ({ words: some, place: around(some.map(({ place }) => place)) }))
}

export const lineText = ({ words }: TextLine): string => words.map(({ text }) => text).join(' ')

import type { PaperCell } from '../form/paperForm.ts'
import type { Place, Word } from '../page/page.ts'

/** Below this a field is flagged. */
export const DOUBTFUL_BELOW = 0.8

/** What was read from: the words as printed, where they stand, how sure their letters are. */
export interface Origin {
  readonly words: string
  readonly places: readonly Place[]
  readonly certainty: number
}

/** Of a value that no word on the paper says. */
export const NO_ORIGIN: Origin = { words: '', places: [], certainty: 1 }

/** Of the words of a cell, a tick or a mark. */
export function originOf(words: readonly Word[]): Origin {
  return {
    words: words.map(({ text }) => text).join(' '),
    places: placesOf(words),
    certainty: words.reduce((least, { certainty }) => Math.min(least, certainty), 1),
  }
}

/** Where a text may have been joined wrongly, however sure its letters are. */
const JOINED_IN_DOUBT = 0.6

/** A cell's, by its text where no word is known. */
export function originOfCell(cell: PaperCell): Origin {
  if (cell.words.length === 0) return { ...NO_ORIGIN, words: cell.text }
  const origin = originOf(cell.words)
  return cell.isJoinedInDoubt ? { ...origin, certainty: Math.min(origin.certainty, JOINED_IN_DOUBT) } : origin
}

/** One place for each run of words that follow each other in a line, so that a place can be drawn. */
function placesOf(words: readonly Word[]): Place[] {
  const places: Place[] = []
  for (const { place } of words) {
    const last = places.at(-1)
    if (last && isSameLine(last, place)) places[places.length - 1] = around(last, place)
    else places.push(place)
  }
  return places
}

function isSameLine(a: Place, b: Place): boolean {
  return a.page === b.page && b.left >= a.left && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0
}

function around(a: Place, b: Place): Place {
  return {
    page: a.page,
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

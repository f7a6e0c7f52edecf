import type { PaperTick } from '../form/paperForm.ts'
import type { Place, Word } from '../page/page.ts'
import { centreOf, heightOf, middleOf } from './geometry.ts'

/** Signs of a ticked box, alone or between brackets or on a line: `X`, `[x]`, `_X_`, `☒`. */
const TICKED = /^[[({|_/]*[xX\u00d7\u2612\u2611\u2713-\u2718\u25a0\u25cf][\])}|_/]*$/
/** Signs of an empty one. */
const EMPTY = /^(?:[\u2610\u25a1\u25fb\u25a2_]+|[[({|]_*[\])}|])$/
/** What no tick is: words. */
const WORD = /[\p{L}\p{N}]{3}/u

/** Whether a word can be a box to tick, whatever is in it. */
export const isTickLike = ({ text }: Word): boolean =>
  text.length <= 8 && (TICKED.test(text) || EMPTY.test(text) || !WORD.test(text))

/**
 * The state of a box by what stands where it is: nothing is an empty box drawn by lines, or the place for a cross.
 * Drawings count where the words say nothing: a cross level with the label ticks, all else that reaches so far is
 * unread. `label`: the box around it; `reach`: how far to its left they may be.
 */
export function tickOf(words: readonly Word[], drawn: readonly Word[], label: Place, reach: number): PaperTick {
  const text = words.map((word) => word.text).join('')
  if (text !== '' && !EMPTY.test(text)) return { state: TICKED.test(text) ? 'ticked' : 'unread', words }
  const near = drawn.filter(({ place }) => isBefore(place, label, reach))
  if (near.length === 0) return { state: 'empty', words }
  const isTicked = near.some(({ text: sign, place }) => TICKED.test(sign) && isLevel(place, label))
  return { state: isTicked ? 'ticked' : 'unread', words: [...words, ...near] }
}

function isBefore(place: Place, label: Place, reach: number): boolean {
  const gap = label.left - centreOf(place)
  const shared = Math.min(place.bottom, label.bottom) - Math.max(place.top, label.top)
  const least = Math.min(heightOf(place), heightOf(label))
  return place.page === label.page && gap > 0 && gap < reach && shared > 0.3 * least
}

const isLevel = (place: Place, { top, bottom }: Place): boolean => middleOf(place) > top && middleOf(place) < bottom

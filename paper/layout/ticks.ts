import type { PaperTick } from '../form/paperForm.ts'
import type { Word } from '../page/page.ts'

/** Signs of a ticked box, alone or between brackets or on a line: `X`, `[x]`, `_X_`, `☒`. */
const TICKED = /^[[({|_/]*[xX\u00d7\u2612\u2611\u2713-\u2718\u25a0\u25cf][\])}|_/]*$/
/** Signs of an empty one. */
const EMPTY = /^(?:[\u2610\u25a1\u25fb\u25a2_]+|[[({|]_*[\])}|])$/
/** What no tick is: words. */
const WORD = /[\p{L}\p{N}]{3}/u

/** Whether a word can be a box to tick, whatever is in it. */
export const isTickLike = ({ text }: Word): boolean =>
  text.length <= 8 && (TICKED.test(text) || EMPTY.test(text) || !WORD.test(text))

/** The state of a box by what stands where it is: nothing is an empty box drawn by lines, or the place for a cross. */
export function tickOf(words: readonly Word[]): PaperTick {
  const text = words.map((word) => word.text).join('')
  if (text === '' || EMPTY.test(text)) return { state: 'empty', words }
  return { state: TICKED.test(text) ? 'ticked' : 'unread', words }
}

import { type PaperTick, RELATIONSHIPS, type TickName } from '../form/paperForm.ts'
import { folded } from '../labels/likeness.ts'
import type { Word } from '../page/page.ts'
import type { HeadWords, PlacedLabel } from './headWords.ts'

const CROSS = /[xX✓✔☑☒√]/
const MARK = /^[[\]()xX✓✔☑☒√☐□○_oO0.]{1,4}$/

/** A label's mark has at most so many words: `[ X ]`. */
const MOST_WORDS = 3

/**
 * The boxes of the form with what stands in front of their labels. OCR of text leaves empty boxes out, so nothing is an
 * empty box; but where boxes of which one has to be ticked are all empty, none of them was read.
 */
export function ticksOf(head: HeadWords): Partial<Record<TickName, PaperTick>> {
  const ticks: Partial<Record<TickName, PaperTick>> = {}
  for (const label of head.labels) if (label.label.tick) ticks[label.label.tick] = tickOf(head, label)
  unreadIfNone(ticks, RELATIONSHIPS)
  unreadIfNone(ticks, ['isOnePerson', 'isJoint'])
  return ticks
}

function tickOf(head: HeadWords, { from, label }: PlacedLabel): PaperTick {
  const words = markWords(head, from)
  const glued = gluedMark(head.words[from]!.word, label.text)
  const text = words.map((word) => word.text).join('') + (glued ? 'X' : '')
  if (CROSS.test(text)) return { state: 'ticked', words: glued ? [...words, head.words[from]!.word] : words }
  return { state: /^[[\]()☐□○_oO0.]*$/.test(text) ? 'empty' : 'unread', words }
}

/** The free words directly in front of a label that look like a mark, taken. */
function markWords(head: HeadWords, from: number): Word[] {
  const words: Word[] = []
  for (let i = from - 1; i >= 0 && words.length < MOST_WORDS; i--) {
    const { word, line } = head.words[i]!
    if (line !== head.words[from]!.line || !head.isFree(i) || !MARK.test(word.text)) break
    words.unshift(word)
    head.take(i)
    // A cross or a box of its own is the whole mark.
    if (/^(?:[xX✓✔☑☒√☐□○]|[[(].*[\])])$/.test(word.text)) break
  }
  return words
}

/** `XDirector`, `[X]Director`: the mark is part of the word. */
function gluedMark({ text }: Word, label: string): boolean {
  return /^[[(]?[xX✓✔☑☒√][\])]?\p{Lu}/u.test(text) && !folded(label).startsWith('x')
}

function unreadIfNone(ticks: Partial<Record<TickName, PaperTick>>, keys: readonly TickName[]): void {
  if (keys.some((key) => ticks[key]?.state !== 'empty')) return
  for (const key of keys) ticks[key] = { state: 'unread', words: [] }
}

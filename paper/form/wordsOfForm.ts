import type { Word } from '../page/page.ts'
import type { PaperForm } from './paperForm.ts'

/** All words of a form, whatever they were taken for, from page to page, from line to line. */
export function wordsOfForm(form: PaperForm): Word[] {
  const words = new Set<Word>()
  gather(form, words)
  return [...words].sort(({ place: a }, { place: b }) => a.page - b.page || a.top - b.top || a.left - b.left)
}

/** Cells, ticks and what is ignored or unplaced all keep their words under this name; nothing else in a form does. */
function gather(part: unknown, words: Set<Word>): void {
  if (typeof part !== 'object' || part === null) return
  for (const [name, value] of Object.entries(part)) {
    if (name === 'words') for (const word of value as readonly Word[]) words.add(word)
    else gather(value, words)
  }
}

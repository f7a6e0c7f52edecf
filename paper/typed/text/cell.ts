import type { PaperCell } from '../../form/paperForm.ts'
import type { Word } from '../../page/page.ts'
import { textOf } from './words.ts'

/** Lines of words as a cell, lines joined by blanks, blanks to fill in (`____`) left out; `undefined` where there is no word. */
export function cellOf(lines: readonly (readonly Word[])[], marks: readonly string[] = []): PaperCell | undefined {
  const filled = lines.map((words) => words.filter(isAnswer)).filter((words) => words.length > 0)
  if (filled.length === 0) return undefined
  const texts = filled.map(textOf)
  return { text: texts.join(' '), lines: texts, marks, words: filled.flat() }
}

/** Not a line to write on. */
function isAnswer(word: Word): boolean {
  return !/^_+$/.test(word.text)
}

/** Words in reading order as lines. */
export function byLine(words: readonly Word[]): readonly (readonly Word[])[] {
  const lines: Word[][] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last && last[0]!.place.page === word.place.page && last[0]!.place.top === word.place.top) last.push(word)
    else lines.push([word])
  }
  return lines
}

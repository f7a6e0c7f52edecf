import type { Ignored, PaperCell } from '../form/paperForm.ts'
import type { Word } from '../page/page.ts'
import { cellOf, linesByPage } from './cell.ts'

/** Keeps account of every word of a form: each is taken once, or is left over at the end. */
export class WordLedger {
  /** Signs of the same pages that are no words, see `Page.drawn`. */
  readonly drawn: readonly Word[]
  private readonly all: readonly Word[]
  private readonly taken = new Set<Word>()
  private readonly print: Word[] = []
  private readonly noise: Word[] = []

  constructor(words: readonly Word[], drawn: readonly Word[] = []) {
    this.all = words
    this.drawn = drawn
  }

  /** Those of some words that nobody took yet. */
  free(words: readonly Word[]): Word[] {
    return words.filter((word) => !this.taken.has(word))
  }

  /** They are in a cell or tick. */
  take(words: readonly Word[]): void {
    for (const word of words) this.taken.add(word)
  }

  /** They are the form itself. */
  ignorePrint(words: readonly Word[]): void {
    this.print.push(...new Set(this.free(words)))
    this.take(words)
  }

  /** No form says them. */
  ignoreNoise(words: readonly Word[]): void {
    this.noise.push(...new Set(this.free(words)))
    this.take(words)
  }

  /** They turned out to be in no field. */
  release(words: readonly Word[]): void {
    for (const word of words) this.taken.delete(word)
  }

  ignored(): Ignored[] {
    const all: Ignored[] = [
      { why: 'form', words: this.print },
      { why: 'noise', words: this.noise },
    ]
    return all.filter(({ words }) => words.length > 0)
  }

  /** What is left, line by line. */
  unplaced(): PaperCell[] {
    return linesByPage(this.free(this.all)).flatMap(({ words }) => cellOf(words) ?? [])
  }
}

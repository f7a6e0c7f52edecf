import type { PaperTick } from '../../form/paperForm.ts'
import type { Word } from '../../page/page.ts'
import type { Token } from './blocks.ts'
import { PLAIN, type Style } from './style.ts'

type Place = { -readonly [K in keyof Word['place']]: Word['place'][K] }

/** Puts letters into words and words into a line. */
export class LineBuilder {
  /** Words so far, on all lines. */
  words = 0
  private tokens: Token[] = []
  private number = 0
  private word = ''
  private style = PLAIN
  private isGlued = false
  private startsAsPrint = false
  private isValue = false

  /** Letters without white space; they go on with the word before where nothing but markup is between. */
  add(letters: string, style: Style, row: number): void {
    const { isRaised, isRemark } = this.style
    if (this.word !== '' && (isRaised !== style.isRaised || isRemark !== style.isRemark)) this.endWord(row, true)
    if (this.word === '') {
      this.style = style
      this.startsAsPrint = !style.isValue
      this.isValue = false
    }
    this.word += letters
    this.isValue ||= style.isValue
  }

  /** A box to tick; `text` is what stands for it. */
  addTick(tick: PaperTick['state'], text: string, style: Style, row: number): void {
    this.endWord(row, true)
    this.push(text, row, { tick, isValue: style.isValue, startsAsPrint: true, isRemark: false })
    this.isGlued = true
  }

  /** `isNextGlued`: no white space ends the word. */
  endWord(row: number, isNextGlued: boolean): void {
    if (this.word !== '') {
      const { isRaised, isRemark, cik } = this.style
      const { isValue, startsAsPrint } = this
      this.push(this.word, row, { isValue, startsAsPrint, isRemark, ...(cik === undefined ? {} : { cik }) }, isRaised)
    }
    this.word = ''
    this.isGlued = isNextGlued && this.tokens.length > 0
  }

  private push(text: string, row: number, parts: Omit<Token, 'word' | 'line' | 'isGlued'>, isRaised = false): void {
    this.words++
    const place: Place = { page: 1, left: 0, top: row, right: 1, bottom: row + 1 }
    const word: Word = { text, place, certainty: 1, ...(isRaised ? { isRaised } : {}) }
    this.tokens.push({ word, line: this.number, isGlued: this.isGlued, ...parts })
  }

  /** The line's words; a new line begins. Empty where nothing was added. */
  end(row: number): Token[] {
    this.endWord(row, false)
    const { tokens } = this
    if (tokens.length > 0) this.number++
    this.tokens = []
    return tokens
  }
}

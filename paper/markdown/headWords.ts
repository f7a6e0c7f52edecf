import { LabelText } from '../labels/findLabel.ts'
import type { Word } from '../page/page.ts'
import { type HeadLabel, headLabels, SUB_LABEL } from './headLabels.ts'
import type { TextLine } from './textLines.ts'

/** A word above the tables, with its line and cell. */
export interface HeadWord {
  readonly word: Word
  readonly line: number
  readonly column: number
}

/** A label found there, the words from `from` to before `to`. */
export interface PlacedLabel {
  readonly label: HeadLabel
  readonly from: number
  readonly to: number
  /** The share of letters that differ from the print. */
  readonly difference: number
}

/** Above this a label is said to be noise: nobody could read it as what it is. */
export const GARBLED = 0.15

const USUAL_DIFFERENCE = 0.25

/** The words above the tables and the labels among them; what is neither is free. */
export class HeadWords {
  readonly words: readonly HeadWord[]
  readonly labels: PlacedLabel[] = []
  private readonly text: LabelText

  constructor(lines: readonly TextLine[]) {
    this.words = lines.flatMap(({ number, cells }) =>
      cells.flatMap(({ column, words }) => words.map((word) => ({ word, line: number, column }))),
    )
    this.text = new LabelText(this.words.map(({ word }) => word.text))
    for (const label of headLabels) this.place(label)
    for (const found of this.subLabels()) {
      this.text.take(found)
      this.subWords.push(...this.words.slice(found.from, found.to).map(({ word }) => word))
    }
  }

  isFree(index: number): boolean {
    return this.text.isFree(index)
  }

  take(index: number): void {
    this.text.take({ from: index, to: index + 1 })
  }

  /** The indices of the free words, in reading order. */
  free(): number[] {
    return this.words.flatMap((_, i) => (this.isFree(i) ? [i] : []))
  }

  label(predicate: (label: HeadLabel) => boolean): PlacedLabel | undefined {
    return this.labels.find(({ label }) => predicate(label))
  }

  /** The words of those sub-labels. */
  readonly subWords: Word[] = []

  /** The lines on which the sub-labels `(Last)`, `(Street)`, `(City)` stand, by name. */
  readonly subLines = new Map<string, number>()

  private place(label: HeadLabel): void {
    const { text, most = USUAL_DIFFERENCE, tick, box } = label
    // A box has several labels, of several prints; one of them is there.
    if (
      this.labels.some(
        ({ label: other }) => (tick && other.tick === tick) || (box && box !== 'omb' && other.box === box),
      )
    )
      return
    const found = this.text.find(text, most)
    if (!found) return
    const from = this.withNumber(found.from)
    this.text.take({ from, to: found.to })
    this.labels.push({ label, from, to: found.to, difference: found.difference })
  }

  /** The number of a box in front of its label belongs to it. */
  private withNumber(from: number): number {
    const before = this.words[from - 1]
    const isNumber = before !== undefined && /^\d{1,2}[a-c]?[.)]$/i.test(before.word.text) && this.isFree(from - 1)
    return isNumber && before.line === this.words[from]!.line ? from - 1 : from
  }

  /** `(Last)`, cut apart as it may be; brackets tell it from a name. */
  private *subLabels(): Generator<{ from: number; to: number }> {
    for (let from = 0; from < this.words.length; from++) {
      for (const count of [1, 2, 3]) {
        const span = this.words.slice(from, from + count)
        const isOne = span.every(({ line }, i) => line === span[0]!.line && this.isFree(from + i))
        const text = span.map(({ word }) => word.text).join('')
        const name = /[()]/.test(text) ? SUB_LABEL.exec(text)?.[1] : undefined
        if (!isOne || name === undefined) continue
        if (!this.subLines.has(name.toLowerCase())) this.subLines.set(name.toLowerCase(), span[0]!.line)
        yield { from, to: from + count }
        break
      }
    }
  }
}

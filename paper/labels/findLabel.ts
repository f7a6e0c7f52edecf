import { folded } from './likeness.ts'

/** Where a label was found among words: the first word and the one behind the last, and the share of letters that differ. */
export interface FoundLabel {
  readonly from: number
  readonly to: number
  readonly difference: number
}

/** Words folded into one text, in which labels are looked for; what is taken is found no more. */
export class LabelText {
  private readonly letters: string[] = []
  /** The word that each letter is of. */
  private readonly wordOf: number[] = []
  private readonly isTaken: boolean[]

  constructor(words: readonly string[]) {
    this.isTaken = words.map(() => false)
    for (const [i, word] of words.entries()) {
      for (const letter of folded(word)) {
        this.letters.push(letter)
        this.wordOf.push(i)
      }
    }
  }

  /**
   * The place where a label stands best, cut apart and misspelt as it may be, with at most `most` of its letters
   * different; `undefined` where it stands nowhere. Of equally good places the first. Work: letters of the text times
   * letters of the label.
   */
  find(label: string, most: number): FoundLabel | undefined {
    const needle = folded(label)
    const length = needle.length
    let best: { end: number; start: number; cost: number } | undefined
    // Sellers: the cost of each beginning of the label that ends here, and where it began; one row, changed in place.
    const costs = Int32Array.from({ length: length + 1 }, (_, i) => i)
    const starts = new Int32Array(length + 1)
    for (let at = 0; at < this.letters.length; at++) {
      const letter = this.letters[at]
      const isTaken = this.isTaken[this.wordOf[at]!]!
      let [diagonalCost, diagonalStart] = [0, at]
      starts[0] = at + 1
      for (let j = 1; j <= length; j++) {
        const replace = diagonalCost + (letter === needle[j - 1] ? 0 : 1)
        const skip = costs[j]! + 1
        const lose = costs[j - 1]! + 1
        const cost = Math.min(replace, skip, lose)
        const start = cost === replace ? diagonalStart : cost === skip ? starts[j]! : starts[j - 1]!
        diagonalCost = costs[j]!
        diagonalStart = starts[j]!
        costs[j] = isTaken ? length * 2 : cost
        starts[j] = start
      }
      const cost = costs[length]!
      if (!best || cost < best.cost) best = { cost, end: at, start: starts[length]! }
    }
    if (!best || best.cost > most * length || best.end < best.start) return undefined
    return { ...this.wordsOf(best.start, best.end), difference: best.cost / length }
  }

  take({ from, to }: { from: number; to: number }): void {
    for (let i = from; i < to; i++) this.isTaken[i] = true
  }

  isFree(word: number): boolean {
    return !this.isTaken[word]
  }

  /** The words that have at least half of their letters in the range. */
  private wordsOf(start: number, end: number): { from: number; to: number } {
    const inside = new Map<number, number>()
    for (let at = start; at <= end; at++) inside.set(this.wordOf[at]!, (inside.get(this.wordOf[at]!) ?? 0) + 1)
    const words = [...inside].filter(([word, count]) => count * 2 >= this.lengthOf(word)).map(([word]) => word)
    const [first = this.wordOf[start]!] = words
    return { from: first, to: (words.at(-1) ?? first) + 1 }
  }

  private lengthOf(word: number): number {
    const first = this.wordOf.indexOf(word)
    return this.wordOf.lastIndexOf(word) - first + 1
  }
}

import { type Pair, pairsOf, type Unlikely } from '../glyphs/alignment.ts'
import type { OcrSymbol, OcrWord } from '../ocr/ocrEngine.ts'
import type { Part } from './parts.ts'

/** A letter of the OCR, in the pixels of the page. */
export interface ReadSymbol extends OcrSymbol {
  readonly word: OcrWord
  /** Whether it begins a word. */
  readonly opens: boolean
}

/** What the OCR made of a part, and of all that look like it. */
export interface Reading {
  readonly part: Part
  readonly symbols: readonly ReadSymbol[]
  readonly pairs: readonly Pair[]
}

/** What most words say about a glyph. */
export interface Verdict {
  readonly label: string
  /** How much of the votes said so, from 0 to 1. */
  readonly share: number
  /** All votes: about the number of different words that were read with confidence. */
  readonly total: number
}

/** How unlikely glyphs that stand together as one letter nowhere else are to be one. */
const UNSEEN_TOGETHER = 0.5
const NO_VOTES: ReadonlyMap<string, number> = new Map()

/** Which letters the OCR took each family of glyphs for, over all words read. */
export class Votes {
  private readonly byKey = new Map<string, Map<string, number>>()

  add(key: string, label: string, weight: number): void {
    const labels = this.byKey.get(key) ?? new Map<string, number>()
    labels.set(label, weight + (labels.get(label) ?? 0))
    this.byKey.set(key, labels)
  }

  /** The votes for each label. */
  private labelsOf(key: string): ReadonlyMap<string, number> {
    return this.byKey.get(key) ?? NO_VOTES
  }

  /** How unlikely a label is for glyphs by the votes of others than `own`, as a cost from 0 to 1.2. */
  unlikely(key: string, label: string, own: Votes): number {
    const owns = own.labelsOf(key)
    let total = 0
    let same = 0
    for (const [each, all] of this.labelsOf(key)) {
      const weight = Math.max(0, all - (owns.get(each) ?? 0))
      total += weight
      if (each === label) same = weight
    }
    if (total === 0 && key.includes('+')) return UNSEEN_TOGETHER
    return Math.min(1.2, -0.25 * Math.log((same + 0.3) / (total + 0.3)))
  }

  /** What most say, but for the votes of one word, which are left out: nobody is a witness for himself. */
  verdict(key: string, without: { readonly label: string; readonly weight: number }): Verdict {
    let label = ''
    let most = 0
    let total = 0
    for (const [each, all] of this.byKey.get(key) ?? []) {
      const weight = each === without.label ? Math.max(0, all - without.weight) : all
      total += weight
      if (weight <= most) continue
      label = each
      most = weight
    }
    return { label, share: total > 0 ? most / total : 0, total }
  }
}

/** What votes are kept under: the families of the glyphs. */
export const keyOf = ({ families }: Part, glyphs: readonly number[]) => glyphs.map((g) => families[g]!.id).join('+')

export const labelOf = ({ symbols }: Reading, { symbols: own }: Pair) => own.map((i) => symbols[i]!.text).join('')

/** The confidence from which the OCR is taken for sure of a word or letter. */
const SURE = 0.85
/** What a letter says by the number of letters in its word: context makes the OCR reliable, single letters do not. */
const WEIGHTS = [0, 0.4, 0.6, 1] as const
const UNSURE = 0.1

/** How much the reading of a pair counts. */
export function weightOf({ symbols }: Reading, { glyphs, symbols: own }: Pair): number {
  const symbol = symbols[own[0] ?? -1]
  if (!symbol || glyphs.length === 0) return 0
  if (symbol.word.confidence < SURE || symbol.confidence < SURE) return UNSURE
  return WEIGHTS[Math.min(3, symbol.word.symbols.length)]!
}

/** How often the glyphs are paired anew with what was learnt from the pairs before. */
const ROUNDS = 3

/**
 * Pairs the glyphs of all parts with the letters read, and counts for each family what it was read as. The first pairs
 * go by place alone; from then on a glyph that is an `e` in most words is paired with the `e` of the next one too.
 */
export function paired(parts: readonly { readonly part: Part; readonly symbols: readonly ReadSymbol[] }[]): {
  readings: Reading[]
  votes: Votes
} {
  let readings = parts.map((read) => ({
    ...read,
    pairs: pairsOf(read.part.glyphs, read.symbols, read.part.line.height),
  }))
  let votes = votesOf(readings)
  for (let round = 0; round < ROUNDS; round++) {
    const before = votes
    readings = readings.map((read) => {
      const own = votesOf([read])
      const keys = read.part.families.map(({ id }) => String(id))
      const unlikely: Unlikely = (first, count, label) => {
        const key = count === 1 ? keys[first]! : keys.slice(first, first + count).join('+')
        return before.unlikely(key, label, own)
      }
      return { ...read, pairs: pairsOf(read.part.glyphs, read.symbols, read.part.line.height, unlikely) }
    })
    votes = votesOf(readings)
  }
  return { readings, votes }
}

function votesOf(readings: readonly Reading[]): Votes {
  const votes = new Votes()
  for (const reading of readings) {
    for (const pair of reading.pairs) {
      if (pair.glyphs.length > 0)
        votes.add(keyOf(reading.part, pair.glyphs), labelOf(reading, pair), weightOf(reading, pair))
    }
  }
  return votes
}

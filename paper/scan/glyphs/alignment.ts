import type { OcrSymbol } from '../ocr/ocrEngine.ts'
import type { Glyph } from './glyph.ts'

/**
 * Glyphs and the letters that the OCR read there, both by their numbers in the line. One side is empty where the other
 * has no counterpart.
 */
export interface Pair {
  readonly glyphs: readonly number[]
  readonly symbols: readonly number[]
}

/** How unlikely it is that so many glyphs from the first on are a label, from 0 on. */
export type Unlikely = (first: number, count: number, label: string) => number

/**
 * What it costs to leave a glyph or a letter alone, and for each further letter of a glyph, for each further glyph of a
 * letter: shares of a letter's height. Letters touch more often than they break.
 */
const ALONE = 1.5
const TOUCHING = 0.6
const BROKEN = 1.1
/** Letters that printers join cost next to nothing together. */
const LIGATURE = 0.1
const LIGATURES = new Set(['fi', 'fl', 'ff', 'ffi', 'ffl'])
/** How many glyphs one letter may be broken into, how many letters one glyph may hold. */
const MOST_GLYPHS = 3
const MOST_SYMBOLS = 4
/** Farther apart than so many heights, a glyph and a letter are not compared. */
const FARTHEST = 4

/** Steps of the pairing: how many glyphs and how many letters go together. */
const STEPS: readonly (readonly [glyphs: number, symbols: number])[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  ...Array.from({ length: MOST_SYMBOLS - 1 }, (_, i) => [1, i + 2] as const),
  ...Array.from({ length: MOST_GLYPHS - 1 }, (_, i) => [i + 2, 1] as const),
]

/**
 * Which glyphs are which letters of the OCR, both from left to right: the pairing that costs least, by where they stand
 * (the OCR's own boxes are often off by a letter) and by how unlikely the labels are. `height` is that of a letter.
 */
export function pairsOf(
  glyphs: readonly Glyph[],
  symbols: readonly OcrSymbol[],
  height: number,
  unlikely: Unlikely = () => 0,
): Pair[] {
  const rows = symbols.length + 1
  const labels = symbols.map((_, s) => joinedFrom(symbols, s))
  const costs = new Float64Array((glyphs.length + 1) * rows).fill(Number.POSITIVE_INFINITY)
  const steps = new Uint8Array(costs.length)
  costs[0] = 0
  for (let g = 0; g <= glyphs.length; g++) {
    for (let s = 0; s <= symbols.length; s++) {
      const own = costs[g * rows + s]!
      if (own === Number.POSITIVE_INFINITY || isFar(glyphs[g], symbols[s], height)) continue
      for (const [i, [dg, ds]] of STEPS.entries()) {
        if (g + dg > glyphs.length || s + ds > symbols.length) continue
        const at = (g + dg) * rows + s + ds
        const label = labels[s]?.[ds - 1] ?? ''
        const placed = own + misplaced(glyphs, g, dg, symbols, s, ds, height, label)
        if (placed >= costs[at]!) continue
        const total = placed + (dg > 0 && ds > 0 ? unlikely(g, dg, label) : 0)
        if (total >= costs[at]!) continue
        costs[at] = total
        steps[at] = i
      }
    }
  }
  if (costs.at(-1) === Number.POSITIVE_INFINITY) return allAlone(glyphs.length, symbols.length)
  return walkedBack(steps, glyphs.length, symbols.length)
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i)

/** The text of one letter, of it and the next, and so on. */
function joinedFrom(symbols: readonly OcrSymbol[], from: number): string[] {
  const texts: string[] = []
  for (let s = from; s < symbols.length && texts.length < MOST_SYMBOLS; s++) {
    texts.push((texts.at(-1) ?? '') + symbols[s]!.text)
  }
  return texts
}

const isFar = (glyph: Glyph | undefined, symbol: OcrSymbol | undefined, height: number) =>
  glyph !== undefined && symbol !== undefined && Math.abs(glyph.left - symbol.box.left) > FARTHEST * height

function misplaced(
  glyphs: readonly Glyph[],
  g: number,
  dg: number,
  symbols: readonly OcrSymbol[],
  s: number,
  ds: number,
  height: number,
  label: string,
): number {
  if (dg === 0 || ds === 0) return ALONE
  const left = Math.abs(glyphs[g]!.left - symbols[s]!.box.left)
  const right = Math.abs(glyphs[g + dg - 1]!.right - symbols[s + ds - 1]!.box.right)
  const joined = dg === 1 && ds > 1 && LIGATURES.has(label) ? LIGATURE : BROKEN * (dg - 1) + TOUCHING * (ds - 1)
  return Math.min(2, (left + right) / (2 * height)) + joined
}

const allAlone = (glyphs: number, symbols: number): Pair[] => [
  ...range(0, glyphs).map((i) => ({ glyphs: [i], symbols: [] })),
  ...range(0, symbols).map((i) => ({ glyphs: [], symbols: [i] })),
]

/** The pairs along the cheapest way. */
function walkedBack(steps: Uint8Array, glyphs: number, symbols: number): Pair[] {
  const pairs: Pair[] = []
  for (let g = glyphs, s = symbols; g > 0 || s > 0; ) {
    const [dg, ds] = STEPS[steps[g * (symbols + 1) + s]!]!
    pairs.push({ glyphs: range(g - dg, dg), symbols: range(s - ds, ds) })
    g -= dg
    s -= ds
  }
  return pairs.reverse()
}

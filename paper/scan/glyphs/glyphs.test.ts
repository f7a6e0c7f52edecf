import { expect, test } from 'vitest'
import type { GreyImage } from '../image/greyImage.ts'
import type { OcrSymbol } from '../ocr/ocrEngine.ts'
import { pairsOf } from './alignment.ts'
import { Families } from './families.ts'
import { formOf, formsApart } from './form.ts'
import { type Glyph, glyphsOf } from './glyph.ts'
import { apart, patchOf } from './patch.ts'

/** A glyph drawn in letters, each so many pixels wide and high, moved by parts of a pixel, with a margin of three. */
function picture(rows: readonly string[], size = 3, dx = 0, dy = 0): GreyImage {
  const width = rows[0]!.length * size + 7
  const height = rows.length * size + 7
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let ink = 0
      for (const [ox, oy, share] of [
        [0, 0, (1 - dx) * (1 - dy)],
        [1, 0, dx * (1 - dy)],
        [0, 1, (1 - dx) * dy],
        [1, 1, dx * dy],
      ] as const) {
        const row = Math.floor((y - 3 - oy) / size)
        const column = Math.floor((x - 3 - ox) / size)
        if (rows[row]?.[column] === '#') ink += share
      }
      data[y * width + x] = Math.round(255 * (1 - ink))
    }
  }
  return { width, height, data }
}

const THREE = ['.####.', '#....#', '.....#', '..###.', '.....#', '.....#', '#....#', '.####.']
const EIGHT = ['.####.', '#....#', '#....#', '.####.', '#....#', '#....#', '#....#', '.####.']

test('a glyph is the same wherever it falls in the raster, another one is not', () => {
  const three = patchOf(picture(THREE))
  expect(apart(three, patchOf(picture(THREE, 3, 0.25, 0.75)))).toBeLessThan(0.006)
  expect(apart(three, patchOf(picture(EIGHT)))).toBeGreaterThan(0.05)
  expect(apart(three, patchOf(picture(EIGHT)), 0.01)).toBe(Number.POSITIVE_INFINITY)
  expect(apart(three, patchOf(picture(THREE, 5)))).toBe(Number.POSITIVE_INFINITY)
})

test('families hold what looks the same and stands alike', () => {
  const families = new Families()
  const stands = { top: -27, lineHeight: 24 }
  const first = families.of(picture(THREE), stands)
  expect(families.of(picture(THREE), stands)).toBe(first)
  expect(families.of(picture(THREE, 3, 0.25, 0.75), { ...stands, top: -26 })).toBe(first)
  expect(families.of(picture(EIGHT), stands)).not.toBe(first)
  expect(families.of(picture(THREE), { ...stands, top: -45 })).not.toBe(first)
  expect(families.all).toHaveLength(3)
})

test('the form of a glyph is that of its larger kin', () => {
  const small = formOf(patchOf(picture(THREE, 3)))
  expect(formsApart(small, formOf(patchOf(picture(THREE, 4))))).toBeLessThan(0.06)
  expect(formsApart(small, formOf(patchOf(picture(EIGHT, 4))))).toBeGreaterThan(0.08)
  expect(formsApart(small, formOf(patchOf(picture(['#', '#', '#', '#'], 6))))).toBe(Number.POSITIVE_INFINITY)
})

const piece = (id: number, left: number, top: number, right: number, bottom: number) => ({
  id,
  left,
  top,
  right,
  bottom,
  area: 9,
})

test('a dot belongs to the stem below it, a neighbour does not', () => {
  const glyphs = glyphsOf([piece(0, 20, 10, 23, 30), piece(1, 20, 3, 23, 6), piece(2, 25, 10, 40, 30)])
  expect(glyphs.map(({ left, top, right, pieces }) => [left, top, right, pieces.length])).toEqual([
    [20, 3, 23, 2],
    [25, 10, 40, 1],
  ])
})

/** Glyphs of ten pixels each side by side, and letters where the OCR has them. */
const glyphsAt = (...lefts: readonly (readonly [number, number])[]): Glyph[] =>
  lefts.map(([left, right]) => ({ left, right, top: 0, bottom: 20, pieces: [] }))
const symbolsAt = (...texts: readonly (readonly [string, number, number])[]): OcrSymbol[] =>
  texts.map(([text, left, right]) => ({ text, confidence: 0.99, box: { left, right, top: 0, bottom: 20 } }))
const told = (glyphs: readonly Glyph[], symbols: readonly OcrSymbol[], unlikely?: Parameters<typeof pairsOf>[3]) =>
  pairsOf(glyphs, symbols, 20, unlikely).map((pair) => [
    pair.glyphs.join(),
    pair.symbols.map((s) => symbols[s]!.text).join(''),
  ])

test('glyphs and letters go together by their places', () => {
  const glyphs = glyphsAt([0, 10], [12, 22], [24, 34])
  expect(told(glyphs, symbolsAt(['a', 0, 10], ['b', 12, 22], ['c', 25, 34]))).toEqual([
    ['0', 'a'],
    ['1', 'b'],
    ['2', 'c'],
  ])
})

test('letters that touch are one glyph, a broken letter is two, ink without letters is left alone', () => {
  expect(told(glyphsAt([0, 10], [12, 34]), symbolsAt(['a', 0, 10], ['r', 12, 22], ['t', 23, 34]))).toEqual([
    ['0', 'a'],
    ['1', 'rt'],
  ])
  expect(told(glyphsAt([0, 10], [12, 15], [17, 22]), symbolsAt(['a', 0, 10], ['u', 12, 22]))).toEqual([
    ['0', 'a'],
    ['1,2', 'u'],
  ])
  expect(told(glyphsAt([0, 10], [60, 70]), symbolsAt(['a', 0, 10]))).toEqual([
    ['0', 'a'],
    ['1', ''],
  ])
})

test('what is known of the glyphs outweighs where the OCR puts its letters', () => {
  const glyphs = glyphsAt([0, 10], [12, 22], [24, 34])
  const symbols = symbolsAt(['o', 0, 10], ['r', 0, 12], ['t', 12, 34])
  const unlikely = (first: number, _count: number, label: string) => (label === 'ort'[first] ? 0 : 1.2)
  expect(told(glyphs, symbols, unlikely)).toEqual([
    ['0', 'o'],
    ['1', 'r'],
    ['2', 't'],
  ])
})

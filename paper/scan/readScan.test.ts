import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentOf, form4 } from '../../core/write/inventedFilings.mts'
import { renderPdf } from '../../print/renderPdf.ts'
import { Random } from '../../tools/testing/random.ts'
import { type Distortion, distorted, picturesOf } from './distort.mts'
import type { GreyImage } from './image/greyImage.ts'
import { type OcrEngine, startOcr } from './ocr/ocrEngine.ts'
import { readScan, type ScannedPage } from './readScan.ts'

let ocr: OcrEngine
let first: GreyImage

beforeAll(async () => {
  ocr = await startOcr()
  ;[first] = (await picturesOf(await renderPdf(documentOf(form4())), 300)) as [GreyImage]
})

afterAll(() => ocr.end())

async function read(distortion: Distortion): Promise<ScannedPage> {
  const [page] = await Array.fromAsync(readScan([distorted(first, distortion, new Random(1))], ocr))
  return page!
}

/** Values of the invented form, each a word of its own. */
const VALUES = [
  'FERN',
  '0009000001',
  '94000',
  '05/29/2024',
  '$1,250.50',
  '14,706',
  '$3.49780',
  '12,345,678,901,234,567.1234',
]

test('an invented form reads back, values certain, marks raised, boxes judged', { timeout: 120_000 }, async () => {
  const { page, diagnostics } = await read('none')
  expect(diagnostics).toEqual([])
  const texts = page.words.map(({ text }) => text.replace(/[[\]]/g, ''))
  for (const value of VALUES) expect(texts).toContain(value)
  const doubtful = page.words.filter(({ certainty }) => certainty < 0.9)
  expect(doubtful.length).toBeLessThan(page.words.length / 15)
  expect(page.words.filter(({ isRaised }) => isRaised).map(({ text }) => text)).toContain('(1)')
  expect(texts.filter((text) => text === '\u2612')).toHaveLength(4)
  expect(page.rules.length).toBeGreaterThan(20)
  expect([page.unit, page.number]).toEqual(['pixel', 1])
})

test('upside down, sideways and askew, it is read upright', { timeout: 240_000 }, async () => {
  for (const distortion of ['upsideDown', 'sideways', 'skew'] as const) {
    const { page, diagnostics } = await read(distortion)
    expect(page.width).toBeGreaterThan(page.height)
    expect(diagnostics.map(({ code }) => code)).toEqual(distortion === 'skew' ? [] : ['P311'])
    const texts = page.words.map(({ text }) => text)
    for (const value of VALUES.slice(1)) expect(texts).toContain(value)
  }
})

test('of a page in a photo every word is doubtful, and the reader says why', { timeout: 120_000 }, async () => {
  const { page, diagnostics } = await read('photo')
  expect(diagnostics.map(({ code }) => code)).toContain('P312')
  expect(page.words.every(({ certainty }) => certainty <= 0.5)).toBe(true)
})

test('a blank page and one of noise have no words, and say so', async () => {
  const blank = { width: 850, height: 1100, data: new Uint8Array(850 * 1100).fill(255), dpi: 100 }
  const noise = { width: 3000, height: 3000, data: Uint8Array.from({ length: 9e6 }, (_, i) => (i % 2) * 255), dpi: 300 }
  const codes: string[][] = []
  for await (const { page, diagnostics } of readScan([blank, noise], ocr)) {
    expect(page.words).toEqual([])
    codes.push(diagnostics.map(({ code }) => code))
  }
  expect(codes).toEqual([['P313'], ['P314']])
})

import { deflateSync } from 'node:zlib'
import { encode as encodePng } from 'fast-png'
import { encode as encodeJpeg } from 'jpeg-js'
import { decode, decodeImage, toRGBA8 } from 'utif2'
import { expect, test } from 'vitest'
import { decodeImages, isImage } from './decodeImages.ts'
import { bytesOf, ownRow, rowByAbove, tiffOf } from './faxEncoder.mts'
import { MOST_PIXELS } from './imageLimits.ts'

const codesOf = (bytes: Uint8Array) =>
  [...decodeImages(bytes)].flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))
const onlyImage = (bytes: Uint8Array) => {
  const [first, ...rest] = [...decodeImages(bytes)]
  expect(rest).toEqual([])
  expect(first?.diagnostics).toEqual([])
  return first!.image!
}

const RAMP = Uint8Array.from({ length: 6 * 4 }, (_, i) => i * 10)

test('grey, coloured, transparent, 16-bit and 1-bit PNGs', () => {
  const grey = onlyImage(encodePng({ width: 6, height: 4, data: RAMP, channels: 1, depth: 8 }))
  expect([grey.width, grey.height, ...grey.data]).toEqual([6, 4, ...RAMP])
  const colour = onlyImage(
    encodePng({
      width: 1,
      height: 2,
      data: [255, 0, 0, 9, 9, 9].reduce((a, v, i) => a.with(i, v), new Uint8Array(6)),
      channels: 3,
      depth: 8,
    }),
  )
  expect([...colour.data]).toEqual([76, 9])
  const clear = onlyImage(
    encodePng({ width: 2, height: 1, data: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 255), channels: 4, depth: 8 }),
  )
  expect([...clear.data]).toEqual([255, 0])
  const deep = onlyImage(encodePng({ width: 2, height: 1, data: Uint16Array.of(0, 65535), channels: 1, depth: 16 }))
  expect([...deep.data]).toEqual([0, 255])
  expect([...onlyImage(pngOf(10, 2, 1, 0, Uint8Array.of(0, 0b10000000, 0b01000000, 0, 0, 0b11000000))).data]).toEqual([
    255,
    ...zeros(8),
    255,
    ...zeros(8),
    255,
    255,
  ])
})

const zeros = (count: number) => Array.from({ length: count }, () => 0)

test('a PNG says its resolution', () => {
  const bytes = pngOf(1, 1, 8, 0, Uint8Array.of(0, 7), [
    chunk('pHYs', Uint8Array.of(0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1)),
  ])
  expect(onlyImage(bytes).dpi).toBeCloseTo(300, 0)
})

test('a JPEG', () => {
  const data = Buffer.alloc(16 * 16 * 4, 200)
  const image = onlyImage(encodeJpeg({ width: 16, height: 16, data }, 100).data)
  expect([image.width, image.height]).toEqual([16, 16])
  expect(Math.abs(image.data[100]! - 200)).toBeLessThan(3)
})

const ROWS = Array.from({ length: 5 }, (_, y) =>
  Array.from({ length: 40 }, (_, x) => ((x * x + 3 * y) % 7 < 3 ? 1 : 0)),
)
const FAX = { 256: 40, 257: 5, 258: 1, 262: 0, 277: 1, 278: 5 }

test('TIFFs of fax machines, as another reader reads them', () => {
  const strips = {
    2: ROWS.flatMap((row) => [...bytesOf(ownRow(row))]),
    4: [...bytesOf(ROWS.map((row, i) => rowByAbove(row, ROWS[i - 1] ?? zeros(40))).join(''))],
  }
  for (const [compression, strip] of Object.entries(strips)) {
    const bytes = tiffOf({ ...FAX, 259: Number(compression) }, Uint8Array.from(strip))
    const image = onlyImage(bytes)
    expect([...image.data]).toEqual(ROWS.flat().map((ink) => (ink === 1 ? 0 : 255)))
    const [page] = decode(bytes.slice().buffer)
    decodeImage(bytes.slice().buffer, page!)
    const other = toRGBA8(page!)
    if (compression === '4') expect([...image.data]).toEqual([...image.data.keys()].map((i) => other[4 * i]))
  }
})

test('a fax with half the resolution down is made square; black may be coded as white', () => {
  const strip = Uint8Array.from(ROWS.flatMap((row) => [...bytesOf(ownRow(row))]))
  const image = onlyImage(tiffOf({ ...FAX, 259: 2, 262: 1, 282: 200, 283: 100, 296: 2 }, strip))
  expect([image.width, image.height, image.dpi]).toEqual([40, 10, 200])
  expect([...image.data.subarray(40, 80)]).toEqual(ROWS[0]!.map((ink) => (ink === 1 ? 255 : 0)))
})

test('a TIFF without compression', () => {
  const image = onlyImage(tiffOf({ 256: 6, 257: 4, 258: 8, 259: 1, 262: 1, 277: 1, 278: 4 }, RAMP))
  expect([...image.data]).toEqual([...RAMP])
})

test('what is no image, or a broken one, is refused with a reason', () => {
  expect(codesOf(new TextEncoder().encode('%PDF-1.7'))).toEqual(['P301'])
  expect(isImage(Uint8Array.of(0xff, 0xd8, 0xff))).toBe(true)
  expect(isImage(new Uint8Array())).toBe(false)
  expect(codesOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toEqual(['P303'])
  expect(codesOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0))).toEqual(['P303'])
  expect(codesOf(Uint8Array.of(0x49, 0x49, 42, 0, 8, 0, 0, 0))).toEqual(['P303'])
  expect(codesOf(tiffOf({ ...FAX, 259: 99 }, RAMP))).toEqual(['P303'])
})

test('sizes are looked at before anything is decoded', () => {
  expect(codesOf(pngOf(60_000, 60_000, 8, 0, new Uint8Array()))).toEqual(['P302'])
  expect(codesOf(tiffOf({ ...FAX, 256: 60_000, 257: 60_000, 259: 4 }, RAMP))).toEqual(['P302'])
  expect(60_000 * 60_000).toBeGreaterThan(MOST_PIXELS)
})

test('a PNG that inflates to more than its size is not inflated', () => {
  expect(codesOf(pngOf(8, 8, 8, 0, new Uint8Array(20_000_000)))).toEqual(['P303'])
})

test('a TIFF whose pages form a ring ends', () => {
  const bytes = tiffOf({ 256: 6, 257: 4, 258: 8, 259: 1, 262: 1, 277: 1, 278: 4 }, RAMP)
  const view = new DataView(bytes.buffer)
  const directory = view.getUint32(4, true)
  view.setUint32(bytes.length - 4, directory, true)
  expect([...decodeImages(bytes)]).toHaveLength(1)
})

/** A PNG file of raw rows (filter byte first), with chunks before its data. */
function pngOf(
  width: number,
  height: number,
  depth: number,
  colour: number,
  rows: Uint8Array,
  before: Uint8Array[] = [],
) {
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  head.set([depth, colour], 8)
  const chunks = [chunk('IHDR', head), ...before, chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]
  return Buffer.concat([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), ...chunks])
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  new DataView(bytes.buffer).setUint32(0, data.length)
  bytes.set(new TextEncoder().encode(name), 4)
  bytes.set(data, 8)
  return bytes
}

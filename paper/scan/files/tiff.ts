import utif, { type IFD } from 'utif2'
import type { GreyImage } from '../image/greyImage.ts'
import { type FaxCoding, readFax } from './fax.ts'
import { greyOfRgba } from './grey.ts'
import { broken, type Refusal, refusedSize } from './imageLimits.ts'
import { type TiffTags, tiffPages } from './tiffDirectory.ts'

/** Tags by their names in TIFF 6.0. */
const WIDTH = 256
const HEIGHT = 257
const COMPRESSION = 259
const PHOTOMETRIC = 262
const FILL_ORDER = 266
const STRIPS = 273
const ROWS_A_STRIP = 278
const STRIP_BYTES = 279
const X_RESOLUTION = 282
const Y_RESOLUTION = 283
const T4_OPTIONS = 292
const RESOLUTION_UNIT = 296
/** What the decoder of other compressions has to know: sizes, strips, tiles, colours, predictor. */
const PASSED_ON = [
  256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 284, 317, 320, 322, 323, 324, 325, 338, 339, 347, 530,
]
/** None, LZW, both kinds of JPEG, Deflate under two numbers, PackBits. */
const READ_BY_DECODER = new Set([1, 5, 6, 7, 8, 32773, 32946])

/** The pages of a TIFF file, each a picture or the reason why it is none; `undefined` where the file is no TIFF. */
export function readTiff(bytes: Uint8Array): { pages: (() => GreyImage | Refusal)[]; hasMore: boolean } | undefined {
  const file = tiffPages(bytes)
  if (!file) return undefined
  return { pages: file.pages.map((tags) => () => pageOf(bytes, tags, file.isLittleEndian)), hasMore: file.hasMore }
}

function pageOf(bytes: Uint8Array, tags: TiffTags, isLittleEndian: boolean): GreyImage | Refusal {
  const width = first(tags, WIDTH, 0)
  const height = first(tags, HEIGHT, 0)
  const refusal = refusedSize(width, height)
  if (refusal) return refusal
  const compression = first(tags, COMPRESSION, 1)
  try {
    if (compression >= 2 && compression <= 4) return faxPage(bytes, tags, width, height)
    if (!READ_BY_DECODER.has(compression)) return broken(`its compression ${compression} is not known`)
    return decodedPage(bytes, tags, width, height, isLittleEndian)
  } catch (error) {
    return broken(error instanceof Error ? error.message : 'its data is damaged')
  }
}

const first = (tags: TiffTags, tag: number, otherwise: number) => tags.get(tag)?.[0] ?? otherwise

/** A page in black and white, strip by strip. Faxes often have half the resolution down: such rows are doubled. */
function faxPage(bytes: Uint8Array, tags: TiffTags, width: number, height: number): GreyImage | Refusal {
  const starts = tags.get(STRIPS)
  if (!starts) return broken('it has no strips')
  const lengths = tags.get(STRIP_BYTES) ?? [bytes.length]
  const rows = Math.min(height, first(tags, ROWS_A_STRIP, height))
  const compression = first(tags, COMPRESSION, 2)
  const isMixed = compression === 3 && (first(tags, T4_OPTIONS, 0) & 1) === 1
  const coding: FaxCoding = compression === 4 ? 'above' : isMixed ? 'mixed' : 'own'
  const options = { coding, isAligned: compression === 2, isLowestFirst: first(tags, FILL_ORDER, 1) === 2 }
  // Coded black is 1; a photometric interpretation of 1 says that 1 is white.
  const [paper, black] = first(tags, PHOTOMETRIC, 0) === 1 ? [0, 255] : [255, 0]
  const data = new Uint8Array(width * height).fill(255)
  for (const [i, start] of starts.entries()) {
    const top = i * rows
    if (top >= height) break
    const strip = bytes.subarray(start, start + (lengths[i] ?? 0))
    const ink = readFax(strip, width, Math.min(rows, height - top), options)
    for (let k = 0; k < ink.length; k++) data[top * width + k] = ink[k] === 1 ? black : paper
  }
  return squared({ width, height, data }, tags)
}

/** The picture with its resolution down made that across, where the file says that they differ. */
function squared(image: GreyImage, tags: TiffTags): GreyImage {
  const across = resolution(tags, X_RESOLUTION)
  const down = resolution(tags, Y_RESOLUTION)
  if (!across || !down) return image
  const times = across / down
  if (Math.abs(times - 1) < 0.02 || times > 4 || times < 1) return { ...image, dpi: across }
  const height = Math.round(image.height * times)
  const data = new Uint8Array(image.width * height)
  for (let y = 0; y < height; y++) {
    const from = Math.min(image.height - 1, Math.floor(y / times)) * image.width
    data.set(image.data.subarray(from, from + image.width), y * image.width)
  }
  return { width: image.width, height, data, dpi: across }
}

/** Dots an inch; the unit is 2 for inches, 3 for centimetres. */
function resolution(tags: TiffTags, tag: number): number | undefined {
  const value = first(tags, tag, 0)
  const unit = first(tags, RESOLUTION_UNIT, 2)
  if (value <= 1 || unit === 1) return undefined
  return unit === 3 ? value * 2.54 : value
}

function decodedPage(
  bytes: Uint8Array,
  tags: TiffTags,
  width: number,
  height: number,
  isLittleEndian: boolean,
): GreyImage | Refusal {
  const passed = PASSED_ON.flatMap((tag) => {
    const values = tags.get(tag)
    return values ? [[`t${tag}`, [...values]] as const] : []
  })
  const page = { isLE: isLittleEndian, ...Object.fromEntries(passed) } as unknown as IFD
  const file = bytes.slice().buffer
  utif.decodeImage(file, page)
  if (!page.data) return broken('it has no strips')
  const rgba = utif.toRGBA8(page)
  return squared({ width, height, data: greyOfRgba(rgba, width * height) }, tags)
}

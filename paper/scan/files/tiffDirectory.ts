import { MOST_PAGES } from './imageLimits.ts'

/** The values of a page's tags by number. */
export type TiffTags = ReadonlyMap<number, readonly number[]>

/** Bytes of a value by its type: byte, text, short, long, fraction. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8 }
const MOST_TAGS = 200
/** A page of many strips has some thousands. */
const MOST_VALUES = 100_000

/**
 * The tags of each page of a TIFF file, in order; values that lie outside of the file are left out. `undefined` where the
 * file is no TIFF. Sub-directories are not followed; a chain that comes back to a page ends there.
 */
export function tiffPages(
  bytes: Uint8Array,
): { pages: TiffTags[]; isLittleEndian: boolean; hasMore: boolean } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8) return undefined
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return undefined
  const isLittleEndian = order === 0x4949
  if (view.getUint16(2, isLittleEndian) !== 42) return undefined
  const pages: TiffTags[] = []
  const seen = new Set<number>()
  let at = view.getUint32(4, isLittleEndian)
  while (at !== 0 && at + 2 <= bytes.length && !seen.has(at)) {
    if (pages.length === MOST_PAGES) return { pages, isLittleEndian, hasMore: true }
    seen.add(at)
    const count = Math.min(view.getUint16(at, isLittleEndian), MOST_TAGS)
    pages.push(tagsOf(view, at + 2, count, isLittleEndian))
    const next = at + 2 + 12 * count
    at = next + 4 <= bytes.length ? view.getUint32(next, isLittleEndian) : 0
  }
  return { pages, isLittleEndian, hasMore: false }
}

function tagsOf(view: DataView, from: number, count: number, isLittleEndian: boolean): TiffTags {
  const tags = new Map<number, readonly number[]>()
  for (let i = 0; i < count; i++) {
    const at = from + 12 * i
    if (at + 12 > view.byteLength) break
    const type = view.getUint16(at + 2, isLittleEndian)
    const number = view.getUint32(at + 4, isLittleEndian)
    const size = SIZES[type]
    if (size === undefined || number > MOST_VALUES) continue
    const place = size * number <= 4 ? at + 8 : view.getUint32(at + 8, isLittleEndian)
    if (place + size * number > view.byteLength) continue
    const values = Array.from({ length: number }, (_, k) => valueAt(view, place + k * size, type, isLittleEndian))
    tags.set(view.getUint16(at, isLittleEndian), values)
  }
  return tags
}

function valueAt(view: DataView, at: number, type: number, isLittleEndian: boolean): number {
  if (type === 3) return view.getUint16(at, isLittleEndian)
  if (type === 4) return view.getUint32(at, isLittleEndian)
  if (type === 5) return view.getUint32(at, isLittleEndian) / (view.getUint32(at + 4, isLittleEndian) || 1)
  return view.getUint8(at)
}

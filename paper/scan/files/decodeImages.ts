import type { Diagnostic } from '@section16/core/model'
import type { GreyImage } from '../image/greyImage.ts'
import { scanDiagnostic } from '../scanDiagnostics.ts'
import { MOST_PAGES, MOST_PIXELS, type Refusal } from './imageLimits.ts'
import { readJpeg } from './jpeg.ts'
import { readPng } from './png.ts'
import { readTiff } from './tiff.ts'

/** A picture of a file, or why there is none. */
export interface DecodedImage {
  readonly image: GreyImage | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Whether a file begins as a PNG, JPEG or TIFF does. */
export function isImage(bytes: Uint8Array): boolean {
  return kindOf(bytes) !== undefined
}

function kindOf(bytes: Uint8Array): 'png' | 'jpeg' | 'tiff' | undefined {
  const begins = (...start: readonly number[]) => start.every((byte, i) => bytes[i] === byte)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (begins(0xff, 0xd8, 0xff)) return 'jpeg'
  return begins(0x49, 0x49, 42, 0) || begins(0x4d, 0x4d, 0, 42) ? 'tiff' : undefined
}

/**
 * The pictures of a PNG, JPEG or TIFF file, one after the other (a TIFF may have many pages), in grey. Sizes are looked at
 * before anything is decoded: at most `MOST_PIXELS` a picture, `MOST_PAGES` a file.
 */
export function* decodeImages(bytes: Uint8Array): Generator<DecodedImage> {
  const kind = kindOf(bytes)
  if (kind === 'png') yield decoded(readPng(bytes))
  else if (kind === 'jpeg') yield decoded(readJpeg(bytes))
  else {
    const tiff = kind === 'tiff' ? readTiff(bytes) : undefined
    if (!tiff) {
      yield decoded({ code: 'P301' })
      return
    }
    for (const read of tiff.pages) yield decoded(read())
    if (tiff.pages.length === 0) yield decoded({ code: 'P303', why: 'it has no pages' })
    if (tiff.hasMore) yield { image: undefined, diagnostics: [scanDiagnostic('P304', { limit: MOST_PAGES })] }
  }
}

function decoded(read: GreyImage | Refusal): DecodedImage {
  if (!('code' in read)) return { image: read, diagnostics: [] }
  return { image: undefined, diagnostics: [scanDiagnostic(read.code, dataOf(read))] }
}

function dataOf(refusal: Refusal): Diagnostic['data'] {
  if (refusal.code === 'P302') return { pixels: refusal.pixels, limit: MOST_PIXELS }
  return refusal.code === 'P303' ? { why: refusal.why } : {}
}

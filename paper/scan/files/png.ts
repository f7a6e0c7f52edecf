import { inflateSync } from 'node:zlib'
import { decode } from 'fast-png'
import type { GreyImage } from '../image/greyImage.ts'
import { greyOf } from './grey.ts'
import { broken, type Refusal, refusedSize } from './imageLimits.ts'

const INCHES_A_METRE = 1 / 0.0254

/** The picture of a PNG file. Its data is inflated no further than its size says it can be. */
export function readPng(bytes: Uint8Array): GreyImage | Refusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 33) return broken('it is cut off')
  const width = view.getUint32(16)
  const height = view.getUint32(20)
  const refusal = refusedSize(width, height)
  if (refusal) return refusal
  try {
    // At most eight bytes a pixel, a byte a row, and seven passes of an interlaced one.
    inflateSync(compressedOf(bytes, view), { maxOutputLength: 8 * width * height + 8 * height + 4096 })
    return greyPng(bytes)
  } catch (error) {
    return broken(error instanceof Error ? error.message : 'it is no PNG')
  }
}

/** The compressed data of all its chunks. */
function compressedOf(bytes: Uint8Array, view: DataView): Uint8Array {
  const chunks: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    if (view.getUint32(at + 4) === 0x49444154) chunks.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return Buffer.concat(chunks)
}

function greyPng(bytes: Uint8Array): GreyImage {
  const { width, height, data, depth, channels, palette, resolution } = decode(bytes)
  const most = 2 ** depth - 1
  const perRow = depth < 8 ? Math.ceil((width * channels * depth) / 8) : width * channels
  const sample = (x: number, y: number) => {
    if (depth >= 8) return data[y * perRow + x]!
    const bit = x * depth
    return (data[y * perRow + (bit >> 3)]! >> (8 - depth - (bit & 7))) & most
  }
  const scale = palette ? 1 : 255 / most
  const grey = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const own = Array.from({ length: channels }, (_, c) => sample(x * channels + c, y) * scale)
      grey[y * width + x] = palette ? ofPalette(palette[own[0]!]) : ofSamples(own)
    }
  }
  const dpi = resolution?.unit === 1 ? resolution.x / INCHES_A_METRE : undefined
  return { width, height, data: grey, ...(dpi ? { dpi } : {}) }
}

const ofPalette = (colour: readonly number[] | undefined) =>
  greyOf(colour?.[0] ?? 0, colour?.[1] ?? 0, colour?.[2] ?? 0, colour?.[3] ?? 255)

/** One to four samples: grey, grey and opacity, a colour, a colour and opacity. */
const ofSamples = (own: readonly number[]) =>
  own.length < 3 ? greyOf(own[0]!, own[0]!, own[0]!, own[1]) : greyOf(own[0]!, own[1]!, own[2]!, own[3])

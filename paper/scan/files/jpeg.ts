import { decode } from 'jpeg-js'
import type { GreyImage } from '../image/greyImage.ts'
import { greyOfRgba } from './grey.ts'
import { broken, MOST_PIXELS, type Refusal } from './imageLimits.ts'

/** The memory that a JPEG may take while it is read. */
const MOST_MEGABYTES = 1024

/** The picture of a JPEG file. */
export function readJpeg(bytes: Uint8Array): GreyImage | Refusal {
  try {
    const { width, height, data } = decode(bytes, {
      useTArray: true,
      formatAsRGBA: true,
      maxResolutionInMP: MOST_PIXELS / 1e6,
      maxMemoryUsageInMB: MOST_MEGABYTES,
    })
    const dpi = resolutionOf(bytes)
    return { width, height, data: greyOfRgba(data, width * height), ...(dpi ? { dpi } : {}) }
  } catch (error) {
    return broken(error instanceof Error ? error.message : 'it is no JPEG')
  }
}

/** The resolution of its JFIF head, where it has one: unit 1 an inch, 2 a centimetre. */
function resolutionOf(bytes: Uint8Array): number | undefined {
  if (bytes[2] !== 0xff || bytes[3] !== 0xe0 || Buffer.from(bytes.subarray(6, 10)).toString('latin1') !== 'JFIF') {
    return undefined
  }
  const perUnit = bytes[14]! * 256 + bytes[15]!
  return bytes[13] === 1 ? perUnit : bytes[13] === 2 ? perUnit * 2.54 : undefined
}

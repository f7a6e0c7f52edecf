import type { OwnershipDocument } from '../../core/model/index.ts'
import { renderPdf } from '../../print/renderPdf.ts'
import { Random } from '../../tools/testing/random.ts'
import { layOut } from '../layout/layOut.ts'
import { type Trip, tripOf } from '../trip.mts'
import { printedTruth } from '../truth.mts'
import { type Distortion, distorted, picturesOf } from './distort.mts'
import type { OcrEngine } from './ocr/ocrEngine.ts'
import { readScan } from './readScan.ts'

/** Prints a document and reads it back from pictures of that resolution. What is random comes from the seed. */
export async function scanTrip(
  document: OwnershipDocument,
  { dpi, distortion, seed }: { dpi: number; distortion: Distortion; seed: number },
  ocr: OcrEngine,
): Promise<Trip> {
  const random = new Random(seed)
  const pictures = await picturesOf(await renderPdf(document), dpi)
  const scanned = readScan(
    pictures.map((picture) => distorted(picture, distortion, random)),
    ocr,
  )
  const pages = await Array.fromAsync(scanned, ({ page }) => page)
  return tripOf(layOut(pages, 'scan'), printedTruth(document))
}

import type { Diagnostic } from '@section16/core/model'
import { encode } from 'fast-png'
import { layOut } from '../layout/layOut.ts'
import type { Page, Place } from '../page/page.ts'
import type { PageImage } from '../page/pageImage.ts'
import { readPdf, renderPage } from '../pdf/readPdf.ts'
import { decodeImages } from '../scan/files/decodeImages.ts'
import type { GreyImage } from '../scan/image/greyImage.ts'
import { startOcr } from '../scan/ocr/ocrEngine.ts'
import { readScan } from '../scan/readScan.ts'
import type { FormsRead, Material } from './reader.ts'

/** A PNG, JPEG or TIFF file. */
export async function readImageFile({ bytes }: Material, withPages: boolean): Promise<FormsRead> {
  const refused: Diagnostic[] = []
  const { pages, images, diagnostics } = await scanned(picturesIn(bytes, refused), withPages)
  return { forms: layOut(pages, 'scan'), pages, images, diagnostics: [...refused, ...diagnostics] }
}

function* picturesIn(bytes: Uint8Array, refused: Diagnostic[]): Generator<GreyImage> {
  for (const { image, diagnostics } of decodeImages(bytes)) {
    refused.push(...diagnostics)
    if (image) yield image
  }
}

/** What a page is drawn at to be read, and to be looked at. */
const OCR_DPI = 300
const LOOK_DPI = 110

const POINTS_AN_INCH = 72

/** A PDF file: its own text where a page has it; a page that is an image is drawn and read as a scan. */
export async function readPdfFile({ bytes }: Material, withPages: boolean): Promise<FormsRead> {
  const { pages: all, diagnostics } = await readPdf(bytes)
  const textless = all.filter(({ hasText }) => !hasText).map(({ page }) => page.number)
  const said = [...diagnostics]
  const scans = textless.length > 0 ? await scanned(drawn(bytes, textless, said), withPages) : NO_SCANS
  const byNumber = new Map(scans.pages.map((page, i) => [textless[i]!, inPoints(page, textless[i]!)]))
  const pages = all.map(({ page }) => byNumber.get(page.number) ?? page)
  const images: PageImage[] = scans.images.map(({ png }, i) => ({ page: textless[i]!, png }))
  if (withPages) {
    for (const { page, hasText } of all) {
      if (!hasText) continue
      const { image } = await renderPage(bytes, page.number, LOOK_DPI)
      if (image) images.push({ page: page.number, png: pngOf(image) })
    }
  }
  const kind = byNumber.size > 0 ? 'scan' : 'pdf'
  return { forms: layOut(pages, kind), pages, images, diagnostics: [...said, ...scans.diagnostics] }
}

/** A page that cannot be drawn is a blank one, so that those after it keep their numbers; `said` holds the reason. */
async function* drawn(bytes: Uint8Array, numbers: readonly number[], said: Diagnostic[]): AsyncGenerator<GreyImage> {
  for (const number of numbers) {
    const { image, diagnostics } = await renderPage(bytes, number, OCR_DPI)
    said.push(...diagnostics)
    yield image ?? BLANK
  }
}

const BLANK: GreyImage = { width: 100, height: 100, data: new Uint8Array(10_000).fill(255), dpi: OCR_DPI }

interface Scans {
  readonly pages: readonly Page[]
  readonly images: readonly PageImage[]
  readonly diagnostics: readonly Diagnostic[]
}

const NO_SCANS: Scans = { pages: [], images: [], diagnostics: [] }

/** Reads pictures by OCR. The engine lives as long as the file: it costs half a second, a page some seconds. */
async function scanned(pictures: Iterable<GreyImage> | AsyncIterable<GreyImage>, withPages: boolean): Promise<Scans> {
  const ocr = await startOcr()
  const pages: Page[] = []
  const images: PageImage[] = []
  const diagnostics: Diagnostic[] = []
  try {
    for await (const { page, picture, diagnostics: said } of readScan(pictures, ocr)) {
      pages.push(page)
      diagnostics.push(...said)
      if (withPages) images.push({ page: page.number, png: pngOf(picture) })
    }
  } finally {
    await ocr.end()
  }
  return { pages, images, diagnostics }
}

function pngOf({ width, height, data }: GreyImage): Uint8Array {
  return encode({ width, height, data, channels: 1, depth: 8 })
}

/** A scanned page among pages in points: its pixels are 300 to an inch. */
function inPoints(page: Page, number: number): Page {
  const scale = POINTS_AN_INCH / OCR_DPI
  const scaled = ({ left, top, right, bottom }: Place): Place => ({
    page: number,
    left: left * scale,
    top: top * scale,
    right: right * scale,
    bottom: bottom * scale,
  })
  return {
    number,
    width: page.width * scale,
    height: page.height * scale,
    unit: 'point',
    words: page.words.map((word) => ({ ...word, place: scaled(word.place) })),
    rules: page.rules.map(scaled),
  }
}

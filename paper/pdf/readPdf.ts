import type { Diagnostic } from '@section16/core/model'
import type { GreyImage } from '../scan/image/greyImage.ts'
import type { PdfPage } from './document.ts'
import { PDF_COSTS, PDF_LIMITS, type PdfCosts } from './limits.ts'
import { pdfDiagnostic } from './pdfDiagnostics.ts'
import { pdfWorker } from './pdfWorker.ts'

/** What a PDF says, page by page. */
export interface PdfReading {
  /** Those that were read, in order. */
  readonly pages: readonly PdfPage[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The words and ruled lines of a PDF's pages, in points, as its own text says them; values of a fillable form's fields
 * count as words. A page without text of its own, or with text that its fonts do not explain, has `hasText: false`: it
 * has to be drawn and read as an image. Works in a thread of its own within `PDF_LIMITS` and `costs`; what goes beyond
 * them, and any file that is broken or asks for a password, is a diagnostic (P201 to P214), with the pages read so far.
 */
export async function readPdf(bytes: Uint8Array, costs: PdfCosts = PDF_COSTS): Promise<PdfReading> {
  const pages: PdfPage[] = []
  const diagnostics: Diagnostic[] = []
  if (bytes.length > PDF_LIMITS.bytes) return { pages, diagnostics: [tooLong(bytes)] }
  await pdfWorker.run(bytes, undefined, costs, (answer) => {
    if (answer.kind === 'page') pages.push(answer.page)
    if (answer.kind === 'diagnostic') diagnostics.push(answer.diagnostic)
  })
  return { pages, diagnostics }
}

const tooLong = ({ length }: Uint8Array) => pdfDiagnostic('P201', { bytes: length, most: PDF_LIMITS.bytes })

/** The image of a page, or why there is none. */
export interface DrawnPage {
  readonly image: GreyImage | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Draws a page, from 1, at so many dots an inch, in grey; a page of more pixels than `PDF_LIMITS.pixels` at fewer, as
 * the image says. The pages of one file are quicker one after another.
 */
export async function renderPage(bytes: Uint8Array, page: number, dpi: number): Promise<DrawnPage> {
  let image: GreyImage | undefined
  const diagnostics: Diagnostic[] = []
  if (bytes.length > PDF_LIMITS.bytes) return { image, diagnostics: [tooLong(bytes)] }
  await pdfWorker.run(bytes, { page, dpi }, PDF_COSTS, (answer) => {
    if (answer.kind === 'image') image = answer.image
    if (answer.kind === 'diagnostic') diagnostics.push(answer.diagnostic)
  })
  return { image, diagnostics }
}

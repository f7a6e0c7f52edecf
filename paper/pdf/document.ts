import type { Diagnostic } from '@section16/core/model'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Page } from '../page/page.ts'
import { type FieldAnnotation, withFields } from './fields.ts'
import { PDF_LIMITS } from './limits.ts'
import { matrixFrom } from './matrix.ts'
import type { PdfFont } from './operators.ts'
import { type ReadPage, readPage } from './page.ts'
import { pdfDiagnostic } from './pdfDiagnostics.ts'

/** A page of a PDF. */
export interface PdfPage {
  readonly page: Page
  /** Whether its own text says what it shows; otherwise its image has to be read. */
  readonly hasText: boolean
}

/** Letters below which a page is an image with a stamp on it. */
const LEAST_LETTERS = 12
/** The share of letters without a meaning from which on a page's text is none. */
const MOST_UNKNOWN = 0.2

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Who is told of a document while it is read. */
export interface ReadingListener {
  /** A page is about to be read. */
  readonly began: (page: number) => void
  readonly read: (page: PdfPage) => void
  readonly said: (diagnostic: Diagnostic) => void
}

/**
 * Reads a PDF in this thread, with no limit on time or memory: `readPdf` has both. Never rejects: what cannot be read is
 * a diagnostic.
 */
export async function readDocument(bytes: Uint8Array, { began, read, said }: ReadingListener): Promise<void> {
  let pdf: Pdf
  try {
    // No image is decoded: one larger than this is left out, and a page without text is drawn by another library.
    pdf = await getDocumentProxy(bytes, { maxImageSize: 1, verbosity: 0, stopAtErrors: false })
  } catch (error) {
    said(refusal(error))
    return
  }
  const { numPages } = pdf
  if (numPages > PDF_LIMITS.pages) said(pdfDiagnostic('P206', { pages: numPages, most: PDF_LIMITS.pages }))
  for (let number = 1; number <= Math.min(numPages, PDF_LIMITS.pages); number++) {
    began(number)
    read(await readNumbered(pdf, number, said))
  }
  await pdf.destroy().catch(() => undefined)
}

/** What went wrong, without a point at its end: it stands in a sentence. */
export const whyOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200).replace(/[.\s]+$/, '')

function refusal(error: unknown): Diagnostic {
  const isPassword = error instanceof Error && error.name === 'PasswordException'
  return isPassword ? pdfDiagnostic('P203') : pdfDiagnostic('P202', { why: whyOf(error) })
}

async function readNumbered(pdf: Pdf, number: number, said: (diagnostic: Diagnostic) => void): Promise<PdfPage> {
  try {
    return judged(await readOne(pdf, number), said)
  } catch (error) {
    said(pdfDiagnostic('P211', { page: number, why: whyOf(error) }))
    const page: Page = { number, width: 612, height: 792, unit: 'point', words: [], rules: [] }
    return { page, hasText: false }
  }
}

async function readOne(pdf: Pdf, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number)
  const { OPS } = await getResolvedPDFJS()
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const view = matrixFrom(transform)
  if (!view || !(width > 0 && height > 0)) throw new Error('the page has no size')
  const { fnArray, argsArray } = await page.getOperatorList()
  const fontOf = (id: string): PdfFont | undefined => {
    const fonts = page.commonObjs as { has: (id: string) => boolean; get: (id: string) => PdfFont }
    return fonts.has(id) ? fonts.get(id) : undefined
  }
  const read = readPage({ fnArray, argsArray, OPS, view, fontOf }, number, { width, height })
  const annotations = (await page.getAnnotations()) as FieldAnnotation[]
  page.cleanup()
  return { ...read, page: withFields(read.page, annotations, view) }
}

function judged({ page, visible, hidden, unknown, isCut }: ReadPage, said: (diagnostic: Diagnostic) => void): PdfPage {
  const { number } = page
  if (isCut) said(pdfDiagnostic('P212', { page: number }))
  const isUnknown = unknown > visible * MOST_UNKNOWN
  if (isUnknown) said(pdfDiagnostic('P214', { page: number }))
  const isHidden = hidden >= LEAST_LETTERS && visible < LEAST_LETTERS
  if (isHidden) said(pdfDiagnostic('P213', { page: number }))
  return { page, hasText: visible >= LEAST_LETTERS && !isUnknown }
}

/**
 * The round trip of a document over paper of ours: printed by the print room, read back as a PDF, compared with what it
 * says field by field.
 */
import type { OwnershipDocument } from '../../core/model/index.ts'
import type { PageOptions } from '../../core/render/index.ts'
import { renderPdf } from '../../print/renderPdf.ts'
import { layOut } from '../layout/layOut.ts'
import { comparePrinted, type FieldDifference, printedTruth, readFields } from '../truth.mts'
import { readPdf } from './readPdf.ts'

/** What became of a document. */
export interface Trip {
  readonly pages: number
  readonly compared: number
  readonly differences: readonly FieldDifference[]
  /** Texts that found no home. */
  readonly unplaced: readonly string[]
  /** Milliseconds of reading and laying out, without the printing. */
  readonly time: number
}

/** Prints a document, reads it back, and says where the two differ; a form too many or none is a difference too. */
export async function printAndRead(document: OwnershipDocument, options: PageOptions = {}): Promise<Trip> {
  const bytes = await renderPdf(document, options)
  const began = performance.now()
  const { pages } = await readPdf(bytes)
  const forms = layOut(
    pages.map(({ page }) => page),
    'pdf',
  )
  const time = performance.now() - began
  const truth = printedTruth(document, options)
  const [form] = forms
  const said = (text: string) => ({ text, marks: [] })
  if (!form || forms.length !== 1) {
    const difference = { at: 'forms', truth: said('1'), read: said(String(forms.length)) }
    return { pages: pages.length, compared: truth.fields.size, differences: [difference], unplaced: [], time }
  }
  const { compared, differences } = comparePrinted(truth, readFields(form))
  return { pages: pages.length, compared, differences, unplaced: form.unplaced.map(({ text }) => text), time }
}

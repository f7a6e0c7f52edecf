import type { OwnershipDocument } from '../../core/model/index.ts'
import type { PageOptions } from '../../core/render/index.ts'
import { renderPdf } from '../../print/renderPdf.ts'
import { misplacedWords } from '../form/testing.mts'
import { layOut } from '../layout/layOut.ts'
import { pageFault, type Trip, tripOf } from '../trip.mts'
import { printedTruth, truthEdition } from '../truth.mts'
import { readPdf } from './readPdf.ts'

/**
 * Prints a document as a PDF, reads it, and compares it with the document restricted to what is printed; words lost or
 * taken twice, and complaints about the file, are faults too.
 */
export async function printAndRead(document: OwnershipDocument, options: PageOptions = {}): Promise<Trip> {
  const reading = await readPdf(await renderPdf(document, options))
  const pages = reading.pages.map(({ page }) => page)
  const forms = layOut(pages, 'pdf')
  const trip = tripOf(forms, printedTruth(document, options), truthEdition(document, options))
  const misplaced = forms.length === 1 ? misplacedWords(forms[0]!, pages) : []
  const faults = [
    ...misplaced.map((word) => pageFault('words', undefined, word)),
    ...reading.diagnostics.map(({ code }) => pageFault('diagnostics', undefined, code)),
  ]
  return { ...trip, outcomes: [...trip.outcomes, ...faults] }
}

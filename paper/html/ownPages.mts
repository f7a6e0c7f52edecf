import type { OwnershipDocument } from '../../core/model/index.ts'
import { type PageOptions, renderHtml } from '../../core/render/index.ts'
import { type Trip, tripOf } from '../trip.mts'
import { printedTruth, truthEdition } from '../truth.mts'
import { readHtmlForms } from './readHtmlForms.ts'

/** Prints a document as a page of ours, reads it, and compares it with the document restricted to what is printed. */
export function readBack(document: OwnershipDocument, options: PageOptions = {}): Trip {
  const forms = readHtmlForms(renderHtml(document, options))
  return tripOf(forms, printedTruth(document, options), truthEdition(document, options))
}

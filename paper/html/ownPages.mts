/** Pages of ours read back: what is compared, and over which filings. */
import { isDeepStrictEqual } from 'node:util'
import type { OwnershipDocument } from '../../core/model/index.ts'
import { type PageOptions, renderHtml } from '../../core/render/index.ts'
import { comparePrinted, type FieldDifference, printedTruth, readFields, truthEdition } from '../truth.mts'
import { readHtmlForms } from './readHtmlForms.ts'

/** What one page showed. */
export interface PageResult {
  readonly compared: number
  readonly differences: readonly (FieldDifference | string)[]
  /** Texts that found no place. */
  readonly unplaced: readonly string[]
}

/** Prints a document, reads the page, and compares it with the document restricted to what is printed. */
export function readBack(document: OwnershipDocument, options: PageOptions = {}): PageResult {
  const forms = readHtmlForms(renderHtml(document, options))
  const [form] = forms
  if (!form || forms.length !== 1) return { compared: 0, differences: [`${forms.length} forms`], unplaced: [] }
  const { compared, differences } = comparePrinted(printedTruth(document, options), readFields(form))
  const edition = truthEdition(document, options)
  const others = isDeepStrictEqual(form.edition, edition) ? [] : [`edition ${form.edition}, not ${edition}`]
  return { compared, differences: [...differences, ...others], unplaced: form.unplaced.map(({ text }) => text) }
}

import { formNumberOf } from '../../facts/formPlace.ts'
import type { OwnershipDocument } from '../../model/ownershipDocument.ts'
import { printedNotes } from '../printedForm.ts'
import { type PageOptions, printedEdition, printedTitle } from '../printedPage.ts'
import { boxes, reportingOwners } from './boxes.ts'
import { escapeHtml } from './escape.ts'
import { closing, explanation, signatures } from './explanation.ts'
import { checkBoxes, heading } from './heading.ts'
import { Marks } from './marks.ts'
import { STYLE } from './style.ts'
import { table } from './table.ts'

export type HtmlOptions = PageOptions

/**
 * The official form of an ownership document as one HTML page without script or anything to load: heading and check
 * boxes, boxes 1 to 6, Tables I and II with the numbers and headings of their columns and the rows in filed order, all
 * owners, the explanation of responses, remarks, signatures, the notes on every form. Footnote marks and notes link to
 * each other. Values are printed as `printedRow` says; an absent value is an empty cell, text that is no value stands
 * in `‹…›?`. Filed text is escaped, and nothing else makes markup; a CCC is masked. Letter landscape on paper; rows are
 * blocks below 480 pixels; light and dark. The edition is the one in force on the filing date, else the last
 * signature's, else that of the period of report. Source: ownership-xml.md sections 5.4, 11 and 11.1.
 */
export function renderHtml(document: OwnershipDocument, options: HtmlOptions = {}): string {
  const header = options.header ?? {}
  const form = formNumberOf(document)
  const { edition, date } = printedEdition(document, options)
  const marks = new Marks(printedNotes(document))
  // In printed order: the tables place the marks that the notes link back to.
  const body = [
    heading(document, form, date, header),
    '<main>',
    checkBoxes(document, form, date),
    boxes(document, form, date),
    table('I', document, form, marks),
    table('II', document, form, marks),
    reportingOwners(document),
    explanation(document, marks),
    signatures(document),
    '</main>',
    closing(document, form, edition, date),
  ]
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer"><title>${escapeHtml(printedTitle(document))}</title><style>${STYLE}</style></head><body>\n${body.filter(Boolean).join('\n')}\n</body></html>\n`
}

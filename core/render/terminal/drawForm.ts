import { formNumberOf } from '../../facts/formPlace.ts'
import type { OwnershipDocument } from '../../model/ownershipDocument.ts'
import { dateOf, type FilingHeader } from '../printedForm.ts'
import { drawBoxes } from './boxes.ts'
import { drawExplanation, drawSignatures } from './explanation.ts'
import { drawCheckBoxes, drawHeader, drawTitle } from './heading.ts'
import { Page } from './page.ts'
import { drawTable } from './table.ts'

export interface DrawOptions {
  /** Columns of the terminal. Fewer than 40 count as 40: the form does not fit less. */
  width: number
  /** Whether ANSI colours may be used. */
  colour: boolean
  /** Nothing but ASCII: frames of `+-|`, accents fall off, other characters become `?`. */
  ascii?: boolean
  /** From the submission around the document, where there is one. */
  header?: FilingHeader
}

const LEAST_WIDTH = 40
const MOST_WIDTH = 1000

/**
 * The official form of an ownership document drawn for a terminal, lines ended by `\n`: heading and check boxes, boxes 1
 * to 6, Tables I and II with the numbers of their columns and the rows in filed order, the explanation of responses,
 * remarks and signatures. Numbers are grouped and otherwise as filed; `(1)` refers to a footnote, and stands alone where
 * the filing gives nothing else; an absent value is an empty cell, text that is no value stands in `‹…›?`. From 100
 * columns on a table has a line for each row, if that fits, else a block for each. A column that is empty in all rows is
 * drawn with its number only. Whatever the filing contains, only printable characters come out and the frame stands;
 * a CCC is masked. The date that decides which edition of the form is drawn is the filing date, else the last
 * signature's, else the period of report. Source: ownership-xml.md sections 5.4, 11 and 11.1.
 */
export function drawForm(document: OwnershipDocument, options: DrawOptions): string {
  const width = Math.min(Math.max(Math.floor(options.width) || 0, LEAST_WIDTH), MOST_WIDTH)
  const page = new Page(width, options.ascii ?? false)
  const form = formNumberOf(document)
  const date = dateOf(document, options.header)
  drawTitle(page, document, form, date)
  if (options.header) drawHeader(page, options.header)
  drawCheckBoxes(page, document, form, date)
  drawBoxes(page, document, form)
  drawTable(page, 'I', document, form)
  drawTable(page, 'II', document, form)
  drawExplanation(page, document)
  drawSignatures(page, document, form, date)
  return page.toText(options.colour)
}

import { type FormNumber, formNumberOf } from '@section16/core/facts'
import type { OwnershipDocument } from '@section16/core/model'
import {
  clean,
  columnHeadings,
  NO_ENTRIES,
  NUMERIC,
  type PageOptions,
  type PrintedNote,
  printedEdition,
  printedFormName,
  printedNotes,
  printedTable,
  printedTitle,
} from '@section16/core/render'
import { drawBoxes, drawReportingOwners } from './boxes.ts'
import { drawClosing, drawExplanation, drawSignatures, placeOfNote } from './explanation.ts'
import { drawCheckBoxes, drawHeading } from './heading.ts'
import { Paper } from './paper.ts'
import { beginningOf, drawTable, type Table } from './table.ts'
import { LOOKS, type Run } from './text.ts'
import { cell, ours } from './words.ts'

export type PdfOptions = PageOptions

/**
 * The official form of an ownership document as a PDF, with the content of core's HTML page: letter landscape, tagged
 * (headings, tables, list of footnotes, links from marks to footnotes), fonts embedded, every page numbered and headed
 * with form, issuer and owner. A table's headings stand on each of its pages; rows and footnotes are broken only where
 * no page is long enough for them. The same input gives the same bytes: the date of creation is the day that decides the
 * edition, and none where there is none. Control and bidi characters are left out, a CCC is masked, and characters that
 * the fonts lack stand as `[U+4E2D]`. Rejects only where the font package cannot be read.
 * Source: ownership-xml.md sections 5.4, 11 and 11.1.
 */
export async function renderPdf(document: OwnershipDocument, options: PdfOptions = {}): Promise<Uint8Array> {
  const form = formNumberOf(document)
  const { edition, date } = printedEdition(document, options)
  const notes = printedNotes(document)
  const paper = new Paper({
    title: oneLine(printedTitle(document)),
    date: date && new Date(date.day * 86_400_000),
  })
  drawHeading(paper, document, form, date, options.header ?? {})
  drawCheckBoxes(paper, document, form, date)
  drawBoxes(paper, document, form, date)
  for (const which of ['I', 'II'] as const) drawRows(paper, which, document, form, notes)
  drawReportingOwners(paper, document)
  drawExplanation(paper, document, notes)
  drawSignatures(paper, document)
  drawClosing(paper, document, form, edition, date)
  const names = [document.issuer.name.value, document.reportingOwners[0]?.id.name.value]
  const says = [`Form ${printedFormName(document)}`, ...names].filter((name) => name !== undefined)
  return paper.end(oneLine(says.join(' \u00b7 ')))
}

const oneLine = (text: string) => clean(text).replaceAll('\n', ' ')

/** Table I or II. */
function drawRows(
  paper: Paper,
  which: 'I' | 'II',
  document: OwnershipDocument,
  form: FormNumber,
  notes: readonly PrintedNote[],
): void {
  const { title, examples, columns, rows, remark } = printedTable(which, document, form)
  // The first of an id, where a filing has two.
  const to = (id: string) => placeOfNote(notes.findIndex((note) => note.id === id))
  const table: Table = {
    headings: columnHeadings(columns),
    rows: rows.map((row) => columns.map(({ key }) => cell(row[key], to))),
    right: columns.map(({ key }) => NUMERIC.has(key)),
    none: ours(NO_ENTRIES),
  }
  const heading: Run[] = [{ text: title, look: LOOKS.bold }]
  if (examples !== '') heading.push({ text: ` ${examples}`, look: LOOKS.label })
  paper.block('H2', heading, 9, { with: beginningOf(paper, table) })
  drawTable(paper, table)
  paper.y += 3
  if (remark !== '') paper.block('P', [ours(remark)], 7)
  paper.y += 5
}

import { type FormEdition, type FormNumber, fixedNotes, secFormNumber } from '@section16/core/facts'
import type { CalendarDate, OwnershipDocument } from '@section16/core/model'
import { clean, NO_SUCH_FOOTNOTE, NONE_OWNED, type PrintedNote, printedDate } from '@section16/core/render'
import type { Paper } from './paper.ts'
import { beginningOf, drawTable, type Table } from './table.ts'
import { LOOKS, type Run } from './text.ts'
import { field, ours, plain, said } from './words.ts'

const SIZE = 8
const HEAD_SIZE = 9
/** More room than there is between two footnotes. */
const BEFORE_HEADING = 5

const bold = (text: string): Run => ({ text, look: LOOKS.bold })

/** Where a note is: what the marks lead to. */
export const placeOfNote = (index: number) => `n${index + 1}`

/** Explanation of responses with every footnote in full, then the remarks, their line ends kept. */
export function drawExplanation(paper: Paper, document: OwnershipDocument, notes: readonly PrintedNote[]): void {
  paper.block('H2', [bold('Explanation of Responses:')], HEAD_SIZE, { with: 24 })
  if (document.noSecuritiesOwned.value) paper.block('P', [bold(NONE_OWNED)], SIZE)
  if (notes.length > 0) {
    const list = paper.element('L')
    for (const [i, { number, text }] of notes.entries()) {
      const words = text === undefined ? ours(NO_SUCH_FOOTNOTE) : said(text)
      const started = () => paper.destination(placeOfNote(i))
      const item = paper.element('LI', list)
      paper.block('LBody', [said(`${number}. `), words], SIZE, { parent: item, started, after: 2.5 })
    }
  }
  const { value: remarks } = document.remarks
  paper.space(BEFORE_HEADING)
  paper.block('H2', [bold('Remarks:')], HEAD_SIZE, { with: remarks === undefined ? 0 : 12 })
  if (remarks !== undefined) paper.block('P', [plain(clean(remarks))], SIZE)
}

/** Every signature with its date. */
export function drawSignatures(paper: Paper, { ownerSignatures }: OwnershipDocument): void {
  const headings = ['** Signature of Reporting Person', 'Date'].map((title) => ({ title, below: [] }))
  const rows = ownerSignatures.map(({ name, date }) => [
    name.value === undefined ? [ours('not signed')] : field(name, String),
    field(date, printedDate),
  ])
  const table: Table = { headings, rows, none: ours('none'), share: 0.6 }
  paper.space(BEFORE_HEADING)
  paper.block('H2', [bold('Signatures')], HEAD_SIZE, { with: beginningOf(paper, table) })
  drawTable(paper, table)
  paper.y += 8
}

/** The notes on every form, its number, and which edition was printed. */
export function drawClosing(
  paper: Paper,
  document: OwnershipDocument,
  form: FormNumber,
  edition: FormEdition,
  date: CalendarDate | undefined,
): void {
  for (const { text } of fixedNotes(form)) paper.block('P', [said(text, LOOKS.label)], 7, { after: 1 })
  const { value: version } = document.schemaVersion
  const schema = version === undefined ? '' : ` \u00b7 Ownership XML ${version}`
  const says = `${secFormNumber(form, date)} \u00b7 Edition of ${edition.name}${schema}`
  paper.block('P', [said(says, LOOKS.label)], 7)
}

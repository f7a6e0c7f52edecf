import type { FormNumber } from '@section16/core/facts'
import type { PaperCell } from '../form/paperForm.ts'
import { originOfCell } from './evidence.ts'
import { type FieldReader, readCell } from './fieldReader.ts'
import { unmarked } from './footnotes.ts'
import { readTransactionCode, readVoluntary } from './readCode.ts'
import { BLANK, open, plainly } from './reading.ts'
import type { ReadRow } from './readRow.ts'

/** A form type and the absence of a swap follow from what the code column does not say. */
const FOLLOWS_CERTAINTY = 0.99

/**
 * The code with what the column says beside it, and column V. The form type is the one behind the code of a Form 5, else
 * 5 for a V on a Form 4 (the line was not due yet), else the form's own (ownership-xml.md sections 5.4 and 11). Timeliness
 * is on no form where the form type already says it.
 */
export function readCoding(
  reader: FieldReader,
  { path, isTransaction, cells }: ReadRow,
  form: FormNumber | undefined,
): void {
  const { code, voluntary } = cells
  const coding = `${path}/transactionCoding`
  if (!isTransaction) {
    if (code && /^[345]$/.test(code.text)) follow(reader, `${coding}/transactionFormType`, code.text, code)
    return
  }
  if (!code) return
  const read = readTransactionCode(unmarked(code, reader.marks).text)
  const { marks } = unmarked(code, reader.marks)
  readCell(reader, `${coding}/transactionCode`, { ...code, text: '', marks: [] }, () => read.code)
  reader.draft.refer(path, [...new Set(marks.map((mark) => reader.marks.idOf(mark)))])
  readTimeliness(reader, path, voluntary)
  if (read.code.kind !== 'value' || form === undefined) return
  const isVoluntary = read.isVoluntary || readVoluntary(voluntary ? unmarked(voluntary, reader.marks).text : '')
  if (isVoluntary === undefined)
    reader.draft.put(`${coding}/transactionFormType`, open([form, '5']), originParts(voluntary))
  else follow(reader, `${coding}/transactionFormType`, read.formType ?? (isVoluntary ? '5' : form), code)
  follow(reader, `${coding}/equitySwapInvolved`, read.isSwap ? '1' : '0', code)
}

/** Nothing on a form says the timeliness but its footnotes, which stand in column V. */
function readTimeliness(reader: FieldReader, path: string, cell: PaperCell | undefined): void {
  if (cell && unmarked(cell, reader.marks).marks.length > 0)
    readCell(reader, `${path}/transactionTimeliness`, cell, () => BLANK)
}

function follow({ draft }: FieldReader, path: string, written: string, cell: PaperCell): void {
  draft.put(path, { ...plainly(written), certainty: FOLLOWS_CERTAINTY }, { ...originParts(cell), source: 'form' })
}

function originParts(cell: PaperCell | undefined) {
  return cell ? { origin: originOfCell(cell) } : {}
}

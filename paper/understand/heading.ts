import { OwnerSignature } from '@section16/core/model'
import type { PaperForm } from '../form/paperForm.ts'
import { type FieldReader, readCell, readText } from './fieldReader.ts'
import { readTick } from './owners.ts'
import { readDate } from './readDate.ts'
import { plainly } from './reading.ts'

/** What kind of form it is, for when, and the boxes above the tables. */
export function readHeading(reader: FieldReader, form: PaperForm): void {
  if (form.form !== undefined) {
    const written = form.isAmendment ? `${form.form}/A` : form.form
    reader.draft.put('documentType', plainly(written), { source: 'form' })
  }
  readCell(reader, 'periodOfReport', form.periodOfReport, readDate)
  readCell(reader, 'dateOfOriginalSubmission', form.dateOfOriginalSubmission, readDate)
  readTick(reader, 'noSecuritiesOwned', form.noSecuritiesOwned)
  readTick(reader, 'notSubjectToSection16', form.notSubjectToSection16)
  readTick(reader, 'form3HoldingsReported', form.form3HoldingsReported)
  readTick(reader, 'form4TransactionsReported', form.form4TransactionsReported)
  readTick(reader, 'aff10b5One', form.aff10b5One)
}

/** What stands below the tables, but for the footnotes. */
export function readFoot(reader: FieldReader, form: PaperForm): void {
  const text = (printed: string) => readText(reader, printed)
  readCell(reader, 'remarks', form.remarks, text)
  for (const [i, { name, date }] of form.signatures.entries()) {
    reader.draft.document.ownerSignatures.push(new OwnerSignature())
    readCell(reader, `ownerSignature[${i + 1}]/signatureName`, name, text)
    readCell(reader, `ownerSignature[${i + 1}]/signatureDate`, date, readDate)
  }
}

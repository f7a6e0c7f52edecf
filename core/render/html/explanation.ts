import { type FormNumber, secFormNumber } from '../../facts/documentTypes.ts'
import { type FormEdition, fixedNotes } from '../../facts/formEditions.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { OwnershipDocument } from '../../model/ownershipDocument.ts'
import { NO_SUCH_FOOTNOTE, NONE_OWNED } from '../printedForm.ts'
import { escapeHtml } from './escape.ts'
import type { Marks } from './marks.ts'
import { date, field, ours, said } from './pieces.ts'

/** Explanation of responses with every footnote in full, then the remarks, their line ends kept. */
export function explanation(document: OwnershipDocument, marks: Marks): string {
  const none = document.noSecuritiesOwned.value ? `<p><b>${NONE_OWNED}</b></p>` : ''
  const notes = marks.notes.map(({ number, text }, i) => {
    const words = text === undefined ? ours(NO_SUCH_FOOTNOTE) : said(text)
    return `<li id="n${i + 1}">${escapeHtml(number)}. ${words}${marks.back(i)}</li>`
  })
  const list = notes.length > 0 ? `<ul class="notes">${notes.join('')}</ul>` : ''
  const { value } = document.remarks
  const remarks = value === undefined ? '' : `<p class="remarks">${said(value).replaceAll('\n', '<br>')}</p>`
  return `<section><h2>Explanation of Responses:</h2>${none}${list}</section><section><h2>Remarks:</h2>${remarks}</section>`
}

/** Every signature with its date. */
export function signatures({ ownerSignatures }: OwnershipDocument): string {
  const rows = ownerSignatures.map(({ name, date: signed }) => {
    const signature = name.value === undefined ? ours('not signed') : field(name, String)
    return `<tr><th scope="row">${signature}</th><td>${date(signed)}</td></tr>`
  })
  const none = `<tr><td colspan="2">${ours('none')}</td></tr>`
  return `<section><h2 id="signatures">Signatures</h2><table class="signatures" aria-labelledby="signatures"><thead><tr><th scope="col">** Signature of Reporting Person</th><th scope="col">Date</th></tr></thead><tbody>${rows.length > 0 ? rows.join('') : none}</tbody></table></section>`
}

/** The notes on every form, its number, and which edition was printed. */
export function closing(
  document: OwnershipDocument,
  form: FormNumber,
  edition: FormEdition,
  day?: CalendarDate,
): string {
  const notes = fixedNotes(form).map(({ text }) => `<p>${escapeHtml(text)}</p>`)
  const { value: version } = document.schemaVersion
  const schema = version === undefined ? '' : ` \u00b7 Ownership XML ${escapeHtml(version)}`
  return `<footer>${notes.join('')}<p>${secFormNumber(form, day)} \u00b7 Edition of ${edition.name}${schema}</p></footer>`
}

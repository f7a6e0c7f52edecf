import { isInForce } from '../../facts/dated.ts'
import { type FormNumber, formTitle, officialForms } from '../../facts/documentTypes.ts'
import { lawCited } from '../../facts/formEditions.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { OwnershipDocument } from '../../model/ownershipDocument.ts'
import { type FilingHeader, headerFacts, type PrintedCheckBox, printedCheckBoxes } from '../printedForm.ts'
import { escapeHtml } from './escape.ts'
import { invalid, ours, tick } from './pieces.ts'

/** Form number, the SEC, the title, the OMB's approval, and what the submission's header knows. */
export function heading(
  document: OwnershipDocument,
  form: FormNumber,
  date: CalendarDate | undefined,
  header: FilingHeader,
): string {
  const { ombNumber, burdenHours } = officialForms[form]
  const known = headerFacts(header).map(([name, value]) => `<span>${name} <b>${escapeHtml(value)}</b></span>`)
  return `<header><p class="form">FORM ${formName(document)}</p><div class="title"><p>UNITED STATES SECURITIES AND EXCHANGE COMMISSION<br>Washington, D.C. 20549</p><h1>${escapeHtml(formTitle(form, date))}</h1><p class="law">${escapeHtml(lawCited(date))}</p></div><p class="omb">OMB APPROVAL<br>OMB Number: ${ombNumber}<br>Estimated average burden hours per response: ${burdenHours}</p>${known.length > 0 ? `<p class="filed">${known.join(' ')}</p>` : ''}</header>`
}

/** `4/A`, or a question mark where the filing does not say. */
export function formName({ documentType }: OwnershipDocument): string {
  return documentType.kind === 'value' ? escapeHtml(documentType.value) : '?'
}

/** The boxes to tick at the top. One that the day's edition does not have yet stands there only if it is answered. */
export function checkBoxes(document: OwnershipDocument, form: FormNumber, date: CalendarDate | undefined): string {
  const boxes = printedCheckBoxes(document, form, date).filter(
    ({ box, state }) => state !== 'unknown' || date === undefined || isInForce(box, date),
  )
  return boxes.length === 0 ? '' : `<ul class="checks">${boxes.map(checkBox).join('')}</ul>`
}

function checkBox({ box, state, written, why }: PrintedCheckBox): string {
  const answer = state === 'invalid' ? `${tick('unknown')} ${invalid(written)}` : tick(state)
  return `<li>${answer} <span>${escapeHtml(box.title)}${why === '' ? '' : ` ${ours(why)}`}</span></li>`
}

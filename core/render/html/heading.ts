import { type FormNumber, formTitle, officialForms } from '../../facts/documentTypes.ts'
import { lawCited } from '../../facts/formEditions.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { OwnershipDocument } from '../../model/ownershipDocument.ts'
import { type FilingHeader, headerFacts, type PrintedCheckBox } from '../printedForm.ts'
import { pageCheckBoxes, printedFormName } from '../printedPage.ts'
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
  return `<header><p class="form">FORM ${escapeHtml(printedFormName(document))}</p><div class="title"><p>UNITED STATES SECURITIES AND EXCHANGE COMMISSION<br>Washington, D.C. 20549</p><h1>${escapeHtml(formTitle(form, date))}</h1><p class="law">${escapeHtml(lawCited(date))}</p></div><p class="omb">OMB APPROVAL<br>OMB Number: ${ombNumber}<br>Estimated average burden hours per response: ${burdenHours}</p>${known.length > 0 ? `<p class="filed">${known.join(' ')}</p>` : ''}</header>`
}

/** The boxes to tick at the top. */
export function checkBoxes(document: OwnershipDocument, form: FormNumber, date: CalendarDate | undefined): string {
  const boxes = pageCheckBoxes(document, form, date)
  return boxes.length === 0 ? '' : `<ul class="checks">${boxes.map(checkBox).join('')}</ul>`
}

function checkBox({ box, state, written, why }: PrintedCheckBox): string {
  const answer = state === 'invalid' ? `${tick('unknown')} ${invalid(written)}` : tick(state)
  return `<li>${answer} <span>${escapeHtml(box.title)}${why === '' ? '' : ` ${ours(why)}`}</span></li>`
}

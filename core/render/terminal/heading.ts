import { inForceOn } from '../../facts/dated.ts'
import { type FormNumber, formTitle, officialForms } from '../../facts/documentTypes.ts'
import { type CheckBox, checkBoxes } from '../../facts/formBoxes.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import { type OwnershipDocument, rowsOf } from '../../model/ownershipDocument.ts'
import type { Reported } from '../../model/reported.ts'
import type { Submission } from '../../model/submission.ts'
import { printedDate } from '../printed.ts'
import { type Flow, type Span, span } from './flow.ts'
import { type Page, split } from './page.ts'
import { invalid } from './table.ts'

/** What a submission's header knows of a filing and the form does not say. */
export type FilingHeader = Partial<Pick<Submission, 'accessionNumber' | 'filedAsOf' | 'acceptedAt'>>

/** From this width on the heading has columns. */
export const ROOMY = 100

const LAW =
  'Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment Company ' +
  'Act of 1940'

/** Form number, the SEC, the title, the OMB's approval. */
export function drawTitle(page: Page, document: OwnershipDocument, form: FormNumber, date?: CalendarDate): void {
  const { ombNumber, burdenHours } = officialForms[form]
  const type = document.documentType
  const number = type.kind === 'value' ? page.said(`FORM ${type.value}`, 'strong') : span('FORM ?', 'strong')
  const title = formTitle(form, date).toUpperCase()
  const middle = [
    span('UNITED STATES SECURITIES AND EXCHANGE COMMISSION\nWashington, D.C. 20549\n'),
    span(title, 'strong'),
    span(`\n${LAW}`, 'label'),
  ]
  const omb = [span('OMB APPROVAL\nOMB Number ', 'label'), span(ombNumber), span('\nHours per response ', 'label')]
  if (page.width < ROOMY) {
    page.add([page.cell(10, [number]), page.cell(page.inner - 11, middle, 'centre')])
    return
  }
  page.add([
    page.cell(12, [number]),
    page.cell(page.inner - 12 - 26 - 2, middle, 'centre'),
    page.cell(26, [...omb, span(burdenHours)]),
  ])
}

/** Accession number and days, where the caller knows them. */
export function drawHeader(page: Page, { accessionNumber, filedAsOf, acceptedAt }: FilingHeader): void {
  const facts: [string, string | undefined][] = [
    ['Accession number', accessionNumber],
    ['Filed', filedAsOf && printedDate(filedAsOf)],
    ['Accepted', acceptedAt && `${printedDate(acceptedAt.date)} ${acceptedAt.time} Eastern`],
  ]
  const known = facts.filter(([, value]) => value !== undefined) as [string, string][]
  if (known.length === 0) return
  const flow = known.flatMap(([name, value], i): Span[] => [
    span(`${i > 0 ? '   ' : ''}${name}\u00a0`, 'label'),
    page.said(value.replaceAll(' ', '\u00a0')),
  ])
  page.add([page.cell(page.inner, flow)])
}

/** `[X]`, `[ ]`, or `[?]` where nobody knows, with what was written if it is no answer. */
export function tick(page: Page, field: Reported<boolean>, unknown = false): Flow {
  if (field.kind === 'value') return [mark(field.value)]
  if (field.kind === 'invalid') return [span('[?]', 'invalid'), span(' '), invalid(page, field.written)]
  return [unknown ? span('[?]') : mark(false)]
}

/** A box, ticked or not. */
export const mark = (ticked: boolean): Span => (ticked ? span('[X]', 'strong') : span('[\u00a0]'))

/** The boxes to tick at the top. */
export function drawCheckBoxes(page: Page, document: OwnershipDocument, form: FormNumber, date?: CalendarDate): void {
  const boxes = checkBoxes.filter(({ element, forms }) => forms.includes(form) || document[element].present)
  if (boxes.length === 0) return
  const flows = boxes.map((box): Flow => [...checkBox(page, document, box, date)])
  if (page.width < ROOMY) {
    page.add([
      page.cell(
        page.inner,
        flows.flatMap((flow, i) => (i > 0 ? [span('\n'), ...flow] : flow)),
      ),
    ])
    return
  }
  const widths = split(page.inner, ...flows.map(() => 1))
  page.add(flows.map((flow, i) => page.cell(widths[i]!, flow)))
}

function checkBox(page: Page, document: OwnershipDocument, box: CheckBox, date?: CalendarDate): Flow {
  const field = document[box.element]
  const label = span(`\u00a0\t${box.short}`, 'label')
  if (field.kind === 'value' || field.kind === 'invalid') return [...tick(page, field), label]
  switch (box.element) {
    case 'notSubjectToSection16':
      return [...tick(page, field), label]
    case 'aff10b5One':
      return [...tick(page, field, true), label, span(` ${whyUnknown(box, date)}`, 'label')]
    // EDGAR ticks these two by the rows where it prints them.
    case 'form3HoldingsReported':
    case 'form4TransactionsReported': {
      const type = box.element === 'form3HoldingsReported' ? '3' : '4'
      const isThere = rowsOf(document).some(({ coding }) => coding.formType.value === type)
      return [mark(isThere), label]
    }
  }
}

/** Absent is not no: either the form had no such box yet, or the filing does not answer it. */
function whyUnknown(box: CheckBox, date: CalendarDate | undefined): string {
  if (date === undefined || inForceOn([box], date) || box.from === undefined) return 'Unknown: not answered.'
  return `Unknown: forms had no such box before ${printedDate(box.from)}.`
}

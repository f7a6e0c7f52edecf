import { type FormNumber, formTitle, officialForms } from '../../facts/documentTypes.ts'
import { lawCited } from '../../facts/formEditions.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { OwnershipDocument } from '../../model/ownershipDocument.ts'
import type { Reported } from '../../model/reported.ts'
import { type FilingHeader, headerFacts, type PrintedCheckBox, printedCheckBoxes } from '../printedForm.ts'
import { type Flow, type Span, span } from './flow.ts'
import { type Page, split } from './page.ts'
import { invalid } from './table.ts'

/** From this width on the heading has columns. */
export const ROOMY = 100

/** Form number, the SEC, the title, the OMB's approval. */
export function drawTitle(page: Page, document: OwnershipDocument, form: FormNumber, date?: CalendarDate): void {
  const { ombNumber, burdenHours } = officialForms[form]
  const type = document.documentType
  const number = type.kind === 'value' ? page.said(`FORM ${type.value}`, 'strong') : span('FORM ?', 'strong')
  const title = formTitle(form, date).toUpperCase()
  const middle = [
    span('UNITED STATES SECURITIES AND EXCHANGE COMMISSION\nWashington, D.C. 20549\n'),
    span(title, 'strong'),
    span(`\n${lawCited(date)}`, 'label'),
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
export function drawHeader(page: Page, header: FilingHeader): void {
  const known = headerFacts(header)
  if (known.length === 0) return
  const flow = known.flatMap(([name, value], i): Span[] => [
    span(`${i > 0 ? '   ' : ''}${name}\u00a0`, 'label'),
    page.said(value.replaceAll(' ', '\u00a0')),
  ])
  page.add([page.cell(page.inner, flow)])
}

/** `[X]`, `[ ]`, or `[?]` with what was written if it is no answer. */
export function tick(page: Page, field: Reported<boolean>): Flow {
  return field.kind === 'invalid' ? notAnswered(page, field.written) : [mark(field.value ?? false)]
}

const notAnswered = (page: Page, written: string): Flow => [span('[?]', 'invalid'), span(' '), invalid(page, written)]

/** A box, ticked or not. */
export const mark = (ticked: boolean): Span => (ticked ? span('[X]', 'strong') : span('[\u00a0]'))

/** The boxes to tick at the top. */
export function drawCheckBoxes(page: Page, document: OwnershipDocument, form: FormNumber, date?: CalendarDate): void {
  const boxes = printedCheckBoxes(document, form, date)
  if (boxes.length === 0) return
  const flows = boxes.map((box): Flow => checkBox(page, box))
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

function checkBox(page: Page, { box, state, written, why }: PrintedCheckBox): Flow {
  const label = span(`\u00a0\t${box.short}`, 'label')
  switch (state) {
    case 'ticked':
    case 'empty':
      return [mark(state === 'ticked'), label]
    case 'invalid':
      return [...notAnswered(page, written), label]
    case 'unknown':
      return [span('[?]'), label, span(` ${why}`, 'label')]
  }
}

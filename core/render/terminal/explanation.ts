import { type FormNumber, secFormNumber } from '../../facts/documentTypes.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { OwnershipDocument } from '../../model/ownershipDocument.ts'
import { printedDate } from '../printed.ts'
import { NO_SUCH_FOOTNOTE, NONE_OWNED, printedNotes } from '../printedForm.ts'
import { type Flow, type Line, span, wrap } from './flow.ts'
import type { Page } from './page.ts'
import { invalid } from './table.ts'

/** Explanation of responses with every footnote in full, then the remarks. */
export function drawExplanation(page: Page, document: OwnershipDocument): void {
  const notes = printedNotes(document)
  const width = Math.max(0, ...notes.map(({ number }) => number.length))
  const flows = notes.map(
    ({ number, text }): Flow => [
      page.said(`${number}.`, 'mark'),
      span(`${'\u00a0'.repeat(width - number.length + 1)}\t`),
      text === undefined ? span(NO_SUCH_FOOTNOTE, 'label') : page.said(text),
    ],
  )
  if (document.noSecuritiesOwned.value) flows.unshift([span(NONE_OWNED, 'strong')])
  if (flows.length > 0) section(page, 'Explanation of Responses:', flows)
  const { value } = document.remarks
  if (value !== undefined) section(page, 'Remarks:', [[page.said(value)]])
}

function section(page: Page, title: string, flows: readonly Flow[]): void {
  page.add([page.cell(page.inner, [span(title, 'strong'), ...flows.flatMap((flow) => [span('\n'), ...flow])])])
}

const DATE_WIDTH = 16

/** Every signature with its date, then the number of the form. */
export function drawSignatures(page: Page, document: OwnershipDocument, form: FormNumber, date?: CalendarDate): void {
  const width = page.inner - DATE_WIDTH - 1
  const rows = document.ownerSignatures.map(({ name, date: signed }): [Line[], Line[]] => [
    wrap([name.value === undefined ? span('not signed', 'label') : page.said(name.value)], width - 2),
    wrap(
      signed.kind === 'value'
        ? [span(printedDate(signed.value))]
        : signed.kind === 'invalid'
          ? [invalid(page, signed.written)]
          : [],
      DATE_WIDTH - 2,
    ),
  ])
  const left = wrap([span('** Signature of Reporting Person', 'label')], width - 2)
  const right = wrap([span('Date', 'label')], DATE_WIDTH - 2)
  for (const [name, signed] of rows) {
    // What belongs together begins on one line.
    while (left.length < right.length) left.push([])
    while (right.length < left.length) right.push([])
    left.push(...name)
    right.push(...signed)
  }
  if (rows.length === 0) left.push(...wrap([span('none', 'label')], width - 2))
  page.add([
    { width, lines: left },
    { width: DATE_WIDTH, lines: right },
  ])
  const version = document.schemaVersion.value
  const foot: Flow = [
    span('** Intentional misstatements or omissions of facts constitute Federal Criminal Violations. ', 'label'),
    span('See 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).\n', 'label'),
    span(secFormNumber(form, date), 'label'),
    ...(version === undefined ? [] : [span('   Ownership XML ', 'label'), page.said(version, 'label')]),
  ]
  page.add([page.cell(page.inner, foot)])
}

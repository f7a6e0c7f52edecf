import { MASKED_CCC } from '../../model/ccc.ts'
import type { OwnershipDocument, ReportingOwner } from '../../model/ownershipDocument.ts'
import type { Reported } from '../../model/reported.ts'
import { printedDate } from '../printed.ts'
import { addressLines } from '../printedForm.ts'
import type { PrintedPart } from '../printedRow.ts'
import { escapeHtml } from './escape.ts'

/** Filed text. */
export const said = (text: string) => `<span class="v">${escapeHtml(text)}</span>`

/** Words of ours. */
export const ours = (text: string) => `<span class="ours">${escapeHtml(text)}</span>`

/** Text that is no value of its field, as the terminal marks it. */
export const invalid = (written: string) => `<span class="bad">\u2039${escapeHtml(written.trim())}\u203a?</span>`

/** A piece of a cell. */
export const part = ({ kind, text }: PrintedPart) =>
  kind === 'value' ? said(text) : kind === 'invalid' ? invalid(text) : ours(text)

/** A field's value by `print`, its text if it is no value, or nothing. */
export function field<T>(value: Reported<T>, print: (value: T) => string): string {
  if (value.kind === 'value') return said(print(value.value))
  return value.kind === 'invalid' ? invalid(value.written) : ''
}

/** A day as forms print it. */
export const date = (value: OwnershipDocument['periodOfReport']) => field(value, printedDate)

const TICKS = { ticked: ['X', 'checked'], empty: ['', 'not checked'], unknown: ['?', 'unknown'] } as const

/** A box to tick, said in words to those who do not see it. */
export function tick(state: keyof typeof TICKS): string {
  const [sign, words] = TICKS[state]
  return `<span class="tick" role="img" aria-label="${words}">${sign}</span>`
}

/** The box of a yes or no; no answer is an empty box, as on the form. */
export function tickOf(value: Reported<boolean>): string {
  if (value.kind === 'invalid') return `${tick('unknown')} ${invalid(value.written)}`
  return tick(value.value ? 'ticked' : 'empty')
}

/** A name with a link to what EDGAR has of its CIK. */
export function named(name: Reported<string>, cik: Reported<string>): string {
  const text = name.value === undefined ? ours('name not given') : said(name.value)
  if (cik.kind !== 'value') return text
  return `<a class="name" href="https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&amp;CIK=${cik.value}">${text}</a>`
}

/** `CIK 0009999903`; nothing where the filing has none. */
export function cikLine(cik: Reported<string>): string {
  const value = field(cik, String)
  return value === '' ? '' : `<div class="cik">CIK ${value}</div>`
}

/** An owner's address, CIK and, where one came with a submission, the mask of the CCC. */
export function whereabouts({ id, address }: ReportingOwner): string {
  const lines = addressLines(address).map(said)
  const place = lines.length > 0 ? `<div class="address">${lines.join('<br>')}</div>` : ''
  return place + cikLine(id.cik) + (id.ccc.present ? `<div class="cik">CCC ${MASKED_CCC}</div>` : '')
}

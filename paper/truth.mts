/**
 * What a page of ours says of a document, as a reader of paper is to find it: the oracle of the tests of HTML, PDF and
 * scans. Truth is the document restricted to what is printed.
 *
 * Not printed, and so not here: which elements and groups exist, the spelling of booleans and numbers (`+1`, `007`),
 * zones of dates, the CCC, the country flag and which line of an address is which, the form type of a row where it is
 * the form's own, which of shares and value is meant but for the dollar sign, footnotes of fields outside the tables,
 * the two boxes of a Form 5 where only the rows tell them, `transactionValue` (X0101), which stands in a column that no
 * form has, and whose words a reader leaves in `unplaced`.
 */
import { type ColumnKey, type FormEditionName, type FormNumber, formNumberOf, formTables } from '../core/facts/index.ts'
import type { OwnershipDocument, OwnershipRow, Reported, ReportingOwner } from '../core/model/index.ts'
import {
  addressLines,
  clean,
  footnoteNumber,
  type PageOptions,
  type PrintedCell,
  type PrintedPart,
  pageCheckBoxes,
  printedDate,
  printedEdition,
  printedJoint,
  printedNotes,
  printedRelationship,
  printedRoles,
  printedRow,
} from '../core/render/index.ts'
import type { PaperCell, PaperForm, PaperOwner, PaperTick } from './form/paperForm.ts'

/** What stands in a field: a cell's text and marks, or a tick's state as the text. */
export interface Said {
  readonly text: string
  readonly marks: readonly string[]
}

/** By place: `owners/0/name`, `rows/I/2/price`, `footnotes/0/text`, `isJoint`. A blank cell has no entry, a tick has. */
export type SaidFields = ReadonlyMap<string, Said>

/** A form as told by a document or by a reader. */
export interface Printed {
  readonly form: FormNumber | undefined
  readonly isAmendment: boolean
  readonly fields: SaidFields
}

type Fields = Map<string, Said>

/** White space of any kind is one blank: how lines were broken is not compared. */
const plain = (text: string) => clean(text).replace(/\s+/g, ' ').trim()

/** Sets a field that has text or marks. */
function put(fields: Fields, at: string, text: string | undefined, marks: readonly string[] = []): void {
  const words = plain(text ?? '')
  if (words !== '' || marks.length > 0) fields.set(at, { text: words, marks })
}

const putTick = (fields: Fields, at: string, state: PaperTick['state']) => fields.set(at, { text: state, marks: [] })

const invalid = (written: string) => `\u2039${written.trim()}\u203a?`

/** What a field outside the tables is printed as. */
function said<T>(field: Reported<T>, print: (value: T) => string = String): string | undefined {
  return field.kind === 'value' ? print(field.value) : field.kind === 'invalid' ? invalid(field.written) : undefined
}

/** The edition that a page of a document is printed as. */
export function truthEdition(document: OwnershipDocument, options: PageOptions = {}): FormEditionName {
  return printedEdition(document, options).edition.name
}

/** All that a page of ours, HTML or PDF, says of a document. `options` are those that the page was made with. */
export function printedTruth(document: OwnershipDocument, options: PageOptions = {}): Printed {
  const form = formNumberOf(document)
  const { date } = printedEdition(document, options)
  const fields: Fields = new Map()
  const { issuer, reportingOwners } = document
  const owners = reportingOwners.filter(isSomebody)
  put(fields, 'issuer', issuer.name.value)
  put(fields, 'issuerCik', said(issuer.cik))
  put(fields, 'tradingSymbol', issuer.tradingSymbol.value)
  put(fields, 'foreignTradingSymbol', issuer.foreignTradingSymbol.value)
  put(fields, 'periodOfReport', said(document.periodOfReport, printedDate))
  put(fields, 'dateOfOriginalSubmission', said(document.dateOfOriginalSubmission, printedDate))
  for (const { box, state } of pageCheckBoxes(document, form, date)) {
    putTick(fields, box.element, state === 'ticked' || state === 'empty' ? state : 'unread')
  }
  for (const [i, { isTicked }] of printedJoint(reportingOwners.length).entries()) {
    putTick(fields, i === 0 ? 'isOnePerson' : 'isJoint', isTicked ? 'ticked' : 'empty')
  }
  for (const [i, owner] of owners.entries())
    putOwner(fields, `owners/${i}`, owner, owner === reportingOwners[0], reportingOwners.length > 1)
  for (const table of ['I', 'II'] as const) {
    const { rows } = table === 'I' ? document.nonDerivativeTable : document.derivativeTable
    let lines = 0
    for (const row of rows) if (putRow(fields, `rows/${table}/${lines}`, row, form, document)) lines++
  }
  if (document.noSecuritiesOwned.value) putTick(fields, 'noSecuritiesOwned', 'ticked')
  putNotes(fields, document)
  return { form, isAmendment: (document.documentType.value ?? '').endsWith('/A'), fields }
}

/** Nobody is printed where there is no word and no tick. */
function isSomebody(owner: ReportingOwner): boolean {
  const words = [owner.id.name.value, said(owner.id.cik), addressLines(owner.address).join('')]
  return (
    words.some((text) => text !== undefined && plain(text) !== '') ||
    printedRoles(owner).some(({ length }) => length > 0)
  )
}

function putOwner(fields: Fields, at: string, owner: ReportingOwner, isFirst: boolean, isJoint: boolean): void {
  put(fields, `${at}/name`, owner.id.name.value)
  put(fields, `${at}/cik`, said(owner.id.cik))
  put(fields, `${at}/address`, addressLines(owner.address).join('\n'))
  if (isFirst) putBox5(fields, at, owner)
  if (isJoint) putRoles(fields, at, owner, !isFirst)
  else putTitles(fields, at, owner)
}

const TICKS = ['isDirector', 'isTenPercentOwner', 'isOfficer', 'isOther'] as const

/** Box 5 of the first owner: four ticks. */
function putBox5(fields: Fields, at: string, owner: ReportingOwner): void {
  for (const [i, { value }] of printedRelationship(owner).ticks.entries()) {
    putTick(fields, `${at}/${TICKS[i]}`, value.kind === 'invalid' ? 'unread' : value.value ? 'ticked' : 'empty')
  }
}

/**
 * The line below the four ticks of an owner who files alone: the officer's title or the other text by what is ticked;
 * where both are, the two parts around its only ` / `. Where neither is, or it cannot be told, it is in no field.
 */
function putTitles(fields: Fields, at: string, owner: ReportingOwner): void {
  const line = printedRelationship(owner).titles.map(plain).join(' / ')
  const [isOfficer, isOther] = [owner.relationship.isOfficer.value, owner.relationship.isOther.value]
  if (isOfficer && !isOther) put(fields, `${at}/officerTitle`, line)
  if (isOther && !isOfficer) put(fields, `${at}/otherText`, line)
  const parts = line.split(' / ')
  if (!isOfficer || !isOther || parts.length !== 2) return
  put(fields, `${at}/officerTitle`, parts[0])
  put(fields, `${at}/otherText`, parts[1])
}

/** A line of the table of a joint filing: a title stands in place of a cross, `X` where there is no title. */
function putRoles(fields: Fields, at: string, owner: ReportingOwner, withTicks: boolean): void {
  for (const [i, parts] of printedRoles(owner).entries()) {
    const words = plain(texts(parts))
    const isUnread = parts.some(({ kind }) => kind === 'invalid')
    if (withTicks) putTick(fields, `${at}/${TICKS[i]}`, isUnread ? 'unread' : words === '' ? 'empty' : 'ticked')
    const title = parts.filter(({ kind }) => kind === 'value')
    if (i >= 2 && words !== 'X') put(fields, `${at}/${i === 2 ? 'officerTitle' : 'otherText'}`, texts(title))
  }
}

/** Values and texts that are none, without words of ours. */
function texts(parts: readonly PrintedPart[]): string {
  const printed = parts.filter(({ kind }) => kind !== 'note')
  return printed.map(({ kind, text }) => (kind === 'invalid' ? invalid(text) : text)).join(' ')
}

const COLUMNS = [...new Set(Object.values(formTables).flatMap(({ I, II }) => [...I.columns, ...II.columns]))]
const KEYS: ReadonlySet<ColumnKey> = new Set(COLUMNS.map(({ key }) => key))

/** Whether anything of the row is printed: a blank line is no row. */
function putRow(fields: Fields, at: string, row: OwnershipRow, form: FormNumber, document: OwnershipDocument): boolean {
  const before = fields.size
  const printed = printedRow(row, form, document)
  for (const key of KEYS) {
    const cell: PrintedCell = printed[key]
    const marks = cell.flatMap((line) => line.marks.map((id) => plain(footnoteNumber(id))))
    put(fields, `${at}/${key}`, cell.map(({ parts }) => texts(parts)).join('\n'), marks)
  }
  return fields.size > before
}

/** Footnotes that are referred to and missing are words of ours on the page. */
function putNotes(fields: Fields, document: OwnershipDocument): void {
  const notes = printedNotes(document).filter(({ text }) => text !== undefined)
  for (const [i, { number, text }] of notes.entries()) {
    put(fields, `footnotes/${i}/mark`, number)
    put(fields, `footnotes/${i}/text`, text)
  }
  put(fields, 'remarks', document.remarks.value)
  const signed = document.ownerSignatures.filter(({ name, date }) => said(name) ?? said(date))
  for (const [i, { name, date }] of signed.entries()) {
    put(fields, `signatures/${i}/name`, said(name))
    put(fields, `signatures/${i}/date`, said(date, printedDate))
  }
}

const FORM_CELLS = [
  'issuer',
  'issuerCik',
  'tradingSymbol',
  'foreignTradingSymbol',
  'periodOfReport',
  'dateOfOriginalSubmission',
  'remarks',
] as const
const FORM_TICKS = [
  'notSubjectToSection16',
  'aff10b5One',
  'form3HoldingsReported',
  'form4TransactionsReported',
  'isOnePerson',
  'isJoint',
  'noSecuritiesOwned',
] as const
const OWNER_CELLS = [
  'name',
  'cik',
  'address',
  'street1',
  'street2',
  'city',
  'state',
  'zipCode',
  'officerTitle',
  'otherText',
] as const

const putCell = (fields: Fields, at: string, cell: PaperCell | undefined) => {
  if (cell) put(fields, at, cell.text, cell.marks)
}

/** All that a form as read says, in the same terms as `printedTruth`. */
export function readFields(form: PaperForm): Printed {
  const fields: Fields = new Map()
  for (const key of FORM_CELLS) putCell(fields, key, form[key])
  for (const key of FORM_TICKS) if (form[key]) putTick(fields, key, form[key].state)
  for (const [i, owner] of form.owners.entries()) readOwner(fields, `owners/${i}`, owner)
  for (const table of ['I', 'II'] as const) {
    for (const [i, row] of form.rows[table].entries()) {
      for (const key of KEYS) putCell(fields, `rows/${table}/${i}/${key}`, row[key])
    }
  }
  for (const [i, { mark, text }] of form.footnotes.entries()) {
    put(fields, `footnotes/${i}/mark`, mark)
    putCell(fields, `footnotes/${i}/text`, text)
  }
  for (const [i, { name, date }] of form.signatures.entries()) {
    putCell(fields, `signatures/${i}/name`, name)
    putCell(fields, `signatures/${i}/date`, date)
  }
  return { form: form.form, isAmendment: form.isAmendment, fields }
}

function readOwner(fields: Fields, at: string, owner: PaperOwner): void {
  for (const key of OWNER_CELLS) putCell(fields, `${at}/${key}`, owner[key])
  for (const key of TICKS) if (owner[key]) putTick(fields, `${at}/${key}`, owner[key].state)
}

/** A field of two forms; `undefined`: it is blank there. */
export interface ComparedField {
  readonly at: string
  readonly truth: Said | undefined
  readonly read: Said | undefined
}

/** What two forms share and where they differ. */
export interface Comparison {
  /** Fields with something in them, in one form or the other. */
  readonly compared: readonly ComparedField[]
  /** Those of them that are not the same. */
  readonly differences: readonly ComparedField[]
}

const textOf = (text: string): Said => ({ text, marks: [] })
const same = (a: Said | undefined, b: Said | undefined) =>
  a?.text === b?.text && (a?.marks ?? []).join() === (b?.marks ?? []).join()

/** Field by field; the form's number and whether it is an amendment count as fields. */
export function comparePrinted(truth: Printed, read: Printed): Comparison {
  const all = ({ form, isAmendment, fields }: Printed) =>
    new Map([...fields, ['form', textOf(form ?? 'unknown')], ['isAmendment', textOf(String(isAmendment))]] as const)
  const [theirs, ours] = [all(truth), all(read)]
  const places = [...new Set([...theirs.keys(), ...ours.keys()])]
  const compared = places.map((at): ComparedField => ({ at, truth: theirs.get(at), read: ours.get(at) }))
  return { compared, differences: compared.filter((field) => !same(field.truth, field.read)) }
}

import { isInForce } from '../facts/dated.ts'
import type { FormNumber } from '../facts/documentTypes.ts'
import { type FormBoxName, formBoxes } from '../facts/formBoxes.ts'
import { formTables } from '../facts/formColumns.ts'
import { type FormEdition, type FormEditionName, formEditionOn, formEditions } from '../facts/formEditions.ts'
import type { CalendarDate } from '../model/calendarDate.ts'
import type { OwnershipDocument, ReportingOwner } from '../model/ownershipDocument.ts'
import type { Reported } from '../model/reported.ts'
import { printedDate } from './printed.ts'
import { type PrintedColumn, printedColumns, TRANSACTION_VALUE_REMARK } from './printedColumns.ts'
import { dateOf, type FilingHeader, type PrintedCheckBox, printedCheckBoxes } from './printedForm.ts'
import { type PrintedPart, type PrintedRow, printedRow } from './printedRow.ts'

/** What pages of every medium are asked to be. */
export interface PageOptions {
  /** From the submission around the document, where there is one. */
  header?: FilingHeader
  /** An edition of the forms other than the one in force on the filing's day. */
  edition?: FormEditionName
}

/** The edition to print and a day on which it was in force; `dateOf` says which day decides where none is asked for. */
export function printedEdition(
  document: OwnershipDocument,
  { header, edition: asked }: PageOptions,
): { edition: FormEdition; date: CalendarDate | undefined } {
  const date = dateOf(document, header)
  const edition = formEditions.find(({ name }) => name === asked)
  if (!edition) return { edition: formEditionOn(date), date }
  return { edition, date: date && isInForce(edition, date) ? date : edition.from }
}

/** `4/A`, or a question mark where the filing does not say. */
export function printedFormName({ documentType }: OwnershipDocument): string {
  return documentType.kind === 'value' ? documentType.value : '?'
}

/** `Form 4/A: Lindqvist Torsten, Aldermere Shipping plc, 05/11/2026`, as filed: a medium cleans what it shows. */
export function printedTitle(document: OwnershipDocument): string {
  const names = [document.reportingOwners[0]?.id.name.value, document.issuer.name.value]
  const { value: period } = document.periodOfReport
  const parts = [...names, period && printedDate(period)].filter((part) => part !== undefined && part !== '')
  return `Form ${printedFormName(document)}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}

/** The boxes to tick at the top. One that the day's edition does not have yet stands there only if it is answered. */
export function pageCheckBoxes(
  document: OwnershipDocument,
  form: FormNumber,
  date: CalendarDate | undefined,
): PrintedCheckBox[] {
  return printedCheckBoxes(document, form, date).filter(
    ({ box, state }) => state !== 'unknown' || date === undefined || isInForce(box, date),
  )
}

/** Boxes 1 to 6 in the order of their numbers, which Form 3 gives otherwise than Forms 4 and 5. */
export function printedBoxes(
  form: FormNumber,
): { name: Exclude<FormBoxName, 'foreignTradingSymbol'>; heading: string }[] {
  const { foreignTradingSymbol: _, ...numbered } = formBoxes[form]
  return (Object.keys(numbered) as (keyof typeof numbered)[])
    .sort((a, b) => Number(numbered[a].number) - Number(numbered[b].number))
    .map((name) => {
      const { number, title } = numbered[name]
      return { name, heading: `${number}. ${title}${name === 'reportingOwner' ? '*' : ''}` }
    })
}

/** `2a. Foreign Trading Symbol`, where the day's form has that line or the filing gives the symbol. */
export function printedForeignSymbol(
  { issuer: { foreignTradingSymbol } }: OwnershipDocument,
  form: FormNumber,
  date: CalendarDate | undefined,
): string | undefined {
  const box = formBoxes[form].foreignTradingSymbol
  const isThere = foreignTradingSymbol.value !== undefined || (date !== undefined && isInForce(box, date))
  return isThere ? `${box.number}. ${box.title}` : undefined
}

/** The four boxes of an owner's relationship, and the titles below them. */
export function printedRelationship({
  relationship: { isDirector, isTenPercentOwner, isOfficer, isOther, officerTitle, otherText },
}: ReportingOwner): { ticks: { value: Reported<boolean>; label: string }[]; titles: string[] } {
  const ticks = [
    { value: isDirector, label: 'Director' },
    { value: isTenPercentOwner, label: '10% Owner' },
    { value: isOfficer, label: 'Officer (give title below)' },
    { value: isOther, label: 'Other (specify below)' },
  ]
  return { ticks, titles: [officerTitle, otherText].flatMap(({ value }) => value ?? []) }
}

/** The two boxes of an individual or a joint filing. */
export function printedJoint(owners: number): { isTicked: boolean; label: string }[] {
  return [
    { isTicked: owners < 2, label: 'Form filed by One Reporting Person' },
    { isTicked: owners > 1, label: 'Form filed by More than One Reporting Person' },
  ]
}

/** What an owner is in a joint filing, below these headings: titles stand in place of crosses, as EDGAR prints them. */
export const ROLE_HEADINGS = ['Director', '10% Owner', 'Officer', 'Other'] as const

/** One list for each of `ROLE_HEADINGS`; empty where the owner is not that. */
export function printedRoles({ relationship }: ReportingOwner): PrintedPart[][] {
  const { isDirector, isTenPercentOwner, isOfficer, isOther, officerTitle, otherText } = relationship
  return [role(isDirector), role(isTenPercentOwner), role(isOfficer, officerTitle), role(isOther, otherText)]
}

function role(is: Reported<boolean>, title?: Reported<string>): PrintedPart[] {
  const words: PrintedPart[] = title?.value === undefined ? [] : [{ kind: 'value', text: title.value }]
  if (is.kind === 'invalid') return [{ kind: 'invalid', text: is.written }, ...words]
  return words.length === 0 && is.value ? [{ kind: 'value', text: 'X' }] : words
}

/** A table of the form with its rows. */
export interface PrintedTable {
  readonly title: string
  /** Beside the title, in Table II. */
  readonly examples: string
  readonly columns: readonly PrintedColumn[]
  readonly rows: readonly PrintedRow[]
  /** Below the table; empty where there is nothing to say. */
  readonly remark: string
}

/**
 * Table I or II: the form's columns and those that this filing needs, the rows in the order filed. `print` prints a
 * row, for who prints a table again and again.
 */
export function printedTable(
  which: 'I' | 'II',
  document: OwnershipDocument,
  form: FormNumber,
  print = printedRow,
): PrintedTable {
  const table = formTables[form][which]
  const { rows } = which === 'I' ? document.nonDerivativeTable : document.derivativeTable
  const printed = rows.map((row) => print(row, form, document))
  const columns = printedColumns(table, printed)
  const remark = columns.some(({ key }) => key === 'transactionValue') ? TRANSACTION_VALUE_REMARK : ''
  return { title: table.title, examples: table.examples, columns, rows: printed, remark }
}

/** A heading over one column, or over several of one number with headings of their own. */
export interface ColumnHeading {
  readonly title: string
  /** The columns' own headings; empty for one column. */
  readonly below: readonly string[]
}

/** The two rows of headings above a table's columns, as on the form. */
export function columnHeadings(columns: readonly PrintedColumn[]): ColumnHeading[] {
  const headings: ColumnHeading[] = []
  for (let i = 0; i < columns.length; ) {
    const { number, title } = columns[i]!
    const prefix = number === '' ? '' : `${number}. `
    let end = i + 1
    while (number !== '' && columns[end]?.number === number) end++
    const group = columns.slice(i, end)
    const common = group.length > 1 ? commonTitle(group) : title
    const below = group.length > 1 ? group.map((column) => ownTitle(column, common)) : []
    headings.push({ title: prefix + common, below })
    i = end
  }
  return headings
}

/** `Transaction Code: V` and `Transaction Code` stand under `Transaction Code`; so may a column that no form has. */
function commonTitle(group: readonly PrintedColumn[]): string {
  const { title } = group.findLast((column) => column.title.includes(': ')) ?? group[0]!
  const end = title.lastIndexOf(': ')
  return end < 0 ? title : title.slice(0, end)
}

function ownTitle({ title, short, key }: PrintedColumn, common: string): string {
  if (title === common) return short
  return key === 'transactionValue' ? title : title.slice(common.length + 2)
}

export const NO_ENTRIES = 'No entries.'

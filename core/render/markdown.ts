import { type FormNumber, formTitle } from '../facts/documentTypes.ts'
import { type FormBox, formBoxes } from '../facts/formBoxes.ts'
import { formTables } from '../facts/formColumns.ts'
import { formNumberOf } from '../facts/formPlace.ts'
import { MASKED_CCC } from '../model/ccc.ts'
import type { OwnershipDocument, OwnershipRow, ReportingOwner } from '../model/ownershipDocument.ts'
import type { Reported } from '../model/reported.ts'
import { clean } from './clean.ts'
import { footnoteNumber, printedDate } from './printed.ts'
import { OF_TRANSACTIONS, type PrintedColumn, printedColumns, TRANSACTION_VALUE_REMARK } from './printedColumns.ts'
import {
  addressLines,
  dateOf,
  type FilingHeader,
  headerFacts,
  NO_SUCH_FOOTNOTE,
  NONE_OWNED,
  type PrintedNote,
  printedCheckBoxes,
  printedNotes,
} from './printedForm.ts'
import { type PrintedCell, type PrintedKey, type PrintedRow, printedRow } from './printedRow.ts'
import { elementsOf } from './sourcePaths.ts'

export interface MarkdownOptions {
  /** From the submission around the document, where there is one. */
  header?: FilingHeader
}

/**
 * An ownership document as Markdown for a language model. Every value stands on a line of its own with the box, or the
 * table, row and column of the form, and the element of the source it was read from; values are printed as on every
 * other rendition. A footnote's text stands where it is first referred to, later references name that place. What is
 * absent is said to be absent, what is a footnote only or no value of its field is said to be so; nothing is computed.
 * Filed text is escaped, so that it is text to a reader of Markdown whatever stands in it; a CCC is masked.
 */
export function renderMarkdown(document: OwnershipDocument, options: MarkdownOptions = {}): string {
  const form = formNumberOf(document)
  const date = dateOf(document, options.header)
  const notes = new Notes(printedNotes(document))
  const type = document.documentType.value
  const heading = `# Form ${type === undefined ? '(not given)' : escapeMarkdown(type)}: ${formTitle(form, date)}`
  const facts = headerFacts(options.header ?? {}).map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`)
  const boxes = printedCheckBoxes(document, form, date).map(({ box, state, written, why }) => {
    const words = { ticked: 'yes', empty: 'no', unknown: why, invalid: `no answer: ${quoted(written)}` }[state]
    return `- ${box.title} ${words} ${path(box.element)}`
  })
  const parts = [
    [heading, '', ...facts, `- Source: ownership XML, schema version ${saidOf(document.schemaVersion)}`],
    ['Elements in backquotes are paths in that source, below `/ownershipDocument`. Text is as filed.'],
    ['## Heading', '', ...boxes, ...boxLines(document, form)],
    ...document.reportingOwners.map((owner, i) => ownerLines(owner, i, form)),
    tableLines('I', document, form, notes),
    tableLines('II', document, form, notes),
    explanationLines(document, notes),
    ['## Signatures', '', ...signatureLines(document)],
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/**
 * Filed text in one line, every character that Markdown or HTML gives a meaning made plain. It never stands at the
 * start of a line, where more characters have one.
 */
function escapeMarkdown(text: string): string {
  const line = clean(text)
    .replace(/\s*\n\s*/g, ' / ')
    .trim()
  return line.replace(/[\\`*_{}[\]<>#!|~&@]|:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
}

const path = (...elements: string[]) => elements.map((element) => `\`${element}\``).join(', ')
const quoted = (written: string) => `"${escapeMarkdown(written)}" as filed, which is no value of this field`

function saidOf<T>(field: Reported<T>, print: (value: T) => string = String): string {
  if (field.kind === 'value') return escapeMarkdown(print(field.value))
  return field.kind === 'invalid' ? quoted(field.written) : 'not given'
}

function boxLines(document: OwnershipDocument, form: FormNumber): string[] {
  const boxes = formBoxes[form]
  const { issuer, reportingOwners } = document
  const line = ({ number, title }: FormBox, value: string, element: string) =>
    `- Box ${number}, ${title}: ${value} ${path(element)}`
  const owners = reportingOwners.length
  return [
    line(boxes.issuer, saidOf(issuer.name), 'issuer/issuerName'),
    `- Box ${boxes.issuer.number}, trading symbol: ${saidOf(issuer.tradingSymbol)} ${path('issuer/issuerTradingSymbol')}`,
    `- Issuer's CIK: ${saidOf(issuer.cik)} ${path('issuer/issuerCik')}`,
    ...(issuer.foreignTradingSymbol.present
      ? [line(boxes.foreignTradingSymbol, saidOf(issuer.foreignTradingSymbol), 'issuer/issuerForeignTradingSymbol')]
      : []),
    line(boxes.periodOfReport, saidOf(document.periodOfReport, printedDate), 'periodOfReport'),
    line(
      boxes.dateOfOriginalSubmission,
      saidOf(document.dateOfOriginalSubmission, printedDate),
      'dateOfOriginalSubmission',
    ),
    `- Box ${boxes.individualOrJoint.number}, ${boxes.individualOrJoint.title}: ${owners} reporting owner${owners === 1 ? '' : 's'}`,
  ]
}

function ownerLines({ id, address, relationship }: ReportingOwner, index: number, form: FormNumber): string[] {
  const { reportingOwner, relationship: box } = formBoxes[form]
  const root = `reportingOwner[${index + 1}]`
  const lines = addressLines(address).map(escapeMarkdown)
  const roles = [
    ['isDirector', 'Director'],
    ['isTenPercentOwner', '10% Owner'],
    ['isOfficer', 'Officer'],
    ['isOther', 'Other'],
  ] as const
  const titles = [
    ['officerTitle', 'officer title'],
    ['otherText', 'other'],
  ] as const
  const yesNo = (value: boolean) => (value ? 'yes' : 'no')
  return [
    `## Reporting owner ${index + 1} (box ${reportingOwner.number})`,
    '',
    `- Name: ${saidOf(id.name)} ${path(`${root}/reportingOwnerId/rptOwnerName`)}`,
    `- CIK: ${saidOf(id.cik)} ${path(`${root}/reportingOwnerId/rptOwnerCik`)}`,
    ...(id.ccc.present ? [`- CCC: ${escapeMarkdown(MASKED_CCC)}`] : []),
    `- Address: ${lines.length > 0 ? lines.join('; ') : 'not given'} ${path(`${root}/reportingOwnerAddress`)}`,
    ...roles.map(
      ([name, words]) =>
        `- Box ${box.number}, ${words}: ${saidOf(relationship[name], yesNo)} ${path(`${root}/reportingOwnerRelationship/${name}`)}`,
    ),
    ...titles
      .filter(([name]) => relationship[name].kind !== 'absent')
      .map(
        ([name, words]) =>
          `- Box ${box.number}, ${words}: ${saidOf(relationship[name])} ${path(`${root}/reportingOwnerRelationship/${name}`)}`,
      ),
  ]
}

/** The footnotes and where the text of each stands: at its first reference. */
class Notes {
  readonly all: readonly PrintedNote[]
  private readonly places = new Map<string, string>()

  constructor(all: readonly PrintedNote[]) {
    this.all = all
  }

  refer(id: string, place: string): string {
    const number = escapeMarkdown(footnoteNumber(id))
    const known = this.places.get(id)
    if (known !== undefined) return `(footnote ${number}, see ${known})`
    this.places.set(id, place)
    const text = this.all.find((note) => note.id === id)?.text
    return `(footnote ${number}: ${text === undefined ? NO_SUCH_FOOTNOTE : `"${escapeMarkdown(text)}"`})`
  }

  /** Those nobody refers to, and of two with one id the second. */
  unplaced(): PrintedNote[] {
    return this.all.filter((note) => !this.places.has(note.id) || this.all.find(({ id }) => id === note.id) !== note)
  }
}

function tableLines(which: 'I' | 'II', document: OwnershipDocument, form: FormNumber, notes: Notes): string[] {
  const table = formTables[form][which]
  const { rows } = which === 'I' ? document.nonDerivativeTable : document.derivativeTable
  if (rows.length === 0) return [`## ${table.title}`, '', 'No entries.']
  const printed = rows.map((row) => printedRow(row, form, document))
  const columns = printedColumns(table, printed)
  const counts = new Map<string, number>()
  const lines = rows.flatMap((row, i) => {
    const count = (counts.get(row.element) ?? 0) + 1
    counts.set(row.element, count)
    const group = row.element.endsWith('Security') ? '' : `${row.isDerivative ? 'derivative' : 'nonDerivative'}Table/`
    const kind = row.isTransaction ? 'transaction' : 'holding'
    return [
      '',
      `### Table ${which}, row ${i + 1}: ${kind} ${path(`${group}${row.element}[${count}]`)}`,
      '',
      ...columns
        .filter(({ key }) => isSaid(key, printed[i]!, row.isTransaction))
        .map((column) => cellLine(row, printed[i]![column.key], column, `${which}.${i + 1}.${column.number}`, notes)),
    ]
  })
  const remark = columns.some(({ key }) => key === 'transactionValue') ? ['', TRANSACTION_VALUE_REMARK] : []
  return [`## ${table.title}`, ...lines, ...remark]
}

/** What is empty is said to be not given, but for columns that are empty where another says the same. */
function isSaid(key: PrintedKey, row: PrintedRow, isTransaction: boolean): boolean {
  if (row[key].length > 0) return true
  if (key === 'voluntary') return false
  if (key === 'acquired') return isTransaction && row.disposed.length === 0
  if (key === 'disposed') return isTransaction && row.acquired.length === 0
  return isTransaction || !OF_TRANSACTIONS.has(key)
}

function cellLine(row: OwnershipRow, cell: PrintedCell, column: PrintedColumn, place: string, notes: Notes): string {
  const values = cell.map(({ parts, marks }) => {
    const words = parts.map(({ kind, text }) =>
      kind === 'value' ? escapeMarkdown(text) : kind === 'invalid' ? quoted(text) : `(${escapeMarkdown(text)})`,
    )
    if (words.length === 0) words.push('no value, footnote only')
    return [...words, ...marks.map((id) => notes.refer(id, place))].join(' ')
  })
  const elements = elementsOf(row, column.key)
  const name = column.number === '' ? column.name : `Column ${column.number}, ${column.name}`
  const value = values.length === 0 ? 'not given' : values.join('; ')
  return `- ${escapeMarkdown(name)}: ${value}${elements.length > 0 ? ` ${path(...elements)}` : ''}`
}

function explanationLines(document: OwnershipDocument, notes: Notes): string[] {
  const rest = notes.unplaced().map(({ number, text }) => {
    const words = text === undefined ? NO_SUCH_FOOTNOTE : `"${escapeMarkdown(text)}"`
    return `- Footnote ${escapeMarkdown(number)}, which no field refers to: ${words} ${path('footnotes')}`
  })
  const none = document.noSecuritiesOwned.value ? [`- ${NONE_OWNED} ${path('noSecuritiesOwned')}`] : []
  const { remarks } = document
  return ['## Explanation and remarks', '', ...none, ...rest, `- Remarks: ${saidOf(remarks)} ${path('remarks')}`]
}

function signatureLines({ ownerSignatures }: OwnershipDocument): string[] {
  if (ownerSignatures.length === 0) return ['None.']
  return ownerSignatures.map(
    ({ name, date }, i) =>
      `- Signed: ${saidOf(name)}, dated ${saidOf(date, printedDate)} ${path(`ownerSignature[${i + 1}]`)}`,
  )
}

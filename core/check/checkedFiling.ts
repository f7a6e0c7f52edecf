import type { CalendarDate } from '../model/calendarDate.ts'
import { type Footnote, footnoteText, type OwnershipDocument, type OwnershipRow } from '../model/ownershipDocument.ts'
import type { FootnoteId, Reported } from '../model/reported.ts'
import type { Fault } from './schema/fault.ts'

/** A line with its XPath, table and number. */
export interface CheckedRow {
  row: OwnershipRow
  path: string
  table: 'I' | 'II'
  /** From 1, in its table. */
  position: number
  /** What several rules ask for, kept by whoever works it out first. (WeakMaps would cost more than they save.) */
  known: { line: string | undefined; footnotes: readonly FootnoteId[] | undefined }
}

/** A place that refers to footnotes: its XPath and the ids, in the order written. */
export interface FootnoteUse {
  path: string
  ids: readonly FootnoteId[]
}

/** A document as rules see it: with what they all ask for worked out once. */
export interface CheckedFiling {
  document: OwnershipDocument
  /** The family; '' where the document type says none. */
  form: '3' | '4' | '5' | ''
  isAmendment: boolean
  /** `draft`: before filing. `filed`: as EDGAR disseminated it. */
  stage: 'draft' | 'filed'
  /** EDGAR's filing date, where it is known. */
  filedOn: CalendarDate | undefined
  /** The day whose rules hold: asked for, else the filing date, else the latest signature, else the period. */
  rulesOf: CalendarDate | undefined
  rows: readonly CheckedRow[]
  transactions: readonly CheckedRow[]
  holdings: readonly CheckedRow[]
  /** The texts of the footnotes on fields, joined; missing ones left out. */
  textsOf: (...fields: readonly (Reported<unknown> | readonly string[])[]) => string
  /** All that is said in words: footnotes and remarks, joined. */
  words: string
  /** As of a row. */
  known: { faults: readonly Fault[] | undefined; footnoteUses: readonly FootnoteUse[] | undefined }
}

/** What is known of a filing besides its document. */
export interface CheckOptions {
  filedOn?: CalendarDate
  /** Judge by the rules of this day instead of the filing's own. */
  rulesOf?: CalendarDate
  stage?: 'draft' | 'filed'
}

/** Works out what the rules ask for. */
export function checkedFiling(document: OwnershipDocument, options: CheckOptions): CheckedFiling {
  const type = document.documentType.value ?? ''
  const rows = [
    ...rowsOfTable(document.nonDerivativeTable.rows, 'I'),
    ...rowsOfTable(document.derivativeTable.rows, 'II'),
  ]
  const textOf = (id: string) => footnoteText(document, id) ?? ''
  return {
    document,
    form: /^[345](?:\/A)?$/.test(type) ? (type.slice(0, 1) as '3' | '4' | '5') : '',
    isAmendment: type.endsWith('/A'),
    stage: options.stage ?? 'filed',
    filedOn: options.filedOn,
    rulesOf: options.rulesOf ?? options.filedOn ?? ownDate(document),
    rows,
    transactions: rows.filter(({ row }) => row.isTransaction),
    holdings: rows.filter(({ row }) => !row.isTransaction),
    textsOf: (...fields) => {
      const [first] = fields
      const ids = fields.length === 1 && first ? idsOf(first) : fields.flatMap(idsOf)
      // Most fields have one footnote or none: its text needs no joining.
      if (ids.length < 2) return ids[0] === undefined ? '' : textOf(ids[0])
      return ids.map(textOf).join('\n')
    },
    words: [
      ...document.footnotes.footnotes.map((footnote: Footnote) => footnote.text),
      document.remarks.value ?? '',
    ].join('\n'),
    known: { faults: undefined, footnoteUses: undefined },
  }
}

function rowsOfTable(rows: readonly OwnershipRow[], table: 'I' | 'II'): CheckedRow[] {
  const counts = new Map<string, number>()
  const parent = table === 'I' ? 'nonDerivativeTable/' : 'derivativeTable/'
  return rows.map((row, i) => {
    const count = (counts.get(row.element) ?? 0) + 1
    counts.set(row.element, count)
    const below = row.element.endsWith('Security') ? '' : parent
    const path = `/ownershipDocument/${below}${row.element}[${count}]`
    return { row, path, table, position: i + 1, known: { line: undefined, footnotes: undefined } }
  })
}

function idsOf(field: Reported<unknown> | readonly string[]): readonly string[] {
  return Array.isArray(field) ? field : (field as Reported<unknown>).footnotes
}

function ownDate(document: OwnershipDocument): CalendarDate | undefined {
  let latest: CalendarDate | undefined
  for (const { date } of document.ownerSignatures) {
    if (date.kind === 'value' && (!latest || date.value.day > latest.day)) latest = date.value
  }
  return latest ?? document.periodOfReport.value
}

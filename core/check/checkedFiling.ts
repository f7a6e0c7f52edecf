import { type Assumptions, DEFAULT_ASSUMPTIONS } from '../facts/assumptions.ts'
import type { CalendarDate } from '../model/calendarDate.ts'
import { footnoteText, type OwnershipDocument } from '../model/ownershipDocument.ts'
import type { FootnoteId, Reported } from '../model/reported.ts'
import { type CheckedRow, rowsOfTable } from './checkedRow.ts'
import { speaksOfWeightedAverage } from './phrases.ts'
import type { Fault } from './schema/fault.ts'

/** A place of a line that refers to footnotes, and the ids, in the order written. */
export interface FootnoteUse {
  line: CheckedRow
  /** Its path below the line. */
  place: string
  ids: readonly FootnoteId[]
}

/** Markup of a source that is not as EDGAR writes it, with the XPath of the element it stands in. */
export interface MarkupPiece {
  path: string
  markup: string
}

/** All markup of a document that was kept as written. */
export interface KeptMarkup {
  /** What stands around the root, and between elements. */
  readonly around: readonly MarkupPiece[]
  /** The values and footnotes whose spelling differs from EDGAR's, as spelled. */
  readonly spelled: readonly MarkupPiece[]
}

/** The transactions of one line of ownership, in the order filed. */
export type CheckedLine = readonly CheckedRow[]

/** What is known of a filing besides its document. */
export interface CheckOptions {
  filedOn?: CalendarDate
  /** Judge by the rules of this day instead of the filing's own. */
  rulesOf?: CalendarDate
  stage?: 'draft' | 'filed'
  /** How doubtful statements are to be taken, where not as usual. */
  assumptions?: Partial<Assumptions>
}

type Family = '3' | '4' | '5'

const FAMILIES: ReadonlyMap<string, Family> = new Map(
  (['3', '4', '5'] as const).flatMap((form) => [
    [form, form],
    [`${form}/A`, form],
  ]),
)

/** A document as rules see it: with what they all ask for worked out once, most of it when first asked for. */
export class CheckedFiling {
  readonly document: OwnershipDocument
  /** The family; '' where the document type says none. */
  readonly form: Family | ''
  readonly isAmendment: boolean
  /** `draft`: before filing. `filed`: as EDGAR disseminated it. */
  readonly stage: 'draft' | 'filed'
  /** EDGAR's filing date, where it is known. */
  readonly filedOn: CalendarDate | undefined
  /** The day whose rules hold: asked for, else the filing date, else the latest signature, else the period. */
  readonly rulesOf: CalendarDate | undefined
  /** How doubtful statements are taken. */
  readonly assumptions: Assumptions
  readonly rows: readonly CheckedRow[]
  readonly transactions: readonly CheckedRow[]
  readonly holdings: readonly CheckedRow[]
  /** As of a row. */
  readonly known: Known = {
    faults: undefined,
    markup: undefined,
    footnoteUses: undefined,
    lines: undefined,
    words: undefined,
    smallWords: undefined,
    isAveraging: undefined,
  }

  constructor(document: OwnershipDocument, options: CheckOptions = {}) {
    const type = document.documentType.value ?? ''
    const { nonDerivativeTable, derivativeTable } = document
    this.document = document
    this.form = FAMILIES.get(type) ?? ''
    this.isAmendment = type.endsWith('/A')
    this.stage = options.stage ?? 'filed'
    this.filedOn = options.filedOn
    this.rulesOf = options.rulesOf ?? options.filedOn ?? ownDate(document)
    const { assumptions } = options
    this.assumptions = assumptions ? { ...DEFAULT_ASSUMPTIONS, ...assumptions } : DEFAULT_ASSUMPTIONS
    this.rows = [...rowsOfTable(nonDerivativeTable.rows, 'I'), ...rowsOfTable(derivativeTable.rows, 'II')]
    this.transactions = this.rows.filter(({ row }) => row.isTransaction)
    this.holdings = this.rows.filter(({ row }) => !row.isTransaction)
  }

  /** All that is said in words: footnotes and remarks, joined. */
  get words(): string {
    this.known.words ??= wordsOf(this.document)
    return this.known.words
  }

  /** `words` in small letters, for cheap questions before exact ones. */
  get smallWords(): string {
    this.known.smallWords ??= this.words.toLowerCase()
    return this.known.smallWords
  }

  /** Whether a phrase, given in small letters, stands in `words`, whatever their case. */
  mentions(phrase: string): boolean {
    return this.smallWords.includes(phrase)
  }

  /** Whether a footnote on a field speaks of a weighted average. */
  isAveraged(field: Reported<unknown>): boolean {
    if (field.footnotes.length === 0) return false
    // Most filings speak of none.
    this.known.isAveraging ??= this.mentions('weighted')
    return this.known.isAveraging && speaksOfWeightedAverage(this.textsOf(field))
  }

  /** The texts of the footnotes on a field, or of some ids, joined; missing ones left out. */
  textsOf(field: Reported<unknown> | readonly FootnoteId[]): string {
    const ids = 'footnotes' in field ? field.footnotes : field
    const first = ids[0]
    // Most fields have one footnote or none: its text needs no joining.
    if (first === undefined) return ''
    if (ids.length === 1) return footnoteText(this.document, first) ?? ''
    return ids.map((id) => footnoteText(this.document, id) ?? '').join('\n')
  }
}

interface Known {
  faults: readonly Fault[] | undefined
  markup: KeptMarkup | undefined
  footnoteUses: readonly FootnoteUse[] | undefined
  lines: readonly CheckedLine[] | undefined
  words: string | undefined
  smallWords: string | undefined
  isAveraging: boolean | undefined
}

function wordsOf({ footnotes: { footnotes }, remarks }: OwnershipDocument): string {
  let words = ''
  for (const { text } of footnotes) words += `${text}\n`
  return words + (remarks.value ?? '')
}

function ownDate(document: OwnershipDocument): CalendarDate | undefined {
  let latest: CalendarDate | undefined
  for (const { date } of document.ownerSignatures) {
    if (date.kind === 'value' && (!latest || date.value.day > latest.day)) latest = date.value
  }
  return latest ?? document.periodOfReport.value
}

import type {
  FiledReport,
  LateAnswer,
  LatenessOptions,
  LedgerOptions,
  LineField,
  LinePlace,
  ReportLine,
} from '@section16/core/ledger'
import type {
  CalendarDate,
  Cik,
  Decimal,
  Diagnostic,
  Footnote,
  OwnershipDocument,
  OwnershipRow,
} from '@section16/core/model'
import type { DraftRelationship } from './composeDraft.ts'
import type { NotedRow } from './footnotes.ts'

/** One cell of a line, and what should stand there; `undefined`: no value. */
export interface CellCorrection {
  readonly field: LineField
  readonly written: string | undefined
}

/** What of the heading was wrong. What is left out stays as it was. */
export interface HeadingCorrection {
  /** Whose report it was meant to be: others than filed are refused (D230). */
  readonly issuer?: Cik
  readonly owners?: readonly Cik[]
  readonly periodOfReport?: CalendarDate
  readonly aff10b5One?: boolean
  readonly notSubjectToSection16?: boolean
  readonly relationships?: readonly { readonly owner: Cik; readonly relationship: DraftRelationship }[]
}

/**
 * One change, with the reason in the filer's words, which becomes a part of the footnote (or, for the heading, of the
 * remarks). Three kinds, and no fourth:
 * - `lineAdded`: a line that the report left out, with its own footnotes;
 * - `lineCorrected`: a line as filed, or as an amendment before left it, with some cells and texts of footnotes changed;
 * - `explained`: anything else. A line that should not be there (a duplicate) is named in `withdraws`: it is repeated as
 *   filed, with a footnote that takes it back, and never undone by an opposite transaction that nobody made.
 */
export type AmendmentChange =
  | {
      readonly kind: 'lineAdded'
      readonly row: OwnershipRow
      readonly footnotes: readonly Footnote[]
      readonly reason: string
    }
  | {
      readonly kind: 'lineCorrected'
      readonly at: LinePlace
      readonly cells: readonly CellCorrection[]
      /** New texts of footnotes of that line, by their numbers in the report that has the line. */
      readonly footnotes?: readonly Footnote[]
      readonly reason: string
    }
  | {
      readonly kind: 'explained'
      readonly withdraws?: LinePlace
      readonly heading?: HeadingCorrection
      readonly reason: string
    }

export interface AmendmentRequest {
  /** All reports of these owners in this issuer: the original, its amendments, and what was filed after it. */
  readonly reports: readonly FiledReport[]
  /** The key of the report that is amended. */
  readonly original: string
  readonly changes: readonly AmendmentChange[]
  /** The day on which the amendment is to be filed. */
  readonly on: CalendarDate
  readonly ledger?: Pick<LedgerOptions, 'aliases' | 'series'>
  readonly lateness?: LatenessOptions
}

/** What a line of the amendment is. */
export type AmendedLineKind = 'added' | 'corrected' | 'withdrawn' | 'repeated'

export interface AmendedLine {
  readonly row: OwnershipRow
  readonly kind: AmendedLineKind
  /** The line that it stands for; an added one has none. */
  readonly before: LinePlace | undefined
  /** Whether filing it on that day is late: an added transaction counts from its own due day. */
  readonly lateness: LateAnswer
}

/** A line of the amendment while it is built. */
export interface BuiltLine {
  readonly kind: AmendedLineKind
  readonly before: ReportLine | undefined
  readonly noted: NotedRow
}

/** A line filed before whose total no longer follows. */
export interface AffectedLine {
  readonly report: FiledReport
  readonly line: LinePlace
  readonly title: string
  readonly stated: Decimal
  /** What its total should be, if nothing else was wrong. */
  readonly follows: Decimal
  /** Whether it is a line of the report that is amended. */
  readonly isSameReport: boolean
}

export interface DraftAmendment {
  /** Unsigned: the signatures of the original do not carry over. `undefined` where it is refused. */
  readonly document: OwnershipDocument | undefined
  readonly original: FiledReport | undefined
  readonly lines: readonly AmendedLine[]
  /** Whether a transaction in it is reported late, which belongs into the issuer's Item 405. */
  readonly isLate: boolean
  /** In the order in which the ledger counts them. Usually no amendment of them is needed. */
  readonly affected: readonly AffectedLine[]
  readonly diagnostics: readonly Diagnostic[]
}

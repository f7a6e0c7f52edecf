import type { AccessionNumber } from '../model/accessionNumber.ts'
import type { CalendarDate } from '../model/calendarDate.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import type { AcceptedAt } from '../model/submission.ts'

/** One report as the ledger sees it: its document, and what is known of its filing. */
export interface FiledReport {
  /** Names it in every answer: the accession number where there is one, else the file's name. Unique in one call. */
  readonly key: string
  readonly accessionNumber: AccessionNumber | undefined
  /** EDGAR's filing date; `undefined` where only the document is at hand: the signature date never stands for it. */
  readonly filedOn: CalendarDate | undefined
  /** EDGAR's acceptance, Eastern civil time. */
  readonly acceptedAt: AcceptedAt | undefined
  readonly document: OwnershipDocument
}

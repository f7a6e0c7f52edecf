import type { Identified, OfOrganization, Said } from './records.ts'

/** The version of the data: one row for each migration that was made. */
export interface SchemaMigrationTable {
  number: number
  name: string
  at: number
}

/** The end of an organisation's chain; its row is the lock under which the organisation's acts follow each other. */
export interface AuditChainTable extends OfOrganization {
  length: number
  hash: string
}

/** One thing that was done, chained to the one before. Append-only. */
export interface AuditEntryTable extends OfOrganization, Said {
  /** From 1, without gaps. */
  number: number
  /** A noun and what befell it: `draft.saved`. */
  action: string
  subject: string
  subjectId: string
  /** Canonical JSON. Never a secret. */
  detail: string
  previousHash: string
  hash: string
}

/** `lost`: an only-once job whose lease ran out; nobody knows how far it came, so nobody repeats it. */
export type JobState = 'waiting' | 'leased' | 'done' | 'failed' | 'lost'

export interface JobTable extends Identified {
  kind: string
  /** With the kind unique in the organisation: the same work ordered twice is one job. */
  key: string
  /** Canonical JSON. */
  payload: string
  /** 1: never begun a second time. */
  onlyOnce: number
  state: JobState
  attempts: number
  mostAttempts: number
  dueAt: number
  leasedBy: string | null
  leaseUntil: number | null
  createdAt: number
  endedAt: number | null
  /** Canonical JSON: what came of it. */
  outcome: string | null
}

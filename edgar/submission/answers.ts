/** What EDGAR's Submission API says, and what came of asking, as values. Source: EDGAR API 1.11.0. */
import type { Diagnostic } from '@section16/core/model'

/** Whether a submission is one. */
export type Mode = 'TEST' | 'LIVE'

/** A message of EDGAR's, spellings of paper and wire made one. */
export interface EdgarMessage {
  type: 'INFO' | 'NOTICE' | 'WARNING' | 'ERROR' | 'OTHER'
  content: string
  /** EDGAR's number of the error, 442. */
  errorNumber?: number
  /** Its label, `TAG_VALUE_MISSING_OR_INVALID`. */
  label?: string
  /** Which document of the submission, from 1; absent where EDGAR says 0, which is none. */
  documentNumber?: number
  /** Line and column in that document, from 1; absent likewise. */
  line?: number
  column?: number
  context?: string
}

/** What every answer of EDGAR's carries: for the log, and for the help desk. */
export interface Answered {
  httpStatus: number
  /** 32 hexadecimal digits. */
  tracking?: string
  /** Short, to be said on the telephone. */
  locator?: string
  messages: readonly EdgarMessage[]
  /** Whether the answer says that it comes from a rehearsal. */
  rehearsal: boolean
}

/** EDGAR did not do what was asked, and said so: bad request, bad token, not allowed, outside operating hours. */
export interface Refused extends Answered {
  kind: 'refused'
  httpStatus: 400 | 401 | 403 | 503
}

/** Why nothing is known. */
export type Broken = 'timedOut' | 'connectionBroken' | 'unreadableAnswer' | 'serverError'

/** Nothing was learned from a question; asking again does no harm. */
export interface NoAnswer {
  kind: 'noAnswer'
  because: Broken | 'neverConnected'
  httpStatus?: number
  tracking?: string
  locator?: string
}

/** What was not even asked: an accession number or CIK that is none, or too many at once (E106 to E108). */
export interface NotAsked {
  kind: 'notAsked'
  diagnostics: readonly Diagnostic[]
}

/** EDGAR's condition. `OTHER`: a word that no specification has; it is in `written`. */
export type Condition =
  | 'ACCEPTING'
  | 'ACCEPTING_WITH_TECHNICAL_DIFFICULTIES'
  | 'ACCEPTING_AFTER_HOURS'
  | 'ACCEPTING_AFTER_HOURS_WITH_TECHNICAL_DIFFICULTIES'
  | 'OUTSIDE_OPERATING_HOURS'
  | 'NO_COMMUNICATION'
  | 'OTHER'

export interface ConditionTold extends Answered {
  kind: 'condition'
  condition: Condition
  written: string
  /** Whether EDGAR takes submissions. */
  isAccepting: boolean
  message?: string
}

export type ConditionAnswer = ConditionTold | Refused | NoAnswer

/** What was tried, whatever came of it. Moments are milliseconds UTC. */
export interface Attempt {
  mode: Mode
  /** `contentHash` of the file; absent where it could not be read. */
  contentHash?: string
  startedAt: number
  endedAt: number
}

/** EDGAR has it, under this number. That is not yet accepted. */
export interface Received extends Attempt, Answered {
  kind: 'received'
  accessionNumber: string
  /** The mode that EDGAR says, where it says one. */
  toldMode?: Mode
}

/** EDGAR answered that it will not process the submission. */
export interface NotProcessed extends Attempt, Answered {
  kind: 'rejected' | 'failed'
  accessionNumber?: string
}

/** Nothing left this machine: this program refused (`refusal`), or no connection was made. */
export interface NotSent extends Attempt {
  kind: 'notSent'
  because: 'refusal' | 'neverConnected'
  /** E101 to E109; one E109 where no connection was made. */
  diagnostics: readonly Diagnostic[]
}

/**
 * Sending may have begun and what became of it is not known. The submission may be at EDGAR. Never send it again because
 * of this: find out first (`reconcile`, the notification e-mail).
 */
export interface OutcomeUnknown extends Attempt {
  kind: 'outcomeUnknown'
  because: Broken
  httpStatus?: number
  tracking?: string
  locator?: string
}

export type SendOutcome = Received | NotProcessed | (Refused & Attempt) | NotSent | OutcomeUnknown

/** How far EDGAR is with a submission. */
export type ProcessingStatus =
  | 'PROCESSING'
  | 'ACCEPTED'
  | 'DISSEMINATED'
  | 'DONE'
  | 'SUSPENDED'
  | 'BLOCKED'
  | 'NO_STATUS'
  | 'OTHER'

export interface Registrant {
  cik?: string
  company?: string
  filingRole?: string
  formType?: string
  fileNumbers: readonly string[]
}

/** The status of one submission. Moments are milliseconds UTC; absent where EDGAR names none. */
export interface SubmissionStatus {
  accessionNumber?: string
  mode?: Mode
  processing: ProcessingStatus
  /** EDGAR's word; `OTHER` is only readable here. */
  written: string
  /** Nothing will change any more. */
  final: boolean
  formType?: string
  company?: string
  documentCount?: number
  receivedAt?: number
  acceptedAt?: number
  suspendedAt?: number
  /** `YYYY-MM-DD`, as EDGAR dates the filing. */
  filingDate?: string
  fileNumbers: readonly string[]
  registrants: readonly Registrant[]
  /** What EDGAR says about the submission: `submissionMessages`. */
  submissionMessages: readonly EdgarMessage[]
  /** The text of the notification e-mail, decoded. */
  notification?: string
}

export interface StatusTold extends Answered {
  kind: 'status'
  submission: SubmissionStatus
}

/**
 * EDGAR knows no such submission: `notYet` within half a minute of sending, when that is usual, `notFound` afterwards,
 * which is no statement about whether it was filed (a status is readable for some days only).
 */
export interface NotFound extends Answered {
  kind: 'notYet' | 'notFound'
}

export type StatusAnswer = StatusTold | NotFound | Refused | NoAnswer | NotAsked

/** Those that were found, in EDGAR's order; `missing` those that were asked for and not found. */
export interface StatusesTold extends Answered {
  kind: 'statuses'
  submissions: readonly SubmissionStatus[]
  missing: readonly string[]
}

export type StatusesAnswer = StatusesTold | Refused | NoAnswer | NotAsked

/** Whether the holder of the two tokens may file for a CIK, and until when. Moments are milliseconds UTC. */
export interface Verified extends Answered {
  kind: 'verified'
  canFile: boolean
  confirmationDueAt?: number
  filerTokenExpiresAt?: number
  userTokenExpiresAt?: number
}

export type VerifyAnswer = Verified | Refused | NoAnswer | NotAsked

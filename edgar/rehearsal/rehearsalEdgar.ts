/** EDGAR as the rehearsal plays it, without HTTP: filers, tokens, submissions, and what becomes of them in time. */
import { randomBytes } from 'node:crypto'
import { REHEARSAL_SENDER } from '../rehearsalAccession.ts'
import type { ClockChange, RehearsalClock } from './clock.ts'
import { eastern } from './easternTime.ts'
import type { FilerSetup } from './filerSetup.ts'
import { conditionAt, filingDateOf } from './hours.ts'
import type { Journal } from './journal.ts'
import { type Filers, judge } from './judge.ts'
import { notificationOf } from './notification.ts'
import { type RehearsalEvent, RehearsalState, type SubmissionRecord, secretHash, type Timing } from './state.ts'

const DAY = 86_400_000

export const USUAL_TIMING: Timing = { hiddenMs: 2000, judgedMs: 5000, publicMs: 60_000 }

/** How long a status can be asked for, as third parties say. */
const KEPT = { acceptedTest: 2 * DAY, acceptedLive: 60 * DAY, suspended: 6 * DAY }

/** Who calls: the filer of one token and, where the call needs both, the person of the other. */
export interface Caller {
  cik: string
  login?: string
}

/** A status as it is on the wire. */
export type WireStatus = Readonly<Record<string, unknown>>

export class RehearsalEdgar {
  readonly #clock: RehearsalClock
  readonly #usualTiming: Timing
  readonly #state = new RehearsalState()
  readonly #journal: Journal | undefined

  constructor(clock: RehearsalClock, timing: Timing, journal: Journal | undefined, events: readonly RehearsalEvent[]) {
    this.#clock = clock
    this.#usualTiming = timing
    this.#journal = journal
    for (const event of events) this.#state.apply(event)
    if (this.#state.clock) clock.position = this.#state.clock
  }

  /** Nothing is answered before it is kept. */
  #record(event: RehearsalEvent): void {
    this.#journal?.write(event)
    this.#state.apply(event)
  }

  /** Milliseconds UTC, by the rehearsal's clock. */
  now(): number {
    return this.#clock.now()
  }

  get isRunning(): boolean {
    return this.#clock.isRunning
  }

  setClock(change: ClockChange): void {
    this.#clock.change(change)
    this.#record({ event: 'clock', position: this.#clock.position })
  }

  get timing(): Timing {
    return this.#state.timing ?? this.#usualTiming
  }

  /** For submissions from now on. */
  setTiming(timing: Partial<Timing>): void {
    this.#record({ event: 'timing', timing: { ...this.timing, ...timing } })
  }

  /** EDGAR's condition by the clock. */
  condition(): ReturnType<typeof conditionAt> {
    return conditionAt(this.now())
  }

  /** Enters a filer, or changes one. */
  setFiler({ cik: written, name, ccc, individuals = [], delegatesTo = [] }: FilerSetup): void {
    const cik = tenDigits(written)
    const confirmationDueAt = this.now() + 365 * DAY
    const filer = { cik, name, ...(ccc !== undefined && { cccHash: secretHash(cik, ccc) }), confirmationDueAt }
    this.#record({ event: 'filer', filer })
    for (const { login, roles } of individuals) this.#record({ event: 'individual', login, cik, roles })
    for (const to of delegatesTo) this.delegate(cik, to)
  }

  delegate(from: string, to: string): void {
    this.#record({ event: 'delegation', from: tenDigits(from), to: tenDigits(to) })
  }

  /** CIKs to which a filer has delegated. */
  delegates(cik: string): string[] {
    return [...this.#state.delegations].filter((one) => one.startsWith(`${cik} `)).map((one) => one.slice(11))
  }

  /**
   * A new token, which is shown this once, or why there is none. A filer's lasts a year and needs two technical
   * administrators; a person's lasts 30 days, ends the last one, and needs a role that may file.
   */
  issueToken(kind: 'filer' | 'user', holder: string): { token: string; expiresAt: number } | { refused: string } {
    const name = kind === 'filer' ? tenDigits(holder) : holder
    const refused = this.#whyNoToken(kind, name)
    if (refused !== undefined) return { refused }
    const token = `rehearsal-${kind}-${randomBytes(24).toString('hex')}`
    const expiresAt = this.now() + (kind === 'filer' ? 365 : 30) * DAY
    this.#record({ event: 'token', token: { kind, holder: name, hash: secretHash(token), expiresAt } })
    return { token, expiresAt }
  }

  #whyNoToken(kind: 'filer' | 'user', holder: string): string | undefined {
    if (kind === 'user')
      return [...this.#state.filers.keys()].some((cik) => this.mayFile({ cik, login: holder }))
        ? undefined
        : 'a user token needs the role of user or account administrator'
    if (!this.#state.filers.has(holder)) return 'no such filer'
    return this.#state.countOf(holder, 'technicalAdministrator') < 2
      ? 'a filer token needs two technical administrators'
      : undefined
  }

  /** Who may be given a token of this kind: CIKs of ten digits, or login names. */
  mayHold(kind: 'filer' | 'user'): string[] {
    const all = kind === 'filer' ? this.#state.filers.keys() : this.#state.logins()
    return [...all].filter((holder) => this.#whyNoToken(kind, holder) === undefined)
  }

  /** All tokens of a kind end now. */
  expireTokens(kind: 'filer' | 'user'): void {
    this.#record({ event: 'tokensExpired', kind })
  }

  /** Who holds these tokens, with when they run out; `undefined` where one is missing, wrong or expired. */
  callerOf(tokens: readonly string[], needsUser: boolean) {
    const now = this.now()
    const filer = this.#state.token('filer', tokens[0] ?? '', now)
    const user = needsUser ? this.#state.token('user', tokens[1] ?? '', now) : undefined
    if (!filer || (needsUser && !user)) return undefined
    const caller: Caller = { cik: filer.holder, ...(user && { login: user.holder }) }
    return { caller, filerExpiresAt: filer.expiresAt, userExpiresAt: user?.expiresAt ?? 0 }
  }

  /** Whether a person may file for the filer whose token is used. */
  mayFile({ cik, login }: Caller): boolean {
    const roles = login === undefined ? [] : this.#state.roles(cik, login)
    return roles.includes('user') || roles.includes('accountAdministrator')
  }

  mayAdminister({ cik, login }: Caller): boolean {
    return login !== undefined && this.#state.roles(cik, login).includes('accountAdministrator')
  }

  /** Whether a filer acts for another by delegation, or is that one. */
  actsFor(delegate: string, cik: string): boolean {
    return this.#state.actsFor(delegate, cik)
  }

  filer(cik: string) {
    return this.#state.filers.get(cik)
  }

  hasCcc(cik: string, ccc: string): boolean {
    const hash = this.filer(cik)?.cccHash
    return hash !== undefined && hash === secretHash(cik, ccc)
  }

  setCcc(cik: string, ccc: string): void {
    const filer = this.filer(cik)
    if (filer) this.#record({ event: 'filer', filer: { ...filer, cccHash: secretHash(cik, ccc) } })
  }

  /** Takes a submission. Each gets an accession number of its own, however often the same one comes. */
  take(
    body: Uint8Array,
    mode: 'TEST' | 'LIVE',
    sender: string,
    script: { transmission?: 'REJECTED' | 'FAILED'; slowMs?: number; blockedMs?: number } = {},
  ): SubmissionRecord {
    const receivedAt = this.now()
    const { transmission, ...judged } = judge(body, mode, this.#filersFor(sender))
    const outcome = script.transmission ?? transmission
    const { hiddenMs, judgedMs, publicMs } = this.timing
    const { slowMs = 0, blockedMs = 0 } = script
    const submission: SubmissionRecord = {
      ...judged,
      accessionNumber: outcome === 'RECEIVED' ? this.#nextAccessionNumber(receivedAt) : '',
      transmission: outcome,
      mode,
      sender,
      receivedAt,
      hiddenMs,
      judgedMs: judgedMs + slowMs,
      blockedMs,
      publicMs: publicMs + slowMs + blockedMs,
    }
    this.#record({ event: 'submission', submission })
    return submission
  }

  #filersFor(sender: string): Filers {
    return {
      isFiler: (cik) => this.#state.filers.has(cik),
      hasCcc: (cik, ccc) => this.hasCcc(cik, ccc),
      mayFileFor: (cik) => this.actsFor(sender, cik),
      nameOf: (cik) => this.filer(cik)?.name ?? '',
    }
  }

  #nextAccessionNumber(at: number): string {
    const number = String(this.#state.byAccessionNumber.size + 1).padStart(6, '0')
    return `${REHEARSAL_SENDER}-${eastern(at).date.slice(2, 4)}-${number}`
  }

  /** The status as on the wire; `undefined` where none is known yet, any more, or to this caller. */
  statusOf(accessionNumber: string, caller: Caller): WireStatus | undefined {
    const record = this.#state.byAccessionNumber.get(accessionNumber)
    if (!record || !this.actsFor(caller.cik, record.sender)) return undefined
    const age = this.now() - record.receivedAt
    if (age < record.hiddenMs || age > record.judgedMs + keptMs(record)) return undefined
    const processing = processingOf(record, age)
    const { receivedAt, judgedMs, formType } = record
    const base = {
      accessionNumber,
      mode: record.mode,
      status: processing,
      submissionProcessingStatus: processing,
      final: isFinal(record, processing),
      formType,
      documentCount: record.documentCount,
      items: [],
      receivedDate: eastern(receivedAt).written,
    }
    if (processing === 'PROCESSING' || processing === 'BLOCKED') return base
    const suspended = processing === 'SUSPENDED'
    const judgedAt = eastern(receivedAt + judgedMs).written
    const dueAt = this.filer(record.sender)?.confirmationDueAt ?? 0
    return {
      ...base,
      ...(suspended
        ? { suspendedDate: judgedAt }
        : { acceptedDate: judgedAt, filingDate: `${filingDateOf(receivedAt)}T00:00:00${judgedAt.slice(-6)}` }),
      fileNumbers: [],
      registrants: suspended ? [] : record.ownerCiks.map((cik) => this.#registrant(cik, formType)),
      submissionMessages: record.messages,
      notification: Buffer.from(notificationOf(record, suspended, dueAt)).toString('base64'),
    }
  }

  #registrant(cik: string, formType: string) {
    return {
      cik,
      company: this.filer(cik)?.name ?? '',
      filingRole: 'Ownership Reporting Owner',
      formType,
      fileNumbers: [],
    }
  }

  /** The filings that everybody can see of an owner or issuer, the latest first. TEST submissions are none. */
  filings(cik: string) {
    const now = this.now()
    return this.#state.submissions
      .filter(({ issuerCik, ownerCiks }) => issuerCik === cik || ownerCiks.includes(cik))
      .filter((one) => one.mode === 'LIVE' && processingOf(one, now - one.receivedAt) === 'DISSEMINATED')
      .map(({ accessionNumber, formType, receivedAt, judgedMs, xml = '' }) => ({
        accessionNumber,
        formType,
        acceptedAt: receivedAt + judgedMs,
        filingDate: filingDateOf(receivedAt),
        xml,
      }))
      .reverse()
  }

  /** How often each content was taken, whatever became of it: for tests that nothing is sent twice. */
  takenByContent(): { hash: string; mode: string; accessionNumbers: string[] }[] {
    const byHash = new Map<string, { hash: string; mode: string; accessionNumbers: string[] }>()
    for (const { hash, mode, accessionNumber } of this.#state.submissions) {
      if (hash === undefined || accessionNumber === '') continue
      const entry = byHash.get(hash) ?? { hash, mode, accessionNumbers: [] }
      entry.accessionNumbers.push(accessionNumber)
      byHash.set(hash, entry)
    }
    return [...byHash.values()]
  }

  close(): void {
    this.#journal?.close()
  }
}

/** Ten digits of a CIK; throws a TypeError for none, because only a program says these. */
export function tenDigits(cik: string): string {
  if (!/^\d{1,10}$/.test(cik)) throw new TypeError(`${cik} is no CIK`)
  return cik.padStart(10, '0')
}

function isSuspended({ messages }: SubmissionRecord): boolean {
  return messages.some(({ type }) => type === 'ERROR')
}

/** The life of a submission, by its age in milliseconds. */
function processingOf(record: SubmissionRecord, age: number) {
  if (age < record.judgedMs) return 'PROCESSING'
  if (age < record.judgedMs + record.blockedMs) return 'BLOCKED'
  if (isSuspended(record)) return 'SUSPENDED'
  if (age < record.publicMs) return 'ACCEPTED'
  return record.mode === 'LIVE' ? 'DISSEMINATED' : 'DONE'
}

/** An accepted TEST submission is at its end (EDGAR API 1.11.0). */
function isFinal({ mode }: SubmissionRecord, processing: ReturnType<typeof processingOf>): boolean {
  if (processing === 'ACCEPTED') return mode === 'TEST'
  return processing !== 'PROCESSING' && processing !== 'BLOCKED'
}

function keptMs(record: SubmissionRecord): number {
  if (isSuspended(record)) return KEPT.suspended
  return record.mode === 'TEST' ? KEPT.acceptedTest : KEPT.acceptedLive
}

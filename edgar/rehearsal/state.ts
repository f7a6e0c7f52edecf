/** What the rehearsal remembers, as events: its state is what they add up to. No CCC, no token is in any of them. */
import { createHash } from 'node:crypto'
import type { ClockPosition } from './clock.ts'
import type { SubmissionMessage } from './message.ts'

/** Roles of EDGAR Next. */
export type Role = 'accountAdministrator' | 'technicalAdministrator' | 'user'

/** How long things take by the rehearsal's clock, milliseconds after receipt. */
export interface Timing {
  /** No status is known before; EDGAR takes 2 to 4 seconds (recorded of its beta system). */
  hiddenMs: number
  /** Accepted or suspended. */
  judgedMs: number
  /** Public. */
  publicMs: number
}

export interface FilerRecord {
  /** Ten digits. */
  cik: string
  name: string
  /** `secretHash` of CIK and CCC; absent for a filer without one, who can be an issuer only. */
  cccHash?: string
  /** When the account is to be confirmed, milliseconds UTC. */
  confirmationDueAt: number
}

export interface TokenRecord {
  kind: 'filer' | 'user'
  /** Ten digits of a filer, or a person's login name. */
  holder: string
  hash: string
  /** Milliseconds UTC. */
  expiresAt: number
}

/** A submission that was taken, or refused for good on its way in. */
export interface SubmissionRecord {
  /** '' for one that was rejected. */
  accessionNumber: string
  transmission: 'RECEIVED' | 'REJECTED' | 'FAILED'
  mode: 'TEST' | 'LIVE'
  /** Ten digits: who sent it. */
  sender: string
  hash?: string
  receivedAt: number
  /** Milliseconds after receipt: until when no status is known, when it is judged, until when it is held, when public. */
  hiddenMs: number
  judgedMs: number
  blockedMs: number
  publicMs: number
  formType: string
  documentCount: number
  issuerCik: string
  ownerCiks: readonly string[]
  messages: readonly SubmissionMessage[]
  /** The form as everybody may see it; absent for a suspended one. */
  xml?: string
}

export type RehearsalEvent =
  | { event: 'filer'; filer: FilerRecord }
  | { event: 'individual'; login: string; cik: string; roles: readonly Role[] }
  | { event: 'delegation'; from: string; to: string }
  | { event: 'token'; token: TokenRecord }
  | { event: 'tokensExpired'; kind: TokenRecord['kind'] }
  | { event: 'submission'; submission: SubmissionRecord }
  | { event: 'clock'; position: ClockPosition }
  | { event: 'timing'; timing: Timing }

export class RehearsalState {
  readonly filers = new Map<string, FilerRecord>()
  readonly submissions: SubmissionRecord[] = []
  /** Where the clock was put; absent while nobody did. */
  clock: ClockPosition | undefined
  timing: Timing | undefined
  readonly byAccessionNumber = new Map<string, SubmissionRecord>()
  /** `from to`. */
  readonly delegations = new Set<string>()
  readonly #tokens = new Map<string, TokenRecord>()
  /** `cik login`. */
  readonly #roles = new Map<string, readonly Role[]>()

  apply(event: RehearsalEvent): void {
    switch (event.event) {
      case 'filer':
        this.filers.set(event.filer.cik, event.filer)
        return
      case 'individual':
        this.#roles.set(`${event.cik} ${event.login}`, event.roles)
        return
      case 'delegation':
        this.delegations.add(`${event.from} ${event.to}`)
        return
      case 'token':
        this.#addToken(event.token)
        return
      case 'tokensExpired':
        for (const token of this.#tokens.values()) if (token.kind === event.kind) token.expiresAt = 0
        return
      case 'clock':
        this.clock = event.position
        return
      case 'timing':
        this.timing = event.timing
        return
      case 'submission':
        this.submissions.push(event.submission)
        if (event.submission.accessionNumber !== '')
          this.byAccessionNumber.set(event.submission.accessionNumber, event.submission)
    }
  }

  /** A person's new token ends the old one. */
  #addToken(token: TokenRecord): void {
    if (token.kind === 'user')
      for (const [hash, { kind, holder }] of this.#tokens)
        if (kind === 'user' && holder === token.holder) this.#tokens.delete(hash)
    this.#tokens.set(token.hash, { ...token })
  }

  /** The token if it is one of this kind and holds at a moment. */
  token(kind: TokenRecord['kind'], written: string, now: number): TokenRecord | undefined {
    const token = this.#tokens.get(secretHash(written))
    return token?.kind === kind && token.expiresAt > now ? token : undefined
  }

  roles(cik: string, login: string): readonly Role[] {
    return this.#roles.get(`${cik} ${login}`) ?? []
  }

  /** All people with roles. */
  logins(): Set<string> {
    return new Set([...this.#roles.keys()].map((key) => key.slice(11)))
  }

  /** How many people have a role for a filer. */
  countOf(cik: string, role: Role): number {
    let count = 0
    for (const [key, roles] of this.#roles) if (key.startsWith(`${cik} `) && roles.includes(role)) count++
    return count
  }

  /** Whether a filer is another's delegate, or the same one. */
  actsFor(delegate: string, cik: string): boolean {
    return delegate === cik || this.delegations.has(`${cik} ${delegate}`)
  }
}

/** A secret as it is remembered: CIKs' confirmation codes (with their CIK before them) and tokens. */
export function secretHash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

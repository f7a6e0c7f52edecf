/** What is to go wrong, as scripted: each fault happens a number of times, to calls of one kind. */

export type FaultKind =
  /** The connection is broken, nothing was taken. */
  | 'dropBeforeTaking'
  /** It was taken; the connection is broken in place of an answer. */
  | 'loseAnswer'
  /** It was taken; no answer ever comes. */
  | 'neverAnswer'
  /** It was taken; the answer is a page that is none of EDGAR's. */
  | 'garbleAnswer'
  /** The answer comes `ms` milliseconds later, by the real clock. */
  | 'answerLate'
  /** HTTP 500, nothing was taken. */
  | 'serverError'
  /** HTTP 503 with EDGAR's words, nothing was taken; `/status` says NO_COMMUNICATION. */
  | 'outage'
  /** HTTP 503 from a gateway; nothing was taken. */
  | 'gateway'
  /** The submission is answered REJECTED or FAILED. */
  | 'reject'
  | 'fail'
  /** It is judged `ms` milliseconds later than usual, by the rehearsal's clock. */
  | 'slowProcessing'
  /** It is held for `ms` milliseconds after it was judged. */
  | 'block'

const KINDS: ReadonlySet<string> = new Set<FaultKind>([
  'dropBeforeTaking',
  'loseAnswer',
  'neverAnswer',
  'garbleAnswer',
  'answerLate',
  'serverError',
  'outage',
  'gateway',
  'reject',
  'fail',
  'slowProcessing',
  'block',
])

/** Which calls: sending; everything else of the API; all. */
export type FaultOn = 'send' | 'other' | 'any'

export interface Fault {
  kind: FaultKind
  /** `send` where absent. */
  on?: FaultOn
  /** How many calls it happens to; 1 where absent. */
  times?: number
  ms?: number
}

/** A fault as JSON says it; `undefined` for anything else. */
export function readFault(json: unknown): Fault | undefined {
  const { kind, on, times, ms } = (json ?? {}) as Record<string, unknown>
  const isCount = (value: unknown) => value === undefined || (Number.isSafeInteger(value) && (value as number) >= 0)
  if (typeof kind !== 'string' || !KINDS.has(kind) || !isCount(times) || !isCount(ms)) return undefined
  if (on !== undefined && on !== 'send' && on !== 'other' && on !== 'any') return undefined
  return json as Fault
}

export class Faults {
  #waiting: Required<Fault>[] = []

  add({ kind, on = 'send', times = 1, ms = 0 }: Fault): void {
    this.#waiting.push({ kind, on, times, ms })
  }

  clear(): void {
    this.#waiting = []
  }

  /** Takes every fault that is due for a call, each kind once. */
  due(on: Exclude<FaultOn, 'any'>): Map<FaultKind, number> {
    const due = new Map<FaultKind, number>()
    for (const fault of this.#waiting) {
      if (fault.times === 0 || (fault.on !== on && fault.on !== 'any') || due.has(fault.kind)) continue
      fault.times--
      due.set(fault.kind, fault.ms)
    }
    this.#waiting = this.#waiting.filter(({ times }) => times > 0)
    return due
  }

  get waiting(): readonly Required<Fault>[] {
    return this.#waiting
  }
}

/** What somebody has to be told, and by when it is told to whom else. */
import type { WaitingFor } from '../forms/work.ts'

/** Who is told: whoever it waits for, then who prepares, then who administers. */
export type Audience = 'waitedFor' | 'preparers' | 'administrators'

export type NoticeKind =
  | 'outcomeUnknown'
  | 'notSent'
  | 'suspended'
  | 'waiting'
  | 'due'
  | 'late'
  | 'cccMissing'
  | 'tokenEnds'
  | 'test'

export interface Notice {
  kind: NoticeKind
  /** What the same notice is known by: whoever was told it is not told again. */
  key: string
  /** The form, its owners and its issuer; or which token. No amount, no price. */
  title: string
  /** When the form is due or the token ends, milliseconds UTC; null where nothing can be said. */
  moment: number | null
  waitingFor: WaitingFor | null
  /** Names of those who are waited for. */
  who: readonly string[]
  /** The page where it is seen to, under the organisation's own address. */
  page: string
  /** Ids of the users who are told. */
  to: readonly string[]
  /** Delivered before all others. */
  isUrgent: boolean
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface Step {
  name: string
  /** So long before the moment, in milliseconds. */
  before: number
  to: readonly Audience[]
}

/** As a form's due moment nears, more people are told; the last step is when it has passed. */
export const DUE_STEPS: readonly Step[] = [
  { name: '48h', before: 48 * HOUR, to: ['waitedFor'] },
  { name: '24h', before: 24 * HOUR, to: ['waitedFor', 'preparers'] },
  { name: '6h', before: 6 * HOUR, to: ['waitedFor', 'preparers', 'administrators'] },
  { name: 'late', before: 0, to: ['waitedFor', 'preparers', 'administrators'] },
]

/** The same for a token of EDGAR Next, whose people are told each time. */
export const TOKEN_STEPS: readonly Step[] = [
  { name: '14d', before: 14 * DAY, to: [] },
  { name: '3d', before: 3 * DAY, to: [] },
  { name: 'ended', before: 0, to: [] },
]

/** The last step whose moment has come; `undefined` before the first. A step that was slept through is not made up for. */
export function stepAt(steps: readonly Step[], moment: number, now: number): Step | undefined {
  return steps.findLast(({ before }) => now >= moment - before)
}

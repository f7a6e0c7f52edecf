/** Asking until it is final, as steps: whoever calls has the clock and the timers. */

import type { StatusAnswer, SubmissionStatus } from './answers.ts'
import { NOT_YET_MS } from './limits.ts'

/** What is known of a submission that was received. To be kept as it is (JSON) between the steps. */
export interface PollState {
  accessionNumber: string
  /** When it was sent, milliseconds UTC. */
  sentAt: number
  /** When it was last asked for; absent before the first time. */
  askedAt?: number
  /** Questions in a row from which nothing was learned. */
  unanswered: number
  /** Answers in a row that EDGAR does not know it, half a minute and more after sending. */
  unknown: number
  /** Set by an answer that asking again cannot change: a token that no longer holds, 400. */
  refusal?: 400 | 401 | 403
  /** The last status told. */
  last?: SubmissionStatus
}

export type PollStep =
  | { do: 'ask' }
  /** Nothing is to be done before `until`, milliseconds UTC. */
  | { do: 'wait'; until: number }
  /** `final`: `last` says how it ended. `refused`: a person must see to the token. `notFound`: find out otherwise. */
  | { do: 'stop'; because: 'final' | 'refused' | 'notFound' }

/** So many answers in a row that EDGAR does not know a submission are believed. */
export const NOT_FOUND_ENOUGH = 3

const SECOND = 1000
const MINUTE = 60 * SECOND

/** The state right after sending. */
export function startPoll(accessionNumber: string, sentAt: number): PollState {
  return { accessionNumber, sentAt, unanswered: 0, unknown: 0 }
}

/**
 * What to do now: every 2 seconds in the first half minute, every 10 in the first ten minutes, every minute in the first
 * hour, then every 15 minutes, because a submission may stay blocked; less often while nothing is answered.
 */
export function nextPoll(state: PollState, now: number): PollStep {
  if (state.last?.final) return { do: 'stop', because: 'final' }
  if (state.refusal !== undefined) return { do: 'stop', because: 'refused' }
  if (state.unknown >= NOT_FOUND_ENOUGH) return { do: 'stop', because: 'notFound' }
  if (state.askedAt === undefined) return { do: 'ask' }
  const until = state.askedAt + Math.max(pause(state.askedAt - state.sentAt), backOff(state.unanswered))
  return now >= until ? { do: 'ask' } : { do: 'wait', until }
}

/** The state after an answer. `now`: when it came. */
export function afterPoll(state: PollState, answer: StatusAnswer, now: number): PollState {
  const asked = { ...state, askedAt: now }
  switch (answer.kind) {
    case 'status':
      return { ...asked, unanswered: 0, unknown: 0, last: answer.submission }
    case 'notYet':
      return { ...asked, unanswered: 0 }
    case 'notFound':
      return { ...asked, unanswered: 0, unknown: now - state.sentAt < NOT_YET_MS ? 0 : state.unknown + 1 }
    case 'refused':
      return answer.httpStatus === 503
        ? { ...asked, unanswered: state.unanswered + 1 }
        : { ...asked, refusal: answer.httpStatus }
    case 'noAnswer':
      return { ...asked, unanswered: state.unanswered + 1 }
    case 'notAsked':
      return { ...asked, refusal: 400 }
  }
}

function pause(age: number): number {
  if (age < NOT_YET_MS) return 2 * SECOND
  if (age < 10 * MINUTE) return 10 * SECOND
  return age < 60 * MINUTE ? MINUTE : 15 * MINUTE
}

/** Nothing the first time, then 2, 4, 8 … seconds, at most five minutes. */
function backOff(unanswered: number): number {
  return unanswered === 0 ? 0 : Math.min(2 ** unanswered * SECOND, 5 * MINUTE)
}

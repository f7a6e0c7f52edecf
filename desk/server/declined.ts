import type { Diagnostic } from '@section16/core/model'
import type { Answer, Refusal } from '../store/index.ts'
import { ofServer } from './diagnostics.ts'
import type { serverDiagnostics } from './serverDiagnostics.ts'

export type DeclinedStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429

/** A request that is not done, on its way to the edge, where it becomes an HTTP answer. It leaves no transaction. */
export class Declined extends Error {
  readonly status: DeclinedStatus
  readonly diagnostic: Diagnostic
  /** More of the answer's body. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(status: DeclinedStatus, diagnostic: Diagnostic, more: Readonly<Record<string, unknown>> = {}) {
    super(diagnostic.code)
    this.status = status
    this.diagnostic = diagnostic
    this.more = more
  }
}

/** What the store's refusals are in HTTP: the state is another (409), no value (422), not there (404). */
const STATUS_OF: Readonly<Record<string, DeclinedStatus>> = {
  D403: 409,
  D404: 404,
  D406: 409,
  D407: 409,
  D412: 409,
  D414: 409,
}

/** Declines what the store refused. */
export function declined({ refused }: Refusal): Declined {
  return new Declined(STATUS_OF[refused.code] ?? 422, refused)
}

/** The value of an answer; a refusal is thrown. */
export function orDecline<T>(answer: Answer<T>): T {
  if ('refused' in answer) throw declined(answer)
  return answer.value
}

/** There is no such thing, or nobody who asks may see it: the two look the same. */
export function notThere(subject: string): Declined {
  return new Declined(404, { code: 'D404', severity: 'note', at: { path: subject }, data: { subject } })
}

/** Declines with one of the server's own codes. */
export function decline(
  status: DeclinedStatus,
  code: keyof typeof serverDiagnostics,
  path: string,
  data: Diagnostic['data'] = {},
): Declined {
  return new Declined(status, ofServer(code, path, data))
}

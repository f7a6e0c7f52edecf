/** One call over HTTP, with what is known when it goes wrong. No error's own words are kept: they may quote a header. */

/** What is asked of a host. */
export interface Call {
  method: 'GET' | 'POST'
  url: string
  headers: Readonly<Record<string, string>>
  body?: string | Uint8Array
}

export type Exchange =
  /** An answer, whole. */
  | { kind: 'answered'; httpStatus: number; text: string; saysRehearsal: boolean }
  /** No connection came about, so not one byte of the call has left. */
  | { kind: 'neverConnected'; reason: string }
  /** Anything else: the call may have arrived. */
  | { kind: 'broken'; because: 'timedOut' | 'connectionBroken' | 'unreadableAnswer' }

/** No answer of EDGAR's is near this; a longer one is not read. */
export const LONGEST_ANSWER_BYTES = 16 * 1024 * 1024

/** The header by which a rehearsal marks every answer. */
export const REHEARSAL_HEADER = 'x-section16-rehearsal'

/**
 * Makes one call on a connection of its own, follows no redirection, and never throws. `timeoutMs` is for the whole of
 * it. A connection that was kept open may be closed by the other side in the moment of use, and then nobody knows
 * whether the call arrived: hence one for each.
 */
export async function exchange(call: Call, fetch: typeof globalThis.fetch, timeoutMs: number): Promise<Exchange> {
  const signal = AbortSignal.timeout(timeoutMs)
  let response: Response
  try {
    response = await fetch(call.url, {
      method: call.method,
      headers: { ...call.headers, connection: 'close' },
      redirect: 'manual',
      signal,
      ...(call.body !== undefined && { body: call.body as NonNullable<RequestInit['body']> }),
    })
  } catch (error) {
    if (signal.aborted) return { kind: 'broken', because: 'timedOut' }
    const reason = connectFailure(error)
    return reason === undefined ? { kind: 'broken', because: 'connectionBroken' } : { kind: 'neverConnected', reason }
  }
  try {
    const text = await wholeText(response)
    if (text === undefined) return { kind: 'broken', because: 'unreadableAnswer' }
    const saysRehearsal = response.headers.get(REHEARSAL_HEADER) === 'true'
    return { kind: 'answered', httpStatus: response.status, text, saysRehearsal }
  } catch {
    return { kind: 'broken', because: signal.aborted ? 'timedOut' : 'connectionBroken' }
  }
}

async function wholeText(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > LONGEST_ANSWER_BYTES) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** Certificates are looked at before anything is said. */
const BEFORE_ANY_BYTE = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/** The name of what kept a connection from coming about; `undefined` where one may have come about. */
function connectFailure(error: unknown): string | undefined {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  const failures: unknown[] = cause instanceof AggregateError ? cause.errors : [cause]
  const reasons = failures.map((one) => {
    const { code, syscall } = (one ?? {}) as { code?: unknown; syscall?: unknown }
    if (typeof code !== 'string') return undefined
    return syscall === 'connect' || syscall === 'getaddrinfo' || BEFORE_ANY_BYTE.has(code) ? code : undefined
  })
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined
}

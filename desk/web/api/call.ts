import { type Answer, type Called, type Given, ROUTES, type Shape } from './routes.ts'

/** Why a request was not done: the desk's own words, or what came instead of an answer. */
export class Refused extends Error {
  declare readonly status: number
  declare readonly problem: Shape<'Diagnostic'> | undefined
  /** The whole answer: a stale save says more. */
  declare readonly body: unknown

  constructor(status: number, body: unknown) {
    const problem = (body as { problem?: Shape<'Diagnostic'> } | undefined)?.problem
    super(problem?.message ?? wordsFor(status))
    this.status = status
    this.problem = problem
    this.body = body
  }
}

/**
 * Calls the desk. Only a read may be repeated by whoever calls: a write whose answer was lost is not sent again. Throws
 * `Refused` for every answer that is not the one asked for.
 */
export async function call<N extends Called>(name: N, given: Given<N>): Promise<Answer<N>> {
  const [method = '', path = ''] = ROUTES[name].split(' ')
  const { params, query, body } = given as {
    params?: Record<string, string>
    query?: Record<string, unknown>
    body?: unknown
  }
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params?.[key] ?? ''))
  return (await send(method.toUpperCase(), filled + search(query), body)) as Answer<N>
}

/** One request with JSON both ways. */
export async function send(method: string, url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    credentials: 'same-origin',
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => undefined)
  if (!response) throw new Refused(0, undefined)
  const text = await response.text()
  const answer = parsed(text)
  if (!response.ok) throw new Refused(response.status, answer)
  return answer
}

function search(query: Record<string, unknown> | undefined): string {
  const said = Object.entries(query ?? {}).filter(([, value]) => value !== undefined)
  return said.length === 0 ? '' : `?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function wordsFor(status: number): string {
  if (status === 0) return 'The desk does not answer. Nothing is known to have been done.'
  if (status === 401) return 'Nobody is signed in.'
  if (status === 429) return 'Too many attempts. Please wait.'
  return `The desk answered ${status}.`
}

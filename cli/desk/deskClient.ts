import { FINDINGS, UNREADABLE, USAGE } from '../batch.ts'
import { Complaints } from '../complaints.ts'
import { printable } from '../input/names.ts'
import { UsageError } from '../usageError.ts'
import type { Diagnostic, Me } from './answers.ts'
import { type Session, sessionAt, signInAt } from './session.ts'

/** What every verb of the desk is told. */
export interface DeskOptions {
  desk?: string
  /** Short name; needed by who is in several. */
  organization?: string
}

/** The desk declined, with what it said. */
export class DeskDeclined extends Error {
  readonly status: number
  readonly said: readonly Diagnostic[]

  constructor(status: number, said: readonly Diagnostic[]) {
    super(said[0]?.code ?? String(status))
    this.status = status
    this.said = said
  }
}

/** No desk answered. */
export class DeskUnreachable extends Error {}

const LONGEST_MS = 60_000

/** One call; throws what the desk declines. Redirections are not followed: the cookie would go along. */
export async function call(
  desk: string,
  path: string,
  { method = 'GET', body, cookie }: { method?: string; body?: unknown; cookie?: string } = {},
): Promise<Response> {
  const response = await fetch(desk + path, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_MS),
    headers: {
      // Its sign-in wants to be told, since fetch says of itself what a browser says.
      origin: desk,
      ...(cookie !== undefined && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((error: Error) => {
    const { code } = (error.cause ?? error) as NodeJS.ErrnoException
    throw new DeskUnreachable(`${desk} does not answer (${code ?? error.name})`)
  })
  if (response.ok) return response
  throw new DeskDeclined(response.status, await saidIn(response))
}

async function saidIn(response: Response): Promise<Diagnostic[]> {
  const answer = (await response.json().catch(() => ({}))) as { problem?: Diagnostic; reasons?: Diagnostic[] }
  return [...(answer.problem ? [answer.problem] : []), ...(answer.reasons ?? [])]
}

/** A desk as somebody who is signed in sees it, in one organisation. */
export class DeskClient {
  readonly url: string
  private readonly session: Session
  private readonly base: string

  constructor(session: Session, organization: Me['organizations'][number]) {
    this.url = session.desk
    this.session = session
    this.base = `/api/organizations/${organization.id}`
  }

  async get<Answer>(path: string): Promise<Answer> {
    return (await (await this.call(path)).json()) as Answer
  }

  async bytes(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.call(path)).arrayBuffer())
  }

  async post<Answer>(path: string, body: unknown): Promise<Answer> {
    return (await (await this.call(path, { method: 'POST', body })).json()) as Answer
  }

  async put<Answer>(path: string, body: unknown): Promise<Answer> {
    return (await (await this.call(path, { method: 'PUT', body })).json()) as Answer
  }

  private call(path: string, options: { method?: string; body?: unknown } = {}): Promise<Response> {
    return call(this.url, this.base + path, { ...options, cookie: this.session.cookie })
  }
}

/**
 * Runs a verb at the desk where somebody is signed in. What the desk declines is told on standard error: status 1, or 2
 * where signing in is needed; 3 where no desk answers.
 */
export async function atDesk(options: DeskOptions, verb: (desk: DeskClient) => Promise<number>): Promise<number> {
  const session = sessionAt(options.desk)
  try {
    const { organizations } = (await (await call(session.desk, '/api/me', session)).json()) as Me
    return await verb(new DeskClient(session, chosen(organizations, options.organization)))
  } catch (error) {
    return told(error, session.desk)
  }
}

/** Tells what a desk declined, or that there is none; other errors are thrown on. Gives the exit status. */
export function told(error: unknown, desk: string): number {
  const complaints = new Complaints()
  if (error instanceof DeskUnreachable) {
    complaints.line(`section16: ${error.message}`)
    return UNREADABLE
  }
  if (!(error instanceof DeskDeclined)) throw error
  if (error.said.length === 0) complaints.line(`section16: ${desk} answered ${error.status}`)
  for (const one of error.said) complaints.line(`section16: ${diagnosticLine(one)}`)
  if (error.status !== 401) return FINDINGS
  complaints.line(`section16: ${signInAt(desk)}`)
  return USAGE
}

/** Code, place, words, and what to do. */
export function diagnosticLine({ code, place, message, fix }: Diagnostic): string {
  return printable([`${code}:`, ...(place ? [`${place}:`] : []), message, ...(fix ? [fix] : [])].join(' '))
}

function chosen(organizations: Me['organizations'], slug: string | undefined): Me['organizations'][number] {
  const found = slug === undefined ? organizations : organizations.filter((one) => one.slug === slug)
  if (found[0] && found.length === 1) return found[0]
  const slugs = organizations.map((one) => one.slug).join(', ') || 'none'
  throw new UsageError(`--organization takes the short name of one you are in: ${printable(slugs)}`)
}

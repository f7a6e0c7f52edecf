/** How the rehearsal answers over HTTP. Source: EDGAR API 1.11.0. */
import { randomBytes, randomInt } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export type RehearsalContext = Context<{ Bindings: HttpBindings }>

/** An answer as JSON, with tracking and locator, marked as a rehearsal's. */
export function answer(
  c: RehearsalContext,
  status: ContentfulStatusCode,
  body: Readonly<Record<string, unknown>>,
): Response {
  return c.json({ tracking: randomBytes(16).toString('hex'), locator: locator(), rehearsal: true, ...body }, status)
}

/** An answer that says what is wrong. */
export function refusal(c: RehearsalContext, status: 400 | 401 | 403 | 404 | 500 | 503, content: string): Response {
  return answer(c, status, { messages: [{ type: 'ERROR', content }] })
}

function locator(): string {
  return Array.from({ length: 5 }, () => randomInt(36).toString(36)).join('')
}

/** What is looked at before anything of a request is believed. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { decline } from './declined.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The largest request: a scan of 10 megabytes in base64, and what stands around it. */
export const MOST_BYTES = 16_000_000
/** The largest request without a session: an e-mail address and a password. */
const MOST_SIGN_IN_BYTES = 10_000

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** A form's own page brings its style along and is shown inside the desk's pages. */
const PAGE_CSP = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"

/**
 * Declines requests by another name than the desk's own (DNS rebinding), and from another page than its own (CSRF): one
 * that changes something has to say its origin, or come from a program, which says none and no `Sec-Fetch-Site` either;
 * and its body has to be JSON, which no form of another page can send. Every answer says how a browser may use it.
 */
export function guard(origin: string): MiddlewareHandler {
  const { host } = new URL(origin)
  return async (c, next) => {
    if ((c.req.header('host') ?? new URL(c.req.url).host) !== host) throw decline(403, 'D504', 'host')
    const from = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    if (from !== undefined && from !== origin) throw decline(403, 'D504', 'origin')
    if (!SAFE.has(c.req.method)) {
      if (site !== undefined && site !== 'same-origin') throw decline(403, 'D504', 'origin')
      const type = c.req.header('content-type')
      if (type !== undefined && !/^application\/json(;|$)/i.test(type)) throw decline(403, 'D504', 'content-type')
    }
    await next()
    const { headers } = c.res
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', CSP)
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'no-referrer')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    if (c.req.path.startsWith('/api/')) headers.set('cache-control', 'no-store')
    if (origin.startsWith('https:')) headers.set('strict-transport-security', 'max-age=31536000')
  }
}

/** The headers of a form's page. */
export const PAGE_HEADERS = { 'content-security-policy': PAGE_CSP, 'content-type': 'text/html; charset=utf-8' }

/** Declines bodies that are too large, without reading them to the end. */
export function sizeLimit(isSignIn: boolean): MiddlewareHandler {
  const maxSize = isSignIn ? MOST_SIGN_IN_BYTES : MOST_BYTES
  const limit = bodyLimit({
    maxSize,
    onError() {
      throw decline(413, 'D507', 'body', { bytes: maxSize })
    },
  })
  // What has no body need not be asked for one, which takes longer than anything else here.
  return (c, next) => (c.req.method === 'GET' ? next() : limit(c, next))
}

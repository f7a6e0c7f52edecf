/** A notice as a signed HTTP request, by Standard Webhooks 1.0 (standardwebhooks.com). */
import { createHmac } from 'node:crypto'
import { PROGRAM } from '../program.ts'

export interface WebhookConfiguration {
  url: string
  /** `whsec_` and 24 to 64 bytes in base64: the key of the signature. */
  secret: string
  fetch?: typeof globalThis.fetch
}

const TIMEOUT_MS = 15_000
const PREFIX = 'whsec_'
const LEAST_BYTES = 24
const MOST_BYTES = 64
const HERE = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Throws a TypeError, which quotes nothing, for an address that is not https (but for this machine), or no key. */
export function checkWebhook({ url, secret }: WebhookConfiguration): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || (parsed.protocol !== 'https:' && !(parsed.protocol === 'http:' && HERE.has(parsed.hostname))))
    throw new TypeError('webhook.url must be https, but for this machine')
  keyOf(secret)
}

function keyOf(secret: string): Buffer {
  const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : '', 'base64')
  if (key.length < LEAST_BYTES || key.length > MOST_BYTES)
    throw new TypeError('the webhook’s secret is whsec_ and 24 to 64 bytes in base64')
  return key
}

/** `v1,` and the HMAC-SHA256, in base64, over id, seconds and body, joined by full stops. */
export function signatureOf(secret: string, id: string, seconds: number, body: string): string {
  return `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`
}

/** That a webhook did not take a notice. */
export class NotTaken extends Error {
  readonly httpStatus: number

  constructor(httpStatus: number) {
    super('not taken')
    this.httpStatus = httpStatus
  }
}

/**
 * Posts a body, once. `id` is the same each time the same notice is posted; `now` is milliseconds UTC. Rejects unless
 * the answer's status is 2xx: a redirection is not followed.
 */
export async function post(webhook: WebhookConfiguration, id: string, body: string, now: number): Promise<void> {
  const { url, secret, fetch = globalThis.fetch } = webhook
  const seconds = Math.floor(now / 1000)
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      'content-type': 'application/json',
      'user-agent': PROGRAM,
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureOf(secret, id, seconds, body),
    },
    body,
  })
  await response.body?.cancel()
  if (!response.ok) throw new NotTaken(response.status)
}

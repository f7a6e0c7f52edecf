import { EDGAR_HOSTS } from '@section16/edgar/submission'
import type { Destination, Store } from '../store/index.ts'
import { checkWebhook, type WebhookConfiguration } from './notices/webhook.ts'
import { trustedProxiesOf } from './peer.ts'

/** Whose EDGAR this desk sends to. Nothing goes to the real one, or its test system, unless a switch says so. */
export interface EdgarConfiguration {
  /** `rehearsal`: one on this machine, which says in every answer that it is one. */
  destination: Destination
  baseUrl: string
  /** Names program and person to turn to, as the SEC asks of clients of its API. */
  userAgent: string
  /** The CIK that the accession numbers begin with; the filer token's where absent. */
  loginCik?: string
  /** The switches: whether TEST and LIVE submissions may go to EDGAR itself. False where absent. */
  allowTest?: boolean
  allowLive?: boolean
  fetch?: typeof globalThis.fetch
  /** For each call, milliseconds; 60,000 where absent. */
  timeoutMs?: number
}

export interface Mail {
  /** The same each time the same mail is sent. */
  id?: string
  to: string
  subject: string
  text: string
}

export interface DeskConfiguration {
  store: Store
  edgar: EdgarConfiguration
  /** Milliseconds UTC; the machine's where absent. */
  clock?: () => number
  /** At which address people reach the desk: `http://127.0.0.1:1616`. Requests by any other name are declined. */
  origin: string
  /** Of at least 32 characters, kept outside the database: session cookies are signed with it. */
  sessionSecret: string
  /** Whether anybody who reaches the desk can make an account; false where absent. */
  openSignUp?: boolean
  /** Sends an e-mail (`smtpMail`); without it nobody is told anything by mail, and no password can be reset so. */
  mail?: (mail: Mail) => Promise<void>
  /** Where notices are posted; nowhere where absent. */
  webhook?: WebhookConfiguration
  /** Reverse proxies whose X-Forwarded-For is believed, addresses or ranges; none where absent. */
  trustedProxies?: readonly string[]
  /** Where failures are written, without what was sent; standard error where absent. */
  log?: (line: string) => void
}

const LEAST_SECRET = 32
const HERE = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Throws a TypeError for a configuration that is none or that contradicts itself: a slip here could file for real. */
export function checkConfiguration(config: Omit<DeskConfiguration, 'store'>): void {
  const { edgar, origin, sessionSecret, webhook, trustedProxies = [] } = config
  trustedProxiesOf(trustedProxies)
  if (webhook) checkWebhook(webhook)
  if (sessionSecret.length < LEAST_SECRET) throw new TypeError('sessionSecret is too short')
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) throw new TypeError('origin is none')
  const { protocol, hostname } = new URL(origin)
  if (protocol !== 'https:' && !HERE.has(hostname)) throw new TypeError('origin must be https, but for this machine')
  if (!URL.canParse(edgar.baseUrl)) throw new TypeError('edgar.baseUrl is no address')
  const url = new URL(edgar.baseUrl)
  const expected = { edgar: EDGAR_HOSTS.production, beta: EDGAR_HOSTS.beta }
  if (edgar.destination === 'rehearsal' ? !HERE.has(url.hostname) : url.origin !== expected[edgar.destination])
    throw new TypeError(`edgar.baseUrl is not the address of ${edgar.destination}`)
}

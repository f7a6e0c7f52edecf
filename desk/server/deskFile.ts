/** The file in which whoever runs a desk says how: `desk.json` in its folder. */
import { z } from '@hono/zod-openapi'
import { EDGAR_HOSTS } from '@section16/edgar/submission'
import type { DeskConfiguration, EdgarConfiguration } from './configuration.ts'
import { smtpMail } from './notices/smtp.ts'

/** A name that is none of these is an error: a slip in the name of a switch must not go unnoticed. */
const DeskFile = z.strictObject({
  origin: z.url().optional(),
  /** The address to listen on. */
  listen: z.string().optional(),
  trustedProxies: z.array(z.string()).optional(),
  edgar: z
    .strictObject({
      destination: z.enum(['edgar', 'beta']),
      /** What a header can hold (`checkedAddress` of the client). */
      userAgent: z.string().regex(/^[\x20-\x7e]*[\x21-\x7e]$/),
      loginCik: z
        .string()
        .regex(/^\d{1,10}$/)
        .transform((cik) => cik.padStart(10, '0'))
        .optional(),
      allowTest: z.boolean().default(false),
      allowLive: z.boolean().default(false),
    })
    .optional(),
  smtp: z
    .strictObject({
      host: z.string().min(1),
      port: z.int().min(1).max(65_535),
      security: z.enum(['tls', 'starttls', 'none']),
      from: z.string().min(1),
      user: z.string().min(1).optional(),
    })
    .optional(),
  webhook: z.strictObject({ url: z.url() }).optional(),
})

/** What the file says of a desk, beside its store, its keys and its port. */
export interface DeskSettings {
  origin?: string
  hostname?: string
  /** The SEC's own EDGAR or its test system; absent: a rehearsal. */
  edgar?: EdgarConfiguration
  channels: Pick<DeskConfiguration, 'mail' | 'webhook' | 'trustedProxies'>
}

/** The environment's variables that hold what no file should. */
const PASSWORDS = { smtp: 'SECTION16_SMTP_PASSWORD', webhook: 'SECTION16_WEBHOOK_SECRET' } as const

/**
 * The settings of a file; `text` is undefined where there is none. Throws a TypeError that names what is wrong, and
 * quotes nothing: a password may stand in the wrong place.
 */
export function readDeskFile(
  text: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): DeskSettings {
  const { origin, listen, trustedProxies, edgar, smtp, webhook } = parsed(text)
  const password = smtp?.user === undefined ? undefined : environment[PASSWORDS.smtp]
  if (smtp?.user !== undefined && password === undefined) throw new TypeError(`${PASSWORDS.smtp} is not set`)
  const secret = webhook && environment[PASSWORDS.webhook]
  if (webhook && secret === undefined) throw new TypeError(`${PASSWORDS.webhook} is not set`)
  return {
    ...(origin !== undefined && { origin }),
    ...(listen !== undefined && { hostname: listen }),
    ...(edgar && { edgar: { ...given(edgar), baseUrl: hostOf(edgar.destination) } }),
    channels: {
      ...(trustedProxies && { trustedProxies }),
      ...(smtp && { mail: smtpMail({ ...given(smtp), ...(password !== undefined && { password }) }) }),
      ...(webhook && secret !== undefined && { webhook: { ...webhook, secret } }),
    },
  }
}

function parsed(text: string | undefined): z.output<typeof DeskFile> {
  if (text === undefined) return {}
  const result = DeskFile.safeParse(json(text))
  if (result.success) return result.data
  const places = result.error.issues.map((issue) =>
    [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].join('.'),
  )
  throw new TypeError(
    `not as the desk knows it: ${[...new Set(places)].map((place) => place || 'the whole').join(', ')}`,
  )
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new TypeError('it is no JSON')
  }
}

const hostOf = (destination: 'edgar' | 'beta') => (destination === 'edgar' ? EDGAR_HOSTS.production : EDGAR_HOSTS.beta)

/** What is given, without what is not: absent is not the same as undefined. */
function given<T extends object>(record: T) {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}

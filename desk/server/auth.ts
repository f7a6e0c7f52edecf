import { betterAuth } from 'better-auth'
import { organization } from 'better-auth/plugins/organization'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { organizationsOf } from '../store/index.ts'
import type { DeskConfiguration } from './configuration.ts'
import { isMarked } from './filing/organization.ts'

/** Shorter passwords are refused. */
const LEAST_PASSWORD = 12

/** How long somebody stays signed in without asking for anything, and after what time asking makes it last anew. */
export const SESSION_SECONDS = 12 * 3600
export const RENEWAL_SECONDS = 3600

/** Set by `startDesk` from the connection; whatever a client says in it is overwritten. */
export const PEER = 'x-section16-peer'

/**
 * Sign-in: e-mail and password, second factor, organisations, on the store's own database. Who belongs to an organisation
 * and what they may do there is said by the desk's grants alone, so the plugin's own calls for that are not let through
 * (see `createDesk`); nor is making an account, unless the desk is open.
 */
export function startAuth({ store, origin, sessionSecret, openSignUp = false, mail }: DeskConfiguration) {
  return betterAuth({
    appName: 'section16',
    baseURL: origin,
    basePath: '/api/auth',
    secret: sessionSecret,
    trustedOrigins: [origin],
    database: { db: store.kysely, type: store.kind === 'sqlite' ? 'sqlite' : 'postgres' },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: LEAST_PASSWORD,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      ...(mail && {
        sendResetPassword: async ({ user, url }: { user: { id: string; email: string }; url: string }) => {
          // A demonstration's addresses are nobody's.
          const organizations = await organizationsOf(store.kysely, user.id)
          if (organizations.some(({ metadata }) => isMarked(metadata))) return
          const text = `Set a new password here: ${url}\n`
          await mail({ to: user.email, subject: 'A new password for the desk', text })
        },
      }),
    },
    disabledPaths: openSignUp ? [] : ['/sign-up/email'],
    session: { expiresIn: SESSION_SECONDS, updateAge: RENEWAL_SECONDS, cookieCache: { enabled: false } },
    rateLimit: { enabled: true, storage: 'database' },
    // Who asks is told apart by the connection; a header could be anybody's word.
    advanced: { useSecureCookies: origin.startsWith('https:'), ipAddress: { ipAddressHeaders: [PEER] } },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [organization(), twoFactor()],
  })
}

export type Auth = ReturnType<typeof startAuth>

/** A password as it is kept (scrypt, salted). Slow on purpose. */
export async function hashedPassword(auth: Auth, password: string): Promise<string> {
  return (await auth.$context).password.hash(password)
}

/**
 * An account that the desk itself makes: for a member whom an administrator names, for the first user. Gives its id.
 * Rejects where the address has one.
 */
export async function makeAccount(
  auth: Auth,
  { email, name, passwordHash }: { email: string; name: string; passwordHash: string },
): Promise<string> {
  const { internalAdapter } = await auth.$context
  const user = { email: email.toLowerCase(), name, emailVerified: false }
  const { id } = await internalAdapter.createUser(user, { method: 'email-password' })
  await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: passwordHash })
  return id
}

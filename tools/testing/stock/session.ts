/** Sessions of the stock's users, as better-auth keeps them and as it signs their cookies. */
import { createHmac } from 'node:crypto'
import type { Auth } from '../../../desk/server/auth.ts'

/** The cookie of a new session of a user. */
export async function sessionCookie(auth: Auth, userId: string): Promise<string> {
  const { internalAdapter, authCookies, secret } = await auth.$context
  const { token } = await internalAdapter.createSession(userId)
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}`
}

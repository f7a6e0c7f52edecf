import { send } from './call.ts'

/** Whether that was all, or a second factor is asked for. Throws `Refused` for a wrong password. */
export async function signIn(email: string, password: string): Promise<'done' | 'secondFactor'> {
  const answer = (await send('POST', '/api/auth/sign-in/email', { email, password })) as { twoFactorRedirect?: boolean }
  return answer.twoFactorRedirect ? 'secondFactor' : 'done'
}

/** The code of an authenticator, six digits; or one of the codes kept for its loss. */
export async function verifyCode(code: string): Promise<void> {
  const kind = /^\d{6}$/.test(code) ? 'verify-totp' : 'verify-backup-code'
  await send('POST', `/api/auth/two-factor/${kind}`, { code })
}

export async function signOut(): Promise<void> {
  await send('POST', '/api/auth/sign-out', {})
}

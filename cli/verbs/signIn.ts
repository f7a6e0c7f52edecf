import { FINE, USAGE } from '../batch.ts'
import { Complaints } from '../complaints.ts'
import { Asking } from '../desk/asking.ts'
import { call, DeskDeclined, told } from '../desk/deskClient.ts'
import { deskAddress, forgetSession, keepSession, sessionAt } from '../desk/session.ts'

/**
 * `section16 desk sign-in`: e-mail address, password, and the second factor's code where one is set up; typed, or lines
 * of standard input. What is kept is the session, never the password.
 */
export async function signIn(url: string, { email: given }: { email?: string }): Promise<number> {
  const desk = deskAddress(url)
  const asking = new Asking()
  try {
    const email = given ?? (await asking.ask('E-mail:'))
    const password = await asking.askHidden('Password:')
    const cookie = await provenBy(desk, { email, password }, () => asking.ask('Code of the second factor:'))
    keepSession({ desk, email, cookie })
    new Complaints().line(`Signed in at ${desk}.`)
    return FINE
  } catch (error) {
    return failed(error, desk)
  } finally {
    asking.end()
  }
}

/** `section16 desk sign-out`: ends the session at the desk, and forgets it here even where the desk does not answer. */
export async function signOut({ desk: named }: { desk?: string }): Promise<number> {
  const { desk, cookie } = sessionAt(named)
  forgetSession(desk)
  try {
    await call(desk, '/api/auth/sign-out', { method: 'POST', body: {}, cookie })
    return FINE
  } catch (error) {
    return told(error, desk)
  }
}

async function provenBy(
  desk: string,
  account: { email: string; password: string },
  askCode: () => Promise<string>,
): Promise<string> {
  const answer = await call(desk, '/api/auth/sign-in/email', { method: 'POST', body: account })
  const cookie = cookiesOf(answer)
  const { twoFactorRedirect } = (await answer.json()) as { twoFactorRedirect?: boolean }
  if (twoFactorRedirect !== true) return cookie
  const code = await askCode()
  return cookiesOf(await call(desk, '/api/auth/two-factor/verify-totp', { method: 'POST', body: { code }, cookie }))
}

/** Those that are set, without those that are taken away. */
function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .filter((one) => !/;\s*max-age=0\b/i.test(one))
    .map((one) => one.split(';')[0])
    .join('; ')
}

/** The sign-in of the desk answers in words of its own, which say no more than this. */
function failed(error: unknown, desk: string): number {
  const isSignIn = error instanceof DeskDeclined && error.said.length === 0 && [400, 401, 429].includes(error.status)
  if (!isSignIn) return told(error, desk)
  const why = error.status === 429 ? 'too many attempts: wait' : 'e-mail, password or code is not right'
  new Complaints().line(`section16: ${desk}: ${why}`)
  return USAGE
}

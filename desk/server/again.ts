import type { Auth } from './auth.ts'
import { decline } from './declined.ts'

const MOST_FAILURES = 5
const WINDOW_MS = 15 * 60_000

export interface Proof {
  password: string
  code?: string | undefined
}

/**
 * Signing in again, for what only the very person may do: the password, and the second factor's code where one is set
 * up. Gives the name of what showed it. After five failures in a quarter of an hour a person has to wait.
 */
export class Again {
  readonly #auth: Auth
  readonly #clock: () => number
  readonly #failures = new Map<string, number[]>()

  constructor(auth: Auth, clock: () => number) {
    this.#auth = auth
    this.#clock = clock
  }

  async prove(user: { id: string; twoFactorEnabled?: boolean | null }, headers: Headers, proof: Proof) {
    this.#unlessTooOften(user.id)
    const { password, code } = proof
    const isProven =
      (await holds(this.#auth.api.verifyPassword({ body: { password }, headers }))) &&
      (!user.twoFactorEnabled ||
        (code !== undefined && (await holds(this.#auth.api.verifyTOTP({ body: { code }, headers })))))
    if (!isProven) {
      this.#failures.set(user.id, [...this.#recent(user.id), this.#clock()])
      throw decline(401, 'D505', 'again')
    }
    this.#failures.delete(user.id)
    return user.twoFactorEnabled ? 'password and second factor' : 'password'
  }

  #unlessTooOften(userId: string): void {
    const recent = this.#recent(userId)
    const [first] = recent
    if (first === undefined || recent.length < MOST_FAILURES) return
    throw decline(429, 'D506', 'again', { seconds: Math.ceil((first + WINDOW_MS - this.#clock()) / 1000) })
  }

  #recent(userId: string): number[] {
    const since = this.#clock() - WINDOW_MS
    return (this.#failures.get(userId) ?? []).filter((at) => at > since)
  }
}

/** Whether better-auth agrees; it throws where it does not. */
async function holds(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked
    return true
  } catch {
    return false
  }
}

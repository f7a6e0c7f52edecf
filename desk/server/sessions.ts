/** Who is signed in, by the cookies of a request. */
import { grantsOf, type RoleGrantTable, type Store, sessionOf } from '../store/index.ts'
import { type Auth, RENEWAL_SECONDS, SESSION_SECONDS } from './auth.ts'

/** Who is signed in. */
export interface Person {
  id: string
  name: string
  email: string
  twoFactorEnabled: boolean
}

/** Who is signed in, and what they may do in the organisation that was asked for. */
export interface SignedIn {
  person: Person
  grants: readonly RoleGrantTable[]
  /** How long its audit trail was when the request began, where that was learned by the way. */
  trailLength?: number
}

/** No more are known at once: whoever signs in anew makes another. */
const MOST_KNOWN = 10_000

/**
 * better-auth says whose a cookie is and renews its session. What it has said of a cookie once need not be worked out
 * again: that the session is still there, and not due to be renewed, the database says at every request, so one that was
 * ended is over at once. No time is saved on a cookie that better-auth has not accepted.
 */
export class Sessions {
  readonly #auth: Auth
  readonly #store: Store
  /** Session tokens by the cookies that were accepted: both secret. */
  readonly #known = new Map<string, string>()

  constructor(auth: Auth, store: Store) {
    this.#auth = auth
    this.#store = store
  }

  /** `undefined` where nobody is. Without an organisation there are no grants. */
  async signedIn(headers: Headers, organizationId: string | undefined): Promise<SignedIn | undefined> {
    const cookies = headers.get('cookie')
    if (cookies === null) return undefined
    const { kysely } = this.#store
    const token = this.#known.get(cookies)
    const found = token === undefined ? undefined : await sessionOf(kysely, token, organizationId ?? '')
    // better-auth keeps time by this clock, too.
    if (found && found.expiresAt - Date.now() > (SESSION_SECONDS - RENEWAL_SECONDS) * 1000)
      return { person: personOf(found.user), grants: found.grants, trailLength: found.trailLength }
    const session = await this.#auth.api.getSession({ headers })
    this.#known.delete(cookies)
    if (!session) return undefined
    if (this.#known.size >= MOST_KNOWN) this.#known.clear()
    this.#known.set(cookies, session.session.token)
    const person = personOf(session.user)
    const grants = organizationId === undefined ? [] : await grantsOf(this.#store.view(organizationId), person.id)
    return { person, grants }
  }
}

function personOf(user: Omit<Person, 'twoFactorEnabled'> & { twoFactorEnabled?: boolean | number | null }): Person {
  const { id, name, email, twoFactorEnabled } = user
  return { id, name, email, twoFactorEnabled: Boolean(twoFactorEnabled) }
}

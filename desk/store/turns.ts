/** Who may act now. Acts that wait in the database hold a connection meanwhile; were all held by them, nobody could read. */
import type { Kysely } from 'kysely'
import type { Tables } from './tables/index.ts'

/** So many acts of one server have a connection at once. */
const AT_ONCE = 2

class Turns {
  /** The last act of each organisation. */
  readonly #last = new Map<string, Promise<unknown>>()
  #free = AT_ONCE
  readonly #waiting: (() => void)[] = []

  async take<T>(organizationId: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(organizationId) ?? Promise.resolve()).then(() => this.#oneOfFew(work))
    const ended = turn.catch(() => undefined)
    this.#last.set(organizationId, ended)
    try {
      return await turn
    } finally {
      if (this.#last.get(organizationId) === ended) this.#last.delete(organizationId)
    }
  }

  async #oneOfFew<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free++
    }
  }
}

const turns = new WeakMap<Kysely<Tables>, Turns>()

/** Does `work` after this server's earlier acts of the same organisation, and beside one of another at most. */
export function inTurn<T>(kysely: Kysely<Tables>, organizationId: string, work: () => Promise<T>): Promise<T> {
  const ofDatabase = turns.get(kysely) ?? new Turns()
  turns.set(kysely, ofDatabase)
  return ofDatabase.take(organizationId, work)
}

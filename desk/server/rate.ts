/** How often somebody may ask: in memory, for what is not guessed but could be asked too much. */

/** No more askers than these are remembered; whoever asked first is forgotten first. */
const MOST_ASKERS = 10_000

export class Rate {
  readonly #most: number
  readonly #windowMs: number
  readonly #clock: () => number
  readonly #asked = new Map<string, { since: number; count: number }>()

  constructor(most: number, windowMs: number, clock: () => number) {
    this.#most = most
    this.#windowMs = windowMs
    this.#clock = clock
  }

  /** In how many seconds an asker may ask again, who asked too often; `undefined` where it may now, which is counted. */
  ask(asker: string): number | undefined {
    const now = this.#clock()
    const known = this.#asked.get(asker)
    if (known === undefined || now >= known.since + this.#windowMs) {
      this.#asked.delete(asker)
      const [oldest] = this.#asked.keys()
      if (this.#asked.size >= MOST_ASKERS && oldest !== undefined) this.#asked.delete(oldest)
      this.#asked.set(asker, { since: now, count: 1 })
      return undefined
    }
    known.count++
    return known.count > this.#most ? Math.ceil((known.since + this.#windowMs - now) / 1000) : undefined
  }
}

import { Decimal } from '@section16/core'
import { type HeldPosition, type Ownership, type Positions, positionKey, type Security } from './security.ts'

export const NOTHING = Decimal.of(0)

/** Positions while an event moves them. */
export class PositionBook {
  private held: ReadonlyMap<string, HeldPosition>
  private isComplete: boolean

  constructor({ held, isComplete }: Positions) {
    this.held = new Map(held.map((one) => [positionKey(one.security, one.ownership), one]))
    this.isComplete = isComplete
  }

  get positions(): Positions {
    return { held: [...this.held.values()], isComplete: this.isComplete }
  }

  /** How many are held on a line; `undefined` where nobody knows. */
  sharesOf(security: Security, ownership: Ownership): Decimal | undefined {
    const known = this.held.get(positionKey(security, ownership))
    return known ? known.shares : this.isComplete ? NOTHING : undefined
  }

  /** The footnotes that the next total of a line has to bear. */
  notesOf(security: Security, ownership: Ownership): readonly string[] {
    return this.held.get(positionKey(security, ownership))?.notes ?? []
  }

  /** Sets a line; its terms stay those under which it was known before. */
  set(security: Security, ownership: Ownership, shares: Decimal, notes: readonly string[]): void {
    const key = positionKey(security, ownership)
    const { notes: _, ...known } = this.held.get(key) ?? { security, ownership }
    this.held = new Map(this.held).set(key, { ...known, shares, ...(notes.length > 0 && { notes }) })
  }

  /** Begins anew with all that a person holds. */
  restart(held: readonly HeldPosition[]): void {
    this.held = new PositionBook({ held, isComplete: true }).held
    this.isComplete = true
  }

  /** Does something, and undoes it where it says that it did not succeed. */
  attempt(change: () => boolean): void {
    const before = this.held
    if (!change()) this.held = before
  }
}

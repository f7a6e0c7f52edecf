/** What a caller's grants reach. Whatever they do not reach looks as if it were not there. */
import { type InsidersWithin, insiderRoles, type RoleGrantTable, type View } from '../store/index.ts'

export type Grant = Pick<RoleGrantTable, 'role' | 'issuerId' | 'insiderId'>

/** Something that belongs to an issuer and concerns insiders: an event, a draft, a filing. */
export interface Concerning {
  issuerId: string
  insiderIds: readonly string[]
}

/** A question about an issuer, an insider, or one at the other. */
export interface Wanted {
  issuerId?: string
  insiderId?: string
}

/** One request's reach: the grants that allow its operation. */
export class Scope {
  readonly #view: View
  readonly #grants: readonly Grant[]

  constructor(view: View, grants: readonly Grant[]) {
    this.#view = view
    this.#grants = grants
  }

  /** The insiders as whom one acts. */
  get #own(): string[] {
    return this.#grants.flatMap(({ role, insiderId }) => (role === 'insider' && insiderId ? [insiderId] : []))
  }

  /** Whether one of the grants reaches everything. */
  get isWhole(): boolean {
    return this.#grants.some(reachesAll)
  }

  reaches({ issuerId, insiderIds }: Concerning): boolean {
    return this.#grants.some(
      (grant) =>
        reachesAll(grant) ||
        (grant.role !== 'insider' && grant.issuerId === issuerId) ||
        (grant.role === 'insider' && grant.insiderId !== null && insiderIds.includes(grant.insiderId)),
    )
  }

  /** As `reaches`, and for who acts as an insider nobody else may be concerned. */
  reachesWholly(concerning: Concerning): boolean {
    const others = this.#grants.filter(({ role }) => role !== 'insider')
    const own = this.#own
    return new Scope(this.#view, others).reaches(concerning) || concerning.insiderIds.every((id) => own.includes(id))
  }

  async reachesIssuer(issuerId: string): Promise<boolean> {
    return (await this.issuersWithin())(issuerId)
  }

  /** Which issuers it reaches: also those at which one has a role oneself. */
  async issuersWithin(): Promise<(issuerId: string) => boolean> {
    const own = this.isWhole ? [] : this.#own
    const roles = own.length > 0 ? await insiderRoles(this.#view, { insiderId: own }) : []
    const ofRoles = new Set(roles.map(({ issuerId }) => issuerId))
    return (issuerId) => ofRoles.has(issuerId) || this.reaches({ issuerId, insiderIds: [] })
  }

  async reachesInsider(insiderId: string): Promise<boolean> {
    if (this.reaches({ issuerId: '', insiderIds: [insiderId] })) return true
    const roles = await insiderRoles(this.#view, { insiderId })
    return roles.some(({ issuerId }) => this.reaches({ issuerId, insiderIds: [] }))
  }

  /** Whom `reachesInsider` is true of; undefined: everybody. */
  get insidersWithin(): InsidersWithin | undefined {
    if (this.isWhole) return undefined
    const others = this.#grants.filter(({ role }) => role !== 'insider')
    return {
      insiderIds: this.#own,
      issuerIds: others.flatMap(({ issuerId }) => issuerId ?? []),
    }
  }

  /** What the grants leave of a question about issuers and insiders: a question each, together what is reached of it. */
  narrowed(wanted: Wanted): Wanted[] {
    if (this.isWhole) return [wanted]
    return this.#grants.flatMap(({ role, issuerId, insiderId }) => {
      const own = role === 'insider' ? { insiderId } : { issuerId }
      const [[name, id]] = Object.entries(own) as [[keyof Wanted, string | null]]
      return id === null || (wanted[name] ?? id) !== id ? [] : [{ ...wanted, [name]: id }]
    })
  }
}

/** A grant that names neither issuer nor insider; the role `insider` without an insider reaches nothing. */
function reachesAll({ role, issuerId, insiderId }: Grant): boolean {
  return role !== 'insider' && issuerId === null && insiderId === null
}

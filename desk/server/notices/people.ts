/** Who in an organisation is told of a draft. */

import type { Role, RoleGrantTable, Submission, View } from '../../store/index.ts'
import type { OpenDraft } from '../forms/openDraft.ts'
import { capacityOf } from '../forms/signing.ts'
import type { QuietItem } from '../forms/work.ts'
import { easternDay } from '../moments.ts'
import { Scope } from '../scope.ts'
import type { Audience } from './notice.ts'

const PREPARERS: readonly Role[] = ['preparer', 'agent']

export class People {
  readonly #view: View
  readonly #grants: readonly RoleGrantTable[]

  /** `grants`: all that hold in the organisation. */
  constructor(view: View, grants: readonly RoleGrantTable[]) {
    this.#view = view
    this.#grants = grants
  }

  /** Users with one of the roles at a draft's issuer, or everywhere. */
  at(open: OpenDraft, roles: readonly Role[]): string[] {
    const { issuerId, insiderIds } = open.draft
    const reaching = this.#grants.filter(
      (grant) => roles.includes(grant.role) && new Scope(this.#view, [grant]).reaches({ issuerId, insiderIds }),
    )
    return [...new Set(reaching.map(({ userId }) => userId))]
  }

  /** Users who administer the whole organisation. */
  administrators(): string[] {
    const whole = this.#grants.filter(({ role, issuerId }) => role === 'administrator' && issuerId === null)
    return [...new Set(whole.map(({ userId }) => userId))]
  }

  /** Those of the audiences; where nobody is in them, who prepares, and else who administers. */
  of(open: OpenDraft, item: QuietItem, last: Submission | undefined, audiences: readonly Audience[], now: number) {
    const found = audiences.flatMap((audience) =>
      audience === 'waitedFor'
        ? this.waitedFor(open, item, last, now)
        : audience === 'preparers'
          ? this.at(open, PREPARERS)
          : this.administrators(),
    )
    if (found.length > 0) return [...new Set(found)]
    const preparers = this.at(open, PREPARERS)
    return preparers.length > 0 ? preparers : this.administrators()
  }

  /** Users without whom a draft does not go on. */
  waitedFor(open: OpenDraft, { waitingFor }: QuietItem, last: Submission | undefined, now: number): string[] {
    if (waitingFor === 'signature') return this.#signersOf(open, now)
    if (waitingFor === 'approval') {
      const counsel = this.at(open, ['counsel'])
      return counsel.length > 0 ? counsel : this.at(open, ['administrator'])
    }
    if (waitingFor === 'content') return this.members([open.version.by])
    return last ? this.members([last.by]) : this.at(open, PREPARERS)
  }

  /** Those of some users who still have any role. */
  members(userIds: readonly string[]): string[] {
    return userIds.filter((id) => this.#grants.some(({ userId }) => userId === id))
  }

  /** Whoever may sign now for an owner whose signature is lacking: the person, an officer, an attorney. */
  #signersOf(open: OpenDraft, now: number): string[] {
    const { principals, powersOfAttorney } = open.records
    const acting = { now, today: easternDay(now) }
    const unsigned = open.decision.owners.filter(({ line }) => !line).map(({ owner }) => owner)
    return unsigned.flatMap((cik) => {
      const insider = open.insiders.find((one) => one.cik === cik)
      const principal = principals.find((one) => one.cik === cik)
      if (!insider || !principal) return []
      const own = principal.kind === 'person' ? [principal.person] : principal.officers.map(({ person }) => person)
      const attorneys = powersOfAttorney.filter((power) => power.principal === cik).flatMap((power) => power.attorneys)
      const able = [...own, ...attorneys.map(({ person }) => person)].filter((one) => one !== undefined)
      return this.members(able).filter((actor) => capacityOf(open, insider.id, { ...acting, actor }))
    })
  }
}

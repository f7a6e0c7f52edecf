import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { type Answer, notFound, type Refusal } from './answer.ts'
import type { DatabaseKind } from './migrations/words.ts'
import type { Sealing } from './seal.ts'
import type { Tables } from './tables/index.ts'
import { inTurn } from './turns.ts'

/** Everything that can be read: always of one organisation. */
export interface View {
  db: Kysely<Tables>
  organizationId: string
}

/** Who does something, in which organisation, when (milliseconds UTC). */
export interface Actor {
  organizationId: string
  by: string
  at: number
}

/**
 * Something being done: one transaction, in which the organisation's other acts wait. What it changes, what it tells
 * the audit trail and the jobs it orders are written together or not at all.
 */
export interface Act extends View, Actor {
  db: Transaction<Tables>
  kind: DatabaseKind
  sealing: Sealing
  /** The end of the organisation's audit trail: its length and the hash of its last entry. `record` moves it on. */
  chain: { length: number; hash: string }
}

/** The hash before the first entry of a chain. */
export const FIRST_HASH = '0'.repeat(64)

/** Thrown inside a transaction to take it back; never leaves `perform`. */
class Withdrawn extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('refused')
    this.refusal = refusal
  }
}

/**
 * Does `work` as one act. The organisation's chain is locked first, so that its acts follow one another on both
 * databases and none acts on what another is just changing. When `work` answers with a refusal or throws, nothing is
 * written. D404 when there is no such organisation.
 */
export async function perform<A extends Answer<unknown>>(
  kysely: Kysely<Tables>,
  given: { kind: DatabaseKind; sealing: Sealing },
  actor: Actor,
  work: (act: Act) => Promise<A>,
): Promise<A | Refusal> {
  const { organizationId, by, at } = actor
  try {
    const [done, length] = await inTurn(kysely, organizationId, () =>
      kysely.transaction().execute(async (db) => {
        const chain = await lockChain(db, given.kind, organizationId)
        if (!chain) throw new Withdrawn(notFound('organization', organizationId))
        const act = { db, ...given, organizationId, by, at, chain: { ...chain } }
        const answer = await work(act)
        if ('refused' in answer) throw new Withdrawn(answer)
        if (act.chain.length > chain.length)
          await db.updateTable('audit_chain').set(act.chain).where('organizationId', '=', organizationId).execute()
        return [answer, act.chain.length] as const
      }),
    )
    noteOwn(kysely, organizationId, length)
    return done
  } catch (error) {
    if (error instanceof Withdrawn) return error.refusal
    throw error
  }
}

/** How long the trails of organisations were after the last act of this server's, by its database. */
const ownLengths = new WeakMap<Kysely<Tables>, Map<string, number>>()

function noteOwn(kysely: Kysely<Tables>, organizationId: string, length: number): void {
  const ofDatabase = ownLengths.get(kysely) ?? new Map<string, number>()
  ownLengths.set(kysely, ofDatabase)
  ofDatabase.set(organizationId, Math.max(length, ofDatabase.get(organizationId) ?? 0))
}

/** How long an organisation's audit trail was after the last act of this server's; 0 where there was none. */
export function lengthOfOwn({ db, organizationId }: View): number {
  return ownLengths.get(db)?.get(organizationId) ?? 0
}

/** The end of the organisation's chain, which nobody else moves on until the act has ended; `undefined`: no such organisation. */
async function lockChain(db: Transaction<Tables>, kind: DatabaseKind, organizationId: string) {
  const chain = db.selectFrom('audit_chain').select(['length', 'hash']).where('organizationId', '=', organizationId)
  const lock = kind === 'postgresql' ? chain.forUpdate() : chain
  const known = await lock.executeTakeFirst()
  if (known) return known
  const organization = db.selectFrom('organization').select('id').where('id', '=', organizationId)
  if (!(await organization.executeTakeFirst())) return undefined
  await db
    .insertInto('audit_chain')
    .values({ organizationId, length: 0, hash: FIRST_HASH })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return lock.executeTakeFirst()
}

/** A new record's id. */
export function newId(): string {
  return randomUUID()
}

/** The fields of a record that says something and never changes. */
export function said({ by, at }: Actor): { by: string; at: number } {
  return { by, at }
}

/** The fields of a new record that has a life. */
export function made({ by, at }: Actor): { createdBy: string; createdAt: number } {
  return { createdBy: by, createdAt: at }
}

/** A moment as better-auth writes it in this database. */
export function signInMoment(kind: DatabaseKind, at: number): string | Date {
  return kind === 'sqlite' ? new Date(at).toISOString() : new Date(at)
}

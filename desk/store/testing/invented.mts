/** Invented people, companies and forms, made through the store itself. */
import { randomUUID } from 'node:crypto'
import { type Act, type Actor, signInMoment, type View } from '../act.ts'
import type { Answer } from '../answer.ts'
import { keepAuthenticationDocument } from '../authenticationDocuments.ts'
import { addDraft, type Draft } from '../drafts.ts'
import { addInsider } from '../insiders.ts'
import { addIssuer } from '../issuers.ts'
import type { Store } from '../open.ts'
import { foundOrganization } from '../organizations.ts'
import { prepareSubmission } from '../submissions.ts'
import type { SubmissionMode } from '../tables/filing.ts'

/** An organisation with its administrator, and ways to read and do things in it. */
export interface Desk {
  store: Store
  organizationId: string
  userId: string
  view: View
  actor: Actor
  /** Does something that must not be refused. `later`: milliseconds after the tests' now. */
  act: <T>(work: (act: Act) => Promise<Answer<T>>, later?: number) => Promise<T>
  /** Tries something. */
  attempt: <T>(work: (act: Act) => Promise<Answer<T>>, later?: number) => Promise<Answer<T>>
}

export async function inventUser(store: Store, at: number): Promise<string> {
  const id = randomUUID()
  const moment = signInMoment(store.kind, at)
  const unverified = store.kind === 'sqlite' ? 0 : false
  await store.kysely
    .insertInto('user')
    .values({
      id,
      name: 'Ada Quill',
      email: `${id}@quill.example`,
      emailVerified: unverified,
      image: null,
      createdAt: moment,
      updatedAt: moment,
      twoFactorEnabled: null,
    })
    .execute()
  return id
}

export async function inventDesk(store: Store, at: number): Promise<Desk> {
  const userId = await inventUser(store, at)
  const founded = await foundOrganization(store, { name: 'Quill & Partners', slug: userId, userId, at })
  if ('refused' in founded) throw new Error(founded.refused.code)
  const organizationId = founded.value.id
  const actor = { organizationId, by: userId, at }
  const attempt: Desk['attempt'] = (work, later = 0) => store.act({ ...actor, at: at + later }, work)
  const act: Desk['act'] = async (work, later) => {
    const answer = await attempt(work, later)
    if ('refused' in answer) throw new Error(`refused: ${JSON.stringify(answer.refused)}`)
    return answer.value
  }
  return { store, organizationId, userId, view: store.view(organizationId), actor, act, attempt }
}

/** A CIK that nobody has; the counter keeps them apart within a file. */
let lastCik = 9_990_000_000
export function inventCik(): string {
  return String(++lastCik)
}

export async function inventIssuer({ act }: Desk) {
  return act((a) => addIssuer(a, { cik: inventCik(), name: 'Harbor Kelp Corp', tradingSymbol: 'HKLP', details: {} }))
}

export async function inventInsider({ act }: Desk, name = 'Moss Ivy') {
  return act((a) => addInsider(a, { kind: 'person', cik: inventCik(), name, email: null, details: {} }))
}

/**
 * Many insiders at once, `Birch 00001` and so on, each a director of the issuer if there is one: as many as an
 * organisation may have, without an act for each.
 */
export async function inventCrowd({ db, organizationId }: View, count: number, issuerId?: string): Promise<void> {
  const made = { organizationId, createdBy: 'crowd', createdAt: 0 }
  for (let done = 0; done < count; done += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, i) => ({
      ...made,
      id: randomUUID(),
      kind: 'person' as const,
      cik: inventCik(),
      name: `Birch ${String(done + i + 1).padStart(5, '0')}`,
      email: null,
      details: '{}',
      revision: 1,
      retiredAt: null,
    }))
    await db.insertInto('insider').values(rows).execute()
    if (issuerId === undefined) continue
    const director = { issuerId, relationship: 'director', title: null, fromDay: '2024-05-01', untilDay: null } as const
    const open = { endedBy: null, endedAt: null }
    const roles = rows.map(({ id }) => ({ ...made, id: randomUUID(), insiderId: id, ...director, ...open }))
    await db.insertInto('insider_role').values(roles).execute()
  }
}

/** Rows of one statement: a database counts its values. */
const AT_ONCE = 1000

export interface DraftDesk {
  issuerId: string
  insiderId: string
  draft: Draft
}

export async function inventDraft(desk: Desk, hash = 'hash-1'): Promise<DraftDesk> {
  const issuerId = (await inventIssuer(desk)).id
  const insiderId = (await inventInsider(desk)).id
  const content = { rows: [{ shares: '10000' }] }
  const told = { issuerId, insiderIds: [insiderId], formType: '4', eventId: null, amends: null, hash, content }
  return { issuerId, insiderId, draft: await desk.act((act) => addDraft(act, told)) }
}

export async function inventAuthentication(desk: Desk, { draft, insiderId }: DraftDesk, ofHash: string) {
  const bytes = new TextEncoder().encode('signed by hand')
  return desk.act((act) =>
    keepAuthenticationDocument(act, {
      draftId: draft.id,
      insiderId,
      ofHash,
      manner: 'uploaded',
      attestationId: null,
      mediaType: 'application/pdf',
      bytes,
      retainUntil: '2031-03-02',
    }),
  )
}

export async function inventSubmission(desk: Desk, { draft }: DraftDesk, mode: SubmissionMode = 'LIVE') {
  return desk.act((act) =>
    prepareSubmission(act, { draftId: draft.id, ofHash: draft.hash, mode, destination: 'rehearsal' }),
  )
}

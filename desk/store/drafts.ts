import { type Act, made, newId, said, type View } from './act.ts'
import { type Answer, notFound, type Refusal, refuse } from './answer.ts'
import { record } from './audit.ts'
import { canonicalJson, type Json } from './canonicalJson.ts'
import { missing } from './checks.ts'
import { clearForChange } from './draftLock.ts'
import { insiderIdsIn, insiderIdsOf } from './insiderIds.ts'
import type { DraftTable, DraftVersionTable } from './tables/drafts.ts'
import { voidWorkOn } from './voidings.ts'

/** A draft's content and its hash (the hash is the one that people sign; drafting makes it). */
export interface DraftContent {
  hash: string
  content: Json
}

export interface NewDraft extends DraftContent {
  issuerId: string
  insiderIds: readonly string[]
  formType: string
  eventId: string | null
  /** The filed form that it amends; null for an original. */
  amends: string | null
}

export interface Draft extends DraftTable {
  insiderIds: string[]
}

export type DraftVersion = Omit<DraftVersionTable, 'content'> & { content: Json }

/** A stale save: what is there now, and what the save was made from (`undefined` when no version ever had its hash). */
export interface StaleSave extends Refusal {
  current: DraftVersion
  base: DraftVersion | undefined
}

/** A new draft with its first version. */
export async function addDraft(act: Act, draft: NewDraft): Promise<Answer<Draft>> {
  const { issuerId, insiderIds, formType, eventId, amends, hash, content } = draft
  const refusal = await missing(act, [
    ...([
      ['issuer', issuerId],
      ['event', eventId],
      ['filed_form', amends],
    ] as const),
    ...insiderIds.map((insiderId) => ['insider', insiderId] as const),
  ])
  if (refusal) return refusal
  const { db, organizationId } = act
  const id = newId()
  const row = {
    organizationId,
    id,
    issuerId,
    formType,
    eventId,
    amends,
    number: 1,
    hash,
    ...made(act),
    closedAt: null,
    closedBecause: null,
  }
  await db.insertInto('draft').values(row).execute()
  const insiders = [...new Set(insiderIds)].map((insiderId) => ({ organizationId, draftId: id, insiderId }))
  if (insiders.length > 0) await db.insertInto('draft_insider').values(insiders).execute()
  await addVersion(act, id, { number: 1, hash, basedOn: null, content })
  await record(act, 'draft.added', 'draft', id, {
    issuerId,
    insiderIds: [...insiderIds],
    formType,
    eventId,
    amends,
    hash,
  })
  return { value: { ...row, insiderIds: insiders.map(({ insiderId }) => insiderId) } }
}

/**
 * Saves a draft that was made from the version with the hash `basedOn`. What was approved and signed of the version
 * before is void, and what was prepared of it is not sent. Saving the content that is there already changes nothing,
 * so a save may be repeated when its answer was lost. Refused: a stale save (D403, with the versions to compare), and
 * a draft that is closed or under way to EDGAR (D406).
 */
export async function saveDraft(
  act: Act,
  id: string,
  basedOn: string,
  { hash, content }: DraftContent,
): Promise<{ value: DraftVersion } | Refusal | StaleSave> {
  const outline = await draftOutline(act, id)
  if (!outline) return notFound('draft', id)
  const { draft: before, has } = outline
  const current = async () => (await draftVersion(act, id, before.hash)) as DraftVersion
  if (hash === before.hash) return { value: await current() }
  if (basedOn !== before.hash) {
    const base = await draftVersion(act, id, basedOn)
    return { ...stale(id, basedOn, before.hash), current: await current(), base }
  }
  const refusal = await clearForChange(act, before, has)
  if (refusal) return refusal
  const number = before.number + 1
  await update(act, id, { number, hash })
  const version = await addVersion(act, id, { number, hash, basedOn, content })
  await voidWorkOn(act, id, `the draft was changed to version ${number}`, has)
  await record(act, 'draft.saved', 'draft', id, { number, hash, basedOn })
  return { value: shown(version) }
}

/** Ends a draft that will not be filed; it stays readable. D406 when it is closed or under way to EDGAR. */
export async function discardDraft(act: Act, id: string): Promise<Answer<Draft>> {
  const before = await draft(act, id)
  if (!before) return notFound('draft', id)
  const refusal = await clearForChange(act, before)
  if (refusal) return refusal
  await closeDraft(act, id, 'discarded')
  return { value: { ...before, closedAt: act.at, closedBecause: 'discarded' } }
}

/** Closes a draft because of what became of it. */
export async function closeDraft(act: Act, id: string, because: 'filed' | 'discarded' | 'split'): Promise<void> {
  await update(act, id, { closedAt: act.at, closedBecause: because })
  await record(act, `draft.${because}`, 'draft', id)
}

/** D403, unless the draft's content is the one with this hash. */
export function unlessCurrent({ id, hash }: DraftTable, ofHash: string): Refusal | undefined {
  return ofHash === hash ? undefined : stale(id, ofHash, hash)
}

/** One draft; `undefined` when this organisation has none such. */
export async function draft(view: View, id: string): Promise<Draft | undefined> {
  const row = await oneDraft(view, id).executeTakeFirst()
  return row && { ...row, insiderIds: insiderIdsIn(row.insiderIds) }
}

/** Of which kinds there is something about a draft, whether it holds or not: mostly there is not. */
export interface HasRecords {
  approvals: boolean
  signatures: boolean
  submissions: boolean
  attachments: boolean
  /** Whether it is one of the parts of a report, or was split into some. */
  parts: boolean
}

/** A draft, and what there is about it. */
export interface DraftOutline {
  draft: Draft
  has: HasRecords
}

/** One draft and what there is about it, by one query; `undefined` when this organisation has none such. */
export async function draftOutline(view: View, id: string): Promise<DraftOutline | undefined> {
  const row = await outline(view, id).executeTakeFirst()
  return row && outlined(row)
}

/** The same with the version that is the draft's content now. */
export async function standingVersion(
  view: View,
  id: string,
): Promise<(DraftOutline & { version: DraftVersion }) | undefined> {
  const row = await outline(view, id)
    .innerJoin('draft_version as version', (join) =>
      join
        .onRef('version.organizationId', '=', 'draft.organizationId')
        .onRef('version.draftId', '=', 'draft.id')
        .onRef('version.number', '=', 'draft.number'),
    )
    .select(['version.basedOn', 'version.content', 'version.by', 'version.at'])
    .executeTakeFirst()
  if (!row) return undefined
  const { basedOn, content, by, at, ...rest } = row
  const { organizationId, id: draftId, number, hash } = rest
  return { ...outlined(rest), version: shown({ organizationId, draftId, number, hash, basedOn, content, by, at }) }
}

function outline(view: View, id: string) {
  const { db, organizationId } = view
  // The tables have these columns in common.
  const about = (table: 'approval' | 'signature' | 'submission' | 'draft_attachment') =>
    db
      .selectFrom(table as 'approval')
      .select('draftId')
      .where('organizationId', '=', organizationId)
      .where('draftId', '=', id)
  const parts = db.selectFrom('draft_part').select('draftId').where('organizationId', '=', organizationId)
  return oneDraft(view, id).select((eb) => [
    eb.exists(about('approval')).as('approvals'),
    eb.exists(about('signature')).as('signatures'),
    eb.exists(about('submission')).as('submissions'),
    eb.exists(about('draft_attachment')).as('attachments'),
    eb.or([eb.exists(parts.where('draftId', '=', id)), eb.exists(parts.where('ofDraftId', '=', id))]).as('parts'),
  ])
}

type DraftRow = DraftTable & { insiderIds: string | null }

function outlined(row: DraftRow & Record<keyof HasRecords, unknown>): DraftOutline {
  const { insiderIds, approvals, signatures, submissions, attachments, parts, ...draft } = row
  const has = {
    approvals: Boolean(approvals),
    signatures: Boolean(signatures),
    submissions: Boolean(submissions),
    attachments: Boolean(attachments),
    parts: Boolean(parts),
  }
  return { draft: { ...draft, insiderIds: insiderIdsIn(insiderIds) }, has }
}

function oneDraft(view: View, id: string) {
  return view.db
    .selectFrom('draft')
    .selectAll('draft')
    .select(insiderIdsOf(view, 'draft_insider', id).as('insiderIds'))
    .where('draft.organizationId', '=', view.organizationId)
    .where('draft.id', '=', id)
}

/** The drafts that are not closed, oldest first: of one issuer, or all. */
export async function openDrafts({ db, organizationId }: View, issuerId?: string): Promise<Draft[]> {
  let query = db.selectFrom('draft').where('organizationId', '=', organizationId).where('closedAt', 'is', null)
  if (issuerId !== undefined) query = query.where('issuerId', '=', issuerId)
  const rows = await query.selectAll().orderBy('createdAt').orderBy('id').execute()
  const insiders = await db
    .selectFrom('draft_insider')
    .select(['draftId', 'insiderId'])
    .where('organizationId', '=', organizationId)
    .where('draftId', 'in', query.select('id'))
    .orderBy('insiderId')
    .execute()
  const byDraft = Map.groupBy(insiders, ({ draftId }) => draftId)
  return rows.map((row) => ({ ...row, insiderIds: (byDraft.get(row.id) ?? []).map(({ insiderId }) => insiderId) }))
}

/** The drafts that some records are about. */
export async function draftsOf(
  { db, organizationId }: View,
  table: 'submission' | 'approval' | 'signature',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  // The three tables have these columns in common.
  const rows = await db
    .selectFrom(table as 'approval')
    .select('draftId')
    .where('organizationId', '=', organizationId)
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ draftId }) => draftId)
}

/** The latest version with this hash; `undefined` when there is none. */
export async function draftVersion(view: View, draftId: string, hash: string): Promise<DraftVersion | undefined> {
  const row = await versions(view, draftId)
    .where('hash', '=', hash)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && shown(row)
}

/** Every version of a draft, first to last. */
export async function draftVersions(view: View, draftId: string): Promise<DraftVersion[]> {
  return (await versions(view, draftId).orderBy('number').execute()).map(shown)
}

function stale(id: string, basedOn: string, current: string): Refusal {
  return refuse('D403', `draft/${id}`, { basedOn, current })
}

async function addVersion(
  act: Act,
  draftId: string,
  { content, ...version }: { number: number; hash: string; basedOn: string | null; content: Json },
): Promise<DraftVersionTable> {
  const row = { organizationId: act.organizationId, draftId, ...version, content: canonicalJson(content), ...said(act) }
  await act.db.insertInto('draft_version').values(row).execute()
  return row
}

async function update({ db, organizationId }: Act, id: string, changed: Partial<DraftTable>): Promise<void> {
  await db.updateTable('draft').set(changed).where('organizationId', '=', organizationId).where('id', '=', id).execute()
}

function versions({ db, organizationId }: View, draftId: string) {
  return db
    .selectFrom('draft_version')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('draftId', '=', draftId)
}

function shown(row: DraftVersionTable): DraftVersion {
  return { ...row, content: JSON.parse(row.content) as Json }
}

import type { Act, View } from './act.ts'
import { type Answer, notFound } from './answer.ts'
import { record } from './audit.ts'
import { clearForChange } from './draftLock.ts'
import { addDraft, closeDraft, type Draft, type DraftContent, draft, unlessCurrent } from './drafts.ts'
import { voidWorkOn } from './voidings.ts'

/** One part of a report, with the insiders whose owners are in it. */
export interface NewPart extends DraftContent {
  insiderIds: readonly string[]
}

/** A draft's place among the parts of one report. */
export interface DraftParts {
  /** The draft that was split. */
  of: string
  /** The parts in the order of their numbers, from 1. */
  parts: { draftId: string; number: number }[]
}

/**
 * Makes drafts of the parts of one that is too large for a form, and closes it: each part is approved, signed and filed
 * by itself. Refused: a content that is not the draft's any more (D403), a draft that is closed or under way to EDGAR
 * (D406).
 */
export async function splitDraft(
  act: Act,
  id: string,
  ofHash: string,
  parts: readonly NewPart[],
): Promise<Answer<Draft[]>> {
  const of = await draft(act, id)
  if (!of) return notFound('draft', id)
  const refusal = unlessCurrent(of, ofHash) ?? (await clearForChange(act, of))
  if (refusal) return refusal
  const { db, organizationId } = act
  const { issuerId, formType, eventId, amends } = of
  const made: Draft[] = []
  for (const [i, part] of parts.entries()) {
    const added = await addDraft(act, { issuerId, formType, eventId, amends, ...part })
    if ('refused' in added) return added
    const row = { organizationId, draftId: added.value.id, ofDraftId: id, number: i + 1 }
    await db.insertInto('draft_part').values(row).execute()
    made.push(added.value)
  }
  await voidWorkOn(act, id, 'the draft was split into parts')
  await record(act, 'draft.partsMade', 'draft', id, { parts: made.map((part) => part.id) })
  await closeDraft(act, id, 'split')
  return { value: made }
}

/** The parts that a draft is one of, or that it was split into; `undefined` of one that is whole. */
export async function draftParts({ db, organizationId }: View, draftId: string): Promise<DraftParts | undefined> {
  const rows = db.selectFrom('draft_part').selectAll().where('organizationId', '=', organizationId)
  const found = await rows
    .where((eb) => eb.or([eb('draftId', '=', draftId), eb('ofDraftId', '=', draftId)]))
    .orderBy('number')
    .execute()
  const { ofDraftId: of = draftId } = found.find((part) => part.draftId === draftId) ?? {}
  const parts = of === draftId ? found : await rows.where('ofDraftId', '=', of).orderBy('number').execute()
  return parts.length === 0
    ? undefined
    : { of, parts: parts.map(({ draftId: part, number }) => ({ draftId: part, number })) }
}

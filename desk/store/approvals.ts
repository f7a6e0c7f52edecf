import { type Act, newId, said, type View } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import { record } from './audit.ts'
import { draft, unlessCurrent } from './drafts.ts'
import type { ApprovalTable } from './tables/drafts.ts'
import { takeBack, voidingOf } from './voidings.ts'

/** Approves a draft's content. D403 when the draft is another by now, D406 when it is closed. */
export async function approve(
  act: Act,
  { draftId, ofHash, note }: { draftId: string; ofHash: string; note: string | null },
): Promise<Answer<ApprovalTable>> {
  const of = await draft(act, draftId)
  if (!of) return notFound('draft', draftId)
  const refusal = unlessCurrent(of, ofHash)
  if (refusal) return refusal
  if (of.closedBecause !== null)
    return refuse('D406', `draft/${draftId}`, { subject: 'draft', state: of.closedBecause, wanted: 'approved' })
  const row = { organizationId: act.organizationId, id: newId(), draftId, ofHash, note, ...said(act) }
  await act.db.insertInto('approval').values(row).execute()
  await record(act, 'draft.approved', 'draft', draftId, { approval: row.id, ofHash })
  return { value: row }
}

/** Takes an approval back. */
export const withdrawApproval = (act: Act, draftId: string, id: string): Promise<Answer<undefined>> =>
  takeBack(act, 'approval', draftId, id)

/** The approvals of a draft that hold: those given since its content last changed, and not taken back. */
export async function approvalsOf(view: View, draftId: string): Promise<ApprovalTable[]> {
  return view.db
    .selectFrom('approval')
    .selectAll()
    .where('organizationId', '=', view.organizationId)
    .where('draftId', '=', draftId)
    .where((eb) => eb.not(eb.exists(voidingOf(view, 'approval'))))
    .orderBy('at')
    .orderBy('id')
    .execute()
}

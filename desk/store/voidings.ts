import { sql } from 'kysely'
import { type Act, said, type View } from './act.ts'
import { type Answer, notFound } from './answer.ts'
import { record } from './audit.ts'
import type { VoidableSubject } from './tables/drafts.ts'

/** Why a record holds no longer. A record that is void already stays so for the first reason. */
export async function voidRecord(
  act: Act,
  subject: VoidableSubject,
  subjectId: string,
  because: string,
  fromDay: string | null = null,
): Promise<void> {
  const row = { organizationId: act.organizationId, subject, subjectId, because, fromDay, ...said(act) }
  await act.db
    .insertInto('voiding')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await record(act, `${subject}.voided`, subject, subjectId, { because, fromDay })
}

/** Takes back an approval or a signature of a draft that still holds; D404 where there is none. */
export async function takeBack(
  act: Act,
  subject: 'approval' | 'signature',
  draftId: string,
  id: string,
): Promise<Answer<undefined>> {
  if (!(await holding(act, subject, draftId)).includes(id)) return notFound(subject, id)
  await voidRecord(act, subject, id, 'taken back')
  return { value: undefined }
}

/** Voids every approval and signature of a draft that still holds. `has`: whether it has any, where that is known. */
export async function voidWorkOn(
  act: Act,
  draftId: string,
  because: string,
  has = { approvals: true, signatures: true },
): Promise<void> {
  for (const subject of ['approval', 'signature'] as const)
    if (has[`${subject}s`])
      for (const id of await holding(act, subject, draftId)) await voidRecord(act, subject, id, because)
}

/** The ids of a draft's approvals or signatures that are not void, in the order in which they were given. */
async function holding(view: View, subject: 'approval' | 'signature', draftId: string): Promise<string[]> {
  // The two tables have these columns in common.
  const rows = await view.db
    .selectFrom(subject as 'approval')
    .select('id')
    .where('organizationId', '=', view.organizationId)
    .where('draftId', '=', draftId)
    .where((eb) => eb.not(eb.exists(voidingOf(view, subject))))
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What voids the row of the query in which it stands, for a `not exists`: looked up for each row, not listed for all. */
export function voidingOf({ db, organizationId }: View, subject: VoidableSubject) {
  return db
    .selectFrom('voiding')
    .select('subjectId')
    .where('organizationId', '=', organizationId)
    .where('subject', '=', subject)
    .where('subjectId', '=', sql.ref<string>(`${subject}.id`))
}

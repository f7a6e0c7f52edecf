import { type Act, newId, said, type View } from './act.ts'
import { type Answer, refuse } from './answer.ts'
import { record } from './audit.ts'
import { missing, unfit } from './checks.ts'
import type { HoldingTable } from './tables/ledger.ts'
import type { New } from './tables/records.ts'

/** A holding after one row of a filed form. */
export type NewHolding = New<HoldingTable>

/**
 * Posts what a filed form says is held. Posted for good: an amendment posts again and says what it supersedes. Posting
 * a form's row again for the same insider is refused (D407), an amount or day in another form too (D408).
 */
export async function postHoldings(act: Act, holdings: readonly NewHolding[]): Promise<Answer<HoldingTable[]>> {
  const rows: HoldingTable[] = []
  for (const holding of holdings) {
    const id = newId()
    const path = `filed_form/${holding.filedFormId}/${holding.row}`
    const refusal =
      unfit(path, [
        ['day', holding.day],
        ['amount', holding.amount],
      ]) ??
      (await missing(act, [
        ['issuer', holding.issuerId],
        ['insider', holding.insiderId],
        ['filed_form', holding.filedFormId],
        ['holding', holding.supersedes],
      ]))
    if (refusal) return refusal
    if (await isPosted(act, holding)) return refuse('D407', path, { subject: 'holding', what: 'row' })
    const row = { organizationId: act.organizationId, id, ...holding, ...said(act) }
    await act.db.insertInto('holding').values(row).execute()
    const { filedFormId, row: place, position, amount, day, supersedes } = holding
    await record(act, 'holding.posted', 'insider', holding.insiderId, {
      holding: id,
      filedFormId,
      row: place,
      position,
      amount,
      day,
      supersedes,
    })
    rows.push(row)
  }
  return { value: rows }
}

/**
 * What an insider held at an issuer at the end of a day, one holding for each position: the last one of a day not
 * later. `knownAt` (milliseconds UTC): as it was known then, without what was posted or restated later.
 */
export async function holdingsAsOf(
  view: View,
  { issuerId, insiderId, day, knownAt }: { issuerId: string; insiderId: string; day: string; knownAt?: number },
): Promise<HoldingTable[]> {
  const posted = (await holdingsOf(view, issuerId, insiderId)).filter(
    ({ at }) => knownAt === undefined || at <= knownAt,
  )
  const held = new Map<string, HoldingTable>()
  for (const holding of standing(posted)) if (holding.day <= day) held.set(holding.position, holding)
  return [...held.values()]
}

/** Those that no other restates, in their order; one that restates another of its day stands in its place. */
function standing(posted: readonly HoldingTable[]): HoldingTable[] {
  const places = new Map<string, HoldingTable>(posted.map((holding) => [holding.id, holding]))
  const placeOf = (holding: HoldingTable): HoldingTable => {
    const was = holding.supersedes === null ? undefined : places.get(holding.supersedes)
    return was && was.day === holding.day && was.position === holding.position ? placeOf(was) : holding
  }
  const order = new Map(posted.map((holding, i) => [holding.id, i]))
  const restated = new Set(posted.map(({ supersedes }) => supersedes))
  return posted
    .filter(({ id }) => !restated.has(id))
    .toSorted((a, b) => order.get(placeOf(a).id)! - order.get(placeOf(b).id)!)
}

/** All that was ever posted of an insider at an issuer: by day, within it by when it was posted and by row. */
export async function holdingsOf(
  { db, organizationId }: View,
  issuerId: string,
  insiderId: string,
): Promise<HoldingTable[]> {
  return db
    .selectFrom('holding')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('insiderId', '=', insiderId)
    .where('issuerId', '=', issuerId)
    .orderBy('day')
    .orderBy('at')
    .orderBy('row')
    .orderBy('id')
    .execute()
}

async function isPosted({ db, organizationId }: Act, { filedFormId, insiderId, row }: NewHolding): Promise<boolean> {
  const same = await db
    .selectFrom('holding')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('filedFormId', '=', filedFormId)
    .where('insiderId', '=', insiderId)
    .where('row', '=', row)
    .executeTakeFirst()
  return same !== undefined
}

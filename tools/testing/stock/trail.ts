/** Whether what was acknowledged under load is what the audit trail tells. */
import { auditLength, type Store, verifyChain } from '../../../desk/store/index.ts'
import type { StockOrganization } from './fillStock.ts'

/** How long each organisation's trail was. */
export async function lengthsOf(store: Store, organizations: readonly StockOrganization[]): Promise<number[]> {
  return Promise.all(organizations.map(({ id }) => auditLength(store.view(id))))
}

/** Kinds of requests, and the entries that each acknowledged one leaves. */
const TOLD: readonly (readonly [string, readonly string[]])[] = [
  ['draft.saved', ['draft edit']],
  ['draft.approved', ['approval']],
  ['approval.voided by hand', ['approval back']],
  ['event.added', ['event']],
  ['event.factsStated', ['event', 'facts']],
  ['draft.added', ['draft of event']],
]

/** What does not agree: broken chains, and kinds of acts of which there are more or fewer than were acknowledged. */
export async function disagreements(
  store: Store,
  organizations: readonly StockOrganization[],
  before: readonly number[],
  acknowledged: ReadonlyMap<string, number>,
): Promise<string[]> {
  const faults: string[] = []
  const counts = new Map<string, number>()
  for (const [n, { id }] of organizations.entries()) {
    const verdict = await verifyChain(store.view(id))
    if (!verdict.intact) faults.push(`the chain of ${id} is not whole at ${verdict.number}: ${verdict.reason}`)
    for (const [action, count] of await told(store, id, before[n] ?? 0))
      counts.set(action, (counts.get(action) ?? 0) + count)
  }
  for (const [action, kinds] of TOLD) {
    const wanted = kinds.reduce((sum, kind) => sum + (acknowledged.get(kind) ?? 0), 0)
    const found = counts.get(action) ?? 0
    if (found !== wanted) faults.push(`${action}: ${found} in the trail, ${wanted} acknowledged`)
  }
  return faults
}

async function told({ kysely }: Store, organizationId: string, after: number): Promise<Map<string, number>> {
  const entries = await kysely
    .selectFrom('audit_entry')
    .select(['action', 'detail'])
    .where('organizationId', '=', organizationId)
    .where('number', '>', after)
    .execute()
  const counts = new Map<string, number>()
  for (const { action, detail } of entries) {
    // An approval is void also because its draft was changed.
    const isByHand = action === 'approval.voided' && detail.includes('"taken back"')
    const name = isByHand ? 'approval.voided by hand' : action
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

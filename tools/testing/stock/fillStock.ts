/** A desk's database filled with many years of an invented filing desk, always the same for the same seed. */
import { keepSecret, type Store } from '../../../desk/store/index.ts'
import { Random } from '../random.ts'
import { BulkWriter } from './bulkWriter.ts'
import { makeOpenDrafts, type StockDraft } from './drafts.ts'
import { makeFilings } from './filings.ts'
import { makePeople, type People, type StockIssuer, type StockUser } from './people.ts'
import type { OrganizationPlan } from './plan.ts'

/** The stock's own today: 2 March 2026, noon UTC. */
export const STOCK_NOW = Date.UTC(2026, 2, 2, 12)
const BEGAN = Date.UTC(2019, 0, 2, 12)
/** CIKs that nobody has begin after this one. */
const FIRST_CIK = 9_700_000_000

/** What users have to know of their organisation to work in it. */
export interface StockOrganization {
  id: string
  users: StockUser[]
  issuers: StockIssuer[]
  insiderIds: string[]
  /** Open, and not on their way. */
  drafts: StockDraft[]
  eventIds: string[]
}

/** Fills an empty store. A minute for 200,000 filings on SQLite, two on PostgreSQL. */
export async function fillStock(
  store: Store,
  plans: readonly OrganizationPlan[],
  seed: number,
  out: (line: string) => void,
): Promise<StockOrganization[]> {
  const writer = new BulkWriter(store)
  const making = { store, writer, random: new Random(seed), began: BEGAN }
  const [ciks, numbers] = [{ last: FIRST_CIK }, { last: 0 }]
  const made: { people: People; drafts: StockDraft[]; eventIds: string[] }[] = []
  for (const plan of plans) {
    const people = await makePeople(making, plan, ciks)
    await makeFilings(making, people, plan, numbers)
    made.push({ people, ...(await makeOpenDrafts(making, people, plan, STOCK_NOW)) })
    out(`  ${plan.name}: ${plan.insiders} insiders, ${plan.filings} filings, ${plan.openDrafts} open drafts`)
  }
  await writer.end()
  for (const { people } of made) await keepCccs(store, people)
  return made.map(({ people, drafts, eventIds }) => ({
    id: people.organizationId,
    users: people.users,
    issuers: people.issuers,
    insiderIds: people.insiders.map(({ id }) => id),
    drafts,
    eventIds,
  }))
}

/** Kept in acts of so many, as an import would. */
const CCCS_AT_ONCE = 500

async function keepCccs(store: Store, { organizationId, users, insiders }: People): Promise<void> {
  const actor = { organizationId, by: users[0]!.id, at: STOCK_NOW }
  for (let from = 0; from < insiders.length; from += CCCS_AT_ONCE)
    await store.act(actor, async (act) => {
      for (const { id } of insiders.slice(from, from + CCCS_AT_ONCE))
        await keepSecret(act, { subject: 'insider', subjectId: id, purpose: 'ccc' }, 'invent#1', null)
      return { value: undefined }
    })
}

/** The users of a desk under load, each with drafts of their own. */
import { Random, seedOf } from '../random.ts'
import type { StockDraft } from './drafts.ts'
import type { StockOrganization } from './fillStock.ts'
import type { Visitor } from './mix.ts'
import type { StockUser } from './people.ts'

/** Who changes drafts or approves them gets some that nobody else changes: two who save the same are told so, with 409. */
export function visitorsOf(organizations: readonly StockOrganization[], seed: number): Visitor[] {
  return organizations.flatMap((organization) => {
    const shares = dealt(organization)
    return organization.users.map((user, n) => ({
      n,
      user,
      organization,
      base: `/api/organizations/${organization.id}`,
      random: new Random(seedOf(seed, n + organization.users.length)),
      drafts: shares.get(user) ?? [],
      seen: new Map(),
      approvals: [],
      eventIds: [],
      filingIds: [],
      edits: 0,
      isWriting: false,
    }))
  })
}

/** Deals the open drafts out: each to the one of those who may have it who has the fewest. */
function dealt({ users, drafts }: StockOrganization): Map<StockUser, StockDraft[]> {
  const changers = users.filter(({ role }) => role !== 'insider' && role !== 'viewer')
  const hands = new Map(changers.map((user): [StockUser, StockDraft[]] => [user, []]))
  for (const draft of drafts) {
    const takers = [...hands].filter(([{ issuerIds }]) => issuerIds.length === 0 || issuerIds.includes(draft.issuerId))
    takers.toSorted(([, a], [, b]) => a.length - b.length)[0]?.[1].push(draft)
  }
  return hands
}

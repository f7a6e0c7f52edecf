/** How large the stock of a desk under load is, and how it is spread. */
import type { Role } from '../../../desk/store/index.ts'

export interface OrganizationPlan {
  name: string
  issuers: number
  insiders: number
  filings: number
  openDrafts: number
  /** Of the filings: those made here, with draft, versions, submission and all that happened to it. */
  madeHere: number
  users: number
}

/** One filing agent for half of everything, and three companies' own desks. */
const SHARES = [
  { name: 'Tern Filing Agents', share: 0.55 },
  { name: 'Quarry Law Group', share: 0.15 },
  { name: 'Harbor Holdings', share: 0.15 },
  { name: 'Fen Industries', share: 0.15 },
]

const WHOLE = { issuers: 40, insiders: 10_000, filings: 200_000, openDrafts: 600, madeHere: 10_000, users: 200 }

/** The stock of the ten minutes' run; `scale` below 1 makes a smaller one with as many issuers, users and open drafts. */
export function stockPlan(scale: number): OrganizationPlan[] {
  return SHARES.map(({ name, share }) => ({
    name,
    issuers: Math.round(WHOLE.issuers * share),
    insiders: Math.round(WHOLE.insiders * share * scale),
    filings: Math.round(WHOLE.filings * share * scale),
    openDrafts: Math.round(WHOLE.openDrafts * share),
    madeHere: Math.round(WHOLE.madeHere * share * scale),
    users: Math.round(WHOLE.users * share),
  }))
}

/** Of ten users: what each is. Agents have some of the issuers, insiders are one insider. */
const TEN: readonly Role[] = [
  'preparer',
  'preparer',
  'preparer',
  'counsel',
  'counsel',
  'agent',
  'agent',
  'insider',
  'insider',
  'viewer',
]

/** The role of an organisation's nth user; the first two administer it. */
export function roleOf(n: number): Role {
  return n < 2 ? 'administrator' : (TEN[n % TEN.length] as Role)
}

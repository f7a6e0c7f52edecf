/** What the users of a desk under load do: one request after the other, drawn by weight from what their role allows. */
import type { Role } from '../../../desk/store/index.ts'
import type { Random } from '../random.ts'
import { grantFacts, type StockDraft } from './drafts.ts'
import type { StockOrganization } from './fillStock.ts'
import type { StockUser } from './people.ts'

export interface Asked {
  kind: string
  isWrite: boolean
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  body?: unknown
  /** The status of success. */
  wanted: number
  /** What the user learns from the answer; gives what is wrong with it. */
  learn?: (answer: string) => string | undefined
}

/** A draft as its user last saw it. */
interface Seen {
  hash: string
  version: number
  filing: { document: object }
}

/** Somebody at work, with what they know. */
export interface Visitor {
  n: number
  user: StockUser
  organization: StockOrganization
  base: string
  random: Random
  /** Drafts that nobody else changes, by turns. */
  drafts: StockDraft[]
  seen: Map<string, Seen>
  /** Approvals that were given and not taken back yet, by draft. */
  approvals: { draftId: string; id: string }[]
  /** Events that nobody else adds facts to. */
  eventIds: string[]
  filingIds: string[]
  edits: number
  /** Whether something written was not answered yet. */
  isWriting: boolean
}

type Make = (visitor: Visitor) => Asked | undefined

interface Kind {
  name: string
  /** Among reads, among a maker's writes, in parts. */
  weight: number
  make: Make
}

const get = (kind: string, path: string, learn?: Asked['learn']): Asked => ({
  kind,
  isWrite: false,
  method: 'GET',
  path,
  wanted: 200,
  ...(learn && { learn }),
})

/** Of all requests. */
export const WRITES = 0.2
/** Who writes what, and how much of what is written. */
const MAKERS: readonly Role[] = ['administrator', 'preparer', 'agent']
const APPROVERS: readonly Role[] = ['counsel']
const APPROVALS = 0.2
const ZONE = 'zone=America/New_York'

/** Somebody whom the user may see. */
function insiderOf({ user, organization, random }: Visitor): string {
  if (user.insiderId !== null) return user.insiderId
  if (user.issuerIds.length === 0) return random.pick(organization.insiderIds)
  const wanted = random.pick(user.issuerIds)
  const issuer = organization.issuers.findIndex(({ id }) => id === wanted)
  const { length } = organization.issuers
  const row = random.below(Math.floor(organization.insiderIds.length / length))
  return organization.insiderIds[row * length + issuer]!
}

/** The nth insider is the nth issuer's, by turns. */
function issuerOf({ organization: { issuers, insiderIds } }: Visitor, insiderId: string): string {
  return issuers[insiderIds.indexOf(insiderId) % issuers.length]!.id
}

const seesAll = ({ user }: Visitor) => user.issuerIds.length === 0 && user.insiderId === null

/** A draft that the user may see: their own, or any. */
function draftOf(visitor: Visitor): StockDraft | undefined {
  const { drafts, organization, random } = visitor
  if (drafts.length > 0 && random.chance(0.5)) return random.pick(drafts)
  if (seesAll(visitor)) return random.pick(organization.drafts)
  const { issuerIds, insiderId } = visitor.user
  const reached = organization.drafts.filter((one) => one.insiderId === insiderId || issuerIds.includes(one.issuerId))
  return reached.length > 0 ? random.pick(reached) : undefined
}

function filing(visitor: Visitor, kind: string, below: string): Asked | undefined {
  const { filingIds, base, random } = visitor
  return filingIds.length === 0 ? listFilings(visitor) : get(kind, `${base}/filings/${random.pick(filingIds)}${below}`)
}

function listFilings(visitor: Visitor): Asked {
  return get('filings', `${visitor.base}/filings`, learnFilings(visitor))
}

function learnFilings(visitor: Visitor) {
  return (text: string) => {
    const { filings } = JSON.parse(text) as { filings: { id: string }[] }
    visitor.filingIds = filings.slice(0, 50).map(({ id }) => id)
    return undefined
  }
}

/** Learns a draft as it is; nothing is older than what the user had been told when asking, by whichever server. */
function learnDraft({ seen }: Visitor, id: string) {
  const before = seen.get(id)
  return (text: string) => {
    const { hash, version, filing: content } = JSON.parse(text) as Seen
    if (before && version < before.version) return `version ${version} of draft ${id} after ${before.version}`
    if (version === before?.version && hash !== before.hash) return `another version ${version} of draft ${id}`
    if (version >= (seen.get(id)?.version ?? 0)) seen.set(id, { hash, version, filing: content })
    return undefined
  }
}

function readDraft(visitor: Visitor, { id }: StockDraft): Asked {
  const own = visitor.drafts.some((one) => one.id === id)
  return get('draft', `${visitor.base}/drafts/${id}?${ZONE}`, own ? learnDraft(visitor, id) : undefined)
}

function editDraft(visitor: Visitor): Asked | undefined {
  const { drafts, seen, base, random } = visitor
  if (drafts.length === 0) return undefined
  const draft = random.pick(drafts)
  const known = seen.get(draft.id)
  // Who has not opened it opens it first.
  if (!known) return readDraft(visitor, draft)
  const remarks = { value: `Edit ${++visitor.edits} of user ${visitor.n}.` }
  const filing = { ...known.filing, document: { ...known.filing.document, remarks } }
  return {
    kind: 'draft edit',
    isWrite: true,
    method: 'PUT',
    path: `${base}/drafts/${draft.id}?${ZONE}`,
    body: { basedOn: known.hash, filing },
    wanted: 200,
    learn: learnDraft(visitor, draft.id),
  }
}

/** Gives an approval, or takes the last one back. */
function approve(visitor: Visitor): Asked | undefined {
  const { drafts, seen, approvals, base, random } = visitor
  if (drafts.length === 0) return undefined
  const given = approvals.length > 3 ? approvals.shift() : undefined
  if (given)
    return {
      kind: 'approval back',
      isWrite: true,
      method: 'DELETE',
      path: `${base}/drafts/${given.draftId}/approvals/${given.id}`,
      wanted: 200,
    }
  const draft = random.pick(drafts)
  const known = seen.get(draft.id)
  if (!known) return readDraft(visitor, draft)
  return {
    kind: 'approval',
    isWrite: true,
    method: 'POST',
    path: `${base}/drafts/${draft.id}/approvals`,
    body: { ofHash: known.hash, note: null },
    wanted: 201,
    learn(text) {
      approvals.push({ draftId: draft.id, id: (JSON.parse(text) as { id: string }).id })
      return undefined
    },
  }
}

function tellEvent(visitor: Visitor): Asked {
  const { base, eventIds } = visitor
  const insiderId = insiderOf(visitor)
  const body = {
    issuerId: issuerOf(visitor, insiderId),
    insiderIds: [insiderId],
    recipe: 'option-grant',
    day: '2026-02-02',
    facts: grantFacts('2026-02-02'),
    factsOf: {},
  }
  return {
    kind: 'event',
    isWrite: true,
    method: 'POST',
    path: `${base}/events`,
    body,
    wanted: 201,
    learn(text) {
      eventIds.push((JSON.parse(text) as { id: string }).id)
      return undefined
    },
  }
}

function stateFact(visitor: Visitor): Asked {
  const { eventIds, base, random } = visitor
  if (eventIds.length === 0) return tellEvent(visitor)
  const body = { facts: { options: String(random.between(1, 900) * 100) }, factsOf: {} }
  const path = `${base}/events/${random.pick(eventIds)}/facts`
  return { kind: 'facts', isWrite: true, method: 'POST', path, body, wanted: 200 }
}

function draftFromEvent(visitor: Visitor): Asked {
  const eventId = visitor.eventIds.shift()
  if (eventId === undefined) return tellEvent(visitor)
  const body = { from: 'event', eventId }
  return { kind: 'draft of event', isWrite: true, method: 'POST', path: `${visitor.base}/drafts`, body, wanted: 201 }
}

const READS: readonly Kind[] = [
  { name: 'work', weight: 12, make: ({ base }) => get('work', `${base}/work?${ZONE}`) },
  { name: 'draft', weight: 20, make: (v) => ((of) => of && readDraft(v, of))(draftOf(v)) },
  { name: 'drafts', weight: 4, make: ({ base }) => get('drafts', `${base}/drafts`) },
  { name: 'filings', weight: 6, make: listFilings },
  {
    name: 'filings of',
    weight: 6,
    make: (v) => get('filings of', `${v.base}/filings?insider=${insiderOf(v)}`, learnFilings(v)),
  },
  { name: 'filing', weight: 6, make: (v) => filing(v, 'filing', '') },
  { name: 'filing page', weight: 4, make: (v) => filing(v, 'filing page', '/page.html') },
  { name: 'filing XML', weight: 2, make: (v) => filing(v, 'filing XML', '/form.xml') },
  { name: 'insiders', weight: 4, make: ({ base }) => get('insiders', `${base}/insiders?limit=100`) },
  { name: 'insider', weight: 6, make: (v) => get('insider', `${v.base}/insiders/${insiderOf(v)}`) },
  {
    name: 'holdings',
    weight: 5,
    make: (v) => ((id) => get('holdings', `${v.base}/insiders/${id}/holdings?issuer=${issuerOf(v, id)}`))(insiderOf(v)),
  },
  { name: 'issuers', weight: 2, make: ({ base }) => get('issuers', `${base}/issuers`) },
  { name: 'calendar', weight: 1, make: ({ base }) => get('calendar', `${base}/calendar.ics`) },
  {
    name: 'event read',
    weight: 2,
    make: (v) =>
      seesAll(v) ? get('event read', `${v.base}/events/${v.random.pick(v.organization.eventIds)}`) : undefined,
  },
]

const MAKING: readonly Kind[] = [
  { name: 'draft edit', weight: 9, make: editDraft },
  { name: 'event', weight: 3, make: tellEvent },
  { name: 'facts', weight: 3, make: stateFact },
  { name: 'draft of event', weight: 1, make: draftFromEvent },
]

const APPROVING: readonly Kind[] = [{ name: 'approval', weight: 4, make: approve }]

/** How often each role writes, so that together they write as much as `WRITES` says. */
export type Diligence = ReadonlyMap<Role, number>

export function diligenceOf(users: readonly StockUser[]): Diligence {
  const share = (roles: readonly Role[]) => users.filter(({ role }) => roles.includes(role)).length / users.length
  return new Map([
    ...MAKERS.map((role) => [role, (WRITES * (1 - APPROVALS)) / share(MAKERS)] as const),
    ...APPROVERS.map((role) => [role, (WRITES * APPROVALS) / share(APPROVERS)] as const),
  ])
}

/** What a user does next. Nobody writes before the last thing written was acknowledged. */
export function nextRequest(visitor: Visitor, diligence: Diligence): Asked {
  const { role } = visitor.user
  const writes = visitor.random.chance(diligence.get(role) ?? 0) && !visitor.isWriting
  const kinds = writes ? (APPROVERS.includes(role) ? APPROVING : MAKING) : READS
  // Who has nothing of that kind to do does something else.
  for (;;) {
    const asked = drawn(kinds, visitor.random).make(visitor)
    if (asked) return asked
    if (writes) return READS[0]!.make(visitor)!
  }
}

function drawn(kinds: readonly Kind[], random: Random): Kind {
  const whole = kinds.reduce((sum, { weight }) => sum + weight, 0)
  let left = random.below(whole)
  for (const kind of kinds) {
    left -= kind.weight
    if (left < 0) return kind
  }
  throw new Error('weights that do not add up')
}

/** The weights, as a line. */
export function mixTold(): string {
  const told = (kinds: readonly Kind[]) => kinds.map(({ name, weight }) => `${name} ${weight}`).join(', ')
  return `reads ${100 * (1 - WRITES)} %: ${told(READS)}; writes ${100 * WRITES} %: ${told(MAKING)}, ${told(APPROVING)}`
}

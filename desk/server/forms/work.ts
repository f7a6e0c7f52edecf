/** The work list: what is to be done, by when, and who is waited for. */
import {
  type Draft,
  delegationsOf,
  type Insider,
  type Submission,
  secretNotes,
  submissionsIn,
  type View,
} from '../../store/index.ts'
import { EASTERN, writtenIn } from '../moments.ts'
import type { Scope } from '../scope.ts'
import { type DueMoment, draftBalances, findingsOf } from './findings.ts'
import { KeptItems, KeptOfOrganization, type OpenDraftNote } from './keptItems.ts'
import type { OpenDraft } from './openDraft.ts'
import { nameOf, namesOf } from './records.ts'
import { isPassing, type StandingDraft, standingDraft } from './standingDraft.ts'

export type WaitingFor =
  | 'facts'
  | 'content'
  | 'approval'
  | 'signature'
  | 'sending'
  | 'edgar'
  | 'resolution'
  | 'delegation'
  | 'token'

export interface WorkItem {
  kind: 'outcomeUnknown' | 'suspended' | 'draft' | 'event' | 'delegation' | 'token'
  id: string
  draftId: string | null
  title: string
  issuerId: string | null
  insiderIds: string[]
  formType: string | null
  due: DueMoment | null
  waitingFor: WaitingFor
  who: string[]
  serious: number
}

/** A token is asked for so long before it ends. */
const TOKEN_WARNING_MS = 14 * 86_400_000

/** Who asks, and when; `loginCik` is the entity under which the desk files with EDGAR, where one is configured. */
interface Asking {
  by: string
  at: number
  loginCik: string | undefined
}

/**
 * All that a caller may see: unknown outcomes first, the longest unknown before the others; then by due moment; then what
 * sending will want, delegations and tokens.
 */
export async function workOf(view: View, scope: Scope, asking: Asking): Promise<WorkItem[]> {
  const standing = await kept.at(view, asking.at)
  const unknown: WorkItem[] = []
  for (const one of await unknownOutcomes.of(view)) {
    const known = await standing.itemOf(one.draftId)
    if (known && scope.reaches(known.draft)) unknown.push({ ...known.item, ...ofUnknown(one) })
  }
  const isUnknown = new Set(unknown.map(({ draftId }) => draftId))
  const open = await standing.open()
  const reached = await standing.itemsOf(idsOf(open.filter((one) => !isUnknown.has(one.id) && scope.reaches(one))))
  const drafts = await named(view, reached)
  const filers = new Map(reached.flatMap(({ insiders }) => insiders.map((one) => [one.id, one])))
  const ofFilers = await delegationItems(view, [...filers.values()], asking)
  return [...unknown, ...drafts.toSorted(byDue), ...ofFilers, ...(await tokenItems(view, scope, asking))]
}

const unknownOutcomes = new KeptOfOrganization(
  (view) => submissionsIn(view, ['outcomeUnknown']),
  ({ isOf }) => isOf('submission'),
)

const tokens = new KeptOfOrganization(
  (view) => secretNotes(view, { purposes: ['filerToken', 'userToken'] }),
  ({ isOf }) => isOf('secret') || isOf('secrets'),
)

/** What is kept of a draft: its item, its last submission that was no test, who saved it last and when, its insiders. */
export interface OfDraft {
  draft: Draft
  item: WorkItem
  last: Submission | undefined
  saved: { by: string; at: number }
  insiders: readonly Insider[]
}

const kept = new KeptItems<OfDraft>(async (view, draftId, at) => {
  const standing = await standingDraft(view, draftId, at)
  if (!standing) return undefined
  const { open } = standing
  const last = open.submissions.findLast(({ mode }) => mode === 'LIVE')
  const item = { ...(await draftItem(view, standing, last)), serious: seriousIn(standing, at) }
  const { by, at: savedAt } = open.version
  const found = { draft: open.draft, item, last, saved: { by, at: savedAt }, insiders: open.insiders }
  return { of: open.draft, item: found, isPassing: isPassing(open, at) }
})

/** The open drafts at a moment with what the work list says of them; no more of them once `isOver` says so. */
export async function openItems(view: View, at: number, isOver?: () => boolean): Promise<OfDraft[]> {
  const standing = await kept.at(view, at)
  return standing.itemsOf(idsOf(await standing.open()), isOver)
}

const idsOf = (drafts: readonly OpenDraftNote[]) => drafts.map(({ id }) => id)

/** Accounts are no organisation's, and what becomes of them is in no audit trail: their names are read each time. */
export async function named(view: View, some: readonly OfDraft[]): Promise<WorkItem[]> {
  const authors = some.filter(({ item }) => item.waitingFor === 'content').map(({ saved }) => saved.by)
  const names = await namesOf(view, authors)
  return some.map(({ item, saved: { by } }) => {
    const name = names.get(by) ?? by
    return item.waitingFor !== 'content' || item.who[0] === name ? item : { ...item, who: [name] }
  })
}

function byDue(a: WorkItem, b: WorkItem): number {
  return (a.due?.at ?? Number.MAX_SAFE_INTEGER) - (b.due?.at ?? Number.MAX_SAFE_INTEGER)
}

/** What of a work item is known without asking the rules. */
export type QuietItem = Omit<WorkItem, 'serious'>

function itemOf({ open, dues }: StandingDraft): QuietItem {
  const { draft: of, issuer, insiders } = open
  return {
    kind: 'draft',
    id: of.id,
    draftId: of.id,
    issuerId: of.issuerId,
    insiderIds: of.insiderIds,
    title: `Form ${of.formType}, ${insiders.map(({ name }) => name).join(', ')}, ${issuer.name}`,
    formType: of.formType,
    due: dues[0] ?? null,
    waitingFor: 'content',
    who: [],
  }
}

/** A submission of which nobody knows whether EDGAR has it. */
export function unknownItem(standing: StandingDraft, one: Submission): QuietItem {
  return { ...itemOf(standing), ...ofUnknown(one) }
}

const ofUnknown = ({ id }: Submission) =>
  ({ kind: 'outcomeUnknown', id, waitingFor: 'resolution', who: [] }) satisfies Partial<WorkItem>

/** How many findings suspend the form or break a rule. */
function seriousIn({ open, checked }: StandingDraft, at: number): number {
  const found = findingsOf(checked, draftBalances(open.document, [], at).diagnostics)
  return found.filter(({ severity }) => isSerious(severity)).length
}

function isSerious(severity: string): boolean {
  return severity === 'suspends' || severity === 'law'
}

/** An open draft, with whom it waits for; `last` is the last time that it was to be filed. */
async function draftItem(view: View, standing: StandingDraft, last: Submission | undefined): Promise<QuietItem> {
  const item = itemOf(standing)
  if (last?.last.state === 'suspended') return { ...item, kind: 'suspended' }
  return { ...item, ...(await waiting(view, standing.open, last)) }
}

async function waiting(
  view: View,
  open: OpenDraft,
  last: Submission | undefined,
): Promise<Pick<WorkItem, 'waitingFor' | 'who'>> {
  const state = last?.last.state
  if (state === 'received' || state === 'resolved') return { waitingFor: 'edgar', who: [] }
  if (state === 'prepared' || state === 'sending') return { waitingFor: 'sending', who: [] }
  if (open.blockers.some(({ code }) => code.startsWith('D5'))) {
    return { waitingFor: 'content', who: [await nameOf(view, open.version.by)] }
  }
  const unsigned = open.decision.owners.filter(({ line }) => !line).map(({ owner }) => owner)
  const who = open.insiders.filter(({ cik }) => cik !== null && unsigned.some((owner) => owner === cik))
  if (who.length > 0) return { waitingFor: 'signature', who: who.map(({ name }) => name) }
  return { waitingFor: open.blockers.length > 0 ? 'approval' : 'sending', who: [] }
}

/** What is about no form: it is due at no moment that the rules name. */
const OF_NO_FORM = { draftId: null, issuerId: null, insiderIds: [], formType: null, due: null, who: [], serious: 0 }

/** Insiders with an open draft whose CIK has not delegated to the entity that files; it may be the filer itself. */
async function delegationItems(view: View, filers: readonly Insider[], { loginCik }: Asking): Promise<WorkItem[]> {
  if (loginCik === undefined) return []
  const entity = loginCik.padStart(10, '0')
  const items: WorkItem[] = []
  const given = await delegationsOf(
    view,
    filers.flatMap(({ cik }) => cik ?? []),
  )
  const delegating = new Set(given.filter(({ toCik }) => toCik === entity).map(({ filerCik }) => filerCik))
  for (const { id, cik, name } of filers) {
    if (cik === null || cik === entity || delegating.has(cik)) continue
    const title = `No delegation by ${name} to CIK ${entity} is noted`
    const kind = 'delegation'
    items.push({ ...OF_NO_FORM, kind, id, insiderIds: [id], title, waitingFor: kind, who: [name] })
  }
  return items
}

/** Tokens of EDGAR that have ended or soon will: one's own, and everybody's for those to whom everything is open. */
async function tokenItems(view: View, scope: Scope, { by, at }: Asking): Promise<WorkItem[]> {
  const notes = (await tokens.of(view))
    .filter(({ subjectId }) => scope.isWhole || subjectId === by)
    .filter(({ expiresAt }) => expiresAt !== null && expiresAt < at + TOKEN_WARNING_MS)
  const items: WorkItem[] = []
  for (const { id, subjectId, purpose, expiresAt } of notes) {
    const ends = expiresAt ?? 0
    const which = purpose === 'filerToken' ? 'Filer' : 'User'
    const title = `${which} API token ${ends <= at ? 'ended' : 'ends'} ${writtenIn(EASTERN, ends)}`
    const who = purpose === 'userToken' ? [await nameOf(view, subjectId)] : []
    items.push({ ...OF_NO_FORM, kind: 'token', id, title, waitingFor: 'token', who })
  }
  return items
}

/** The work list: what is to be done, by when, and who is waited for. */
import { draft, type Submission, secretNotes, submissionsIn, submissionsOf, type View } from '../../store/index.ts'
import type { Scope } from '../scope.ts'
import { type DueMoment, draftBalances, dueMoments, findingsOf } from './findings.ts'
import { KeptItems } from './keptItems.ts'
import { type OpenDraft, openDraft } from './openDraft.ts'
import { nameOf, namesOf } from './records.ts'

export type WaitingFor = 'facts' | 'content' | 'approval' | 'signature' | 'sending' | 'edgar' | 'resolution' | 'token'

export interface WorkItem {
  kind: 'outcomeUnknown' | 'suspended' | 'draft' | 'event' | 'token'
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

/** All that a caller may see: unknown outcomes first, the longest unknown before the others; then by due moment. */
export async function workOf(view: View, scope: Scope, at: number): Promise<WorkItem[]> {
  const { open, itemsOf } = await kept.at(view, at)
  const unknown: WorkItem[] = []
  for (const { id, draftId } of await submissionsIn(view, ['outcomeUnknown'])) {
    const of = await draft(view, draftId)
    const [item] = of && scope.reaches(of) ? await itemsOf([of]) : []
    if (item) unknown.push({ ...item.item, kind: 'outcomeUnknown', id, waitingFor: 'resolution', who: [] })
  }
  const isUnknown = new Set(unknown.map(({ draftId }) => draftId))
  const reached = open.filter((one) => !isUnknown.has(one.id) && scope.reaches(one))
  const drafts = await named(view, await itemsOf(reached))
  return [...unknown, ...drafts.toSorted(byDue), ...(scope.isWhole ? await tokenItems(view, at) : [])]
}

/** What is kept of a draft: its item, and who saved it last. */
interface OfDraft {
  item: WorkItem
  savedBy: string
}

const kept = new KeptItems<OfDraft>(async (view, draftId, at) => {
  const open = await openDraft(view, draftId, at)
  if (!open) throw new Error('a draft that is not there')
  const { approvals, signatures } = open.records
  return {
    item: { item: await draftItem(view, open, at), savedBy: open.version.by },
    // By a clock that runs ahead of this one, another server's say: it counts once this one has come so far.
    isPassing: [...approvals, ...signatures].some((one) => one.at > at),
  }
})

/** Accounts are no organisation's, and what becomes of them is in no audit trail: their names are read each time. */
async function named(view: View, all: readonly OfDraft[]): Promise<WorkItem[]> {
  const authors = all.filter(({ item }) => item.waitingFor === 'content').map(({ savedBy }) => savedBy)
  const names = await namesOf(view, authors)
  return all.map(({ item, savedBy }) =>
    item.waitingFor === 'content' ? { ...item, who: [names.get(savedBy) ?? savedBy] } : item,
  )
}

function byDue(a: WorkItem, b: WorkItem): number {
  return (a.due?.at ?? Number.MAX_SAFE_INTEGER) - (b.due?.at ?? Number.MAX_SAFE_INTEGER)
}

function itemOf(open: OpenDraft, at: number): WorkItem {
  const { draft: of, document, issuer, insiders } = open
  const serious = findingsOf(open, draftBalances(document, [], at), at).filter(({ severity }) => isSerious(severity))
  return {
    kind: 'draft',
    id: of.id,
    draftId: of.id,
    issuerId: of.issuerId,
    insiderIds: of.insiderIds,
    title: `Form ${of.formType}, ${insiders.map(({ name }) => name).join(', ')}, ${issuer.name}`,
    formType: of.formType,
    due: dueMoments(document, issuer, at)[0] ?? null,
    waitingFor: 'content',
    who: [],
    serious: serious.length,
  }
}

function isSerious(severity: string): boolean {
  return severity === 'suspends' || severity === 'law'
}

async function draftItem(view: View, open: OpenDraft, at: number): Promise<WorkItem> {
  const item = itemOf(open, at)
  const last = (await submissionsOf(view, open.draft.id)).filter(({ mode }) => mode === 'LIVE').at(-1)
  if (last?.last.state === 'suspended') return { ...item, kind: 'suspended' }
  return { ...item, ...(await waiting(view, open, last)) }
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

/** Tokens of EDGAR that have ended or soon will. */
async function tokenItems(view: View, at: number): Promise<WorkItem[]> {
  const notes = await secretNotes(view, { purposes: ['filerToken', 'userToken'] })
  return notes
    .filter(({ expiresAt }) => expiresAt !== null && expiresAt < at + TOKEN_WARNING_MS)
    .map(({ id, purpose, expiresAt }) => ({
      kind: 'token',
      id,
      draftId: null,
      issuerId: null,
      insiderIds: [],
      formType: null,
      due: null,
      title: `${purpose === 'filerToken' ? 'Filer' : 'User'} API token ${(expiresAt ?? 0) < at ? 'has ended' : 'ends soon'}`,
      waitingFor: 'token',
      who: [],
      serious: 0,
    }))
}

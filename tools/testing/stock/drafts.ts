/** Drafts of the stock: open ones to work on, and those of what was filed. */
import type { OwnershipDocument } from '@section16/core'
import { contentOf } from '../../../desk/server/forms/draftDocument.ts'
import { canonicalJson, type Json, type SubmissionStateName, sha256 } from '../../../desk/store/index.ts'
import { nextForm } from './forms.ts'
import { idFrom } from './names.ts'
import type { Making, People, StockInsider } from './people.ts'
import type { OrganizationPlan } from './plan.ts'

/** The answers to the questions of an option grant. */
export function grantFacts(day: string): Record<string, Json> {
  const year = Number(day.slice(0, 4))
  return {
    grantDate: day,
    options: '10000',
    optionTitle: 'Stock Option (right to buy)',
    stock: 'Common Stock',
    exercisePrice: '3.31',
    vesting: 'schedule',
    schedule: `25% of the shares vest on February 1, ${year + 1}, and the rest in 36 equal monthly installments thereafter.`,
    expires: `${year + 10}-02-01`,
    pecuniaryInterest: 'all',
    holder: 'insider',
    approval: 'committee',
  }
}

interface Told {
  organizationId: string
  by: string
  at: number
}

/** What may be known of an open draft beforehand. */
export interface StockDraft {
  id: string
  issuerId: string
  insiderId: string
}

/** Open drafts, some approved, some on their way, some of unknown outcome. */
export async function makeOpenDrafts(
  making: Making,
  people: People,
  plan: OrganizationPlan,
  now: number,
): Promise<{ drafts: StockDraft[]; eventIds: string[] }> {
  const { writer, random } = making
  const drafts: StockDraft[] = []
  const eventIds: string[] = []
  for (let n = 0; n < plan.openDrafts; n++) {
    const told = {
      organizationId: people.organizationId,
      by: random.pick(people.users).id,
      at: now - plan.openDrafts + n,
    }
    const insider = random.pick(people.insiders)
    const day = new Date(now - random.below(4) * 86_400_000).toISOString().slice(0, 10)
    // What is drafted is not filed yet: the next form goes on from the same place.
    const { held, filings } = insider
    const { form, document } = nextForm(random, insider, day)
    Object.assign(insider, { held, filings })
    const eventId = n % 2 === 0 ? addEvent(making, told, insider, day) : null
    if (eventId !== null) eventIds.push(eventId)
    const { id, hash } = await addDraft(making, people, insider, { told, form, document, isClosed: false, eventId })
    // The last tenth is on its way; nobody edits it.
    if (n >= plan.openDrafts * 0.9) onItsWay(making, told, id, hash, n)
    else drafts.push({ id, issuerId: insider.issuer.id, insiderId: insider.id })
    await writer.breathe()
  }
  return { drafts, eventIds }
}

function onItsWay(making: Making, told: Told, draftId: string, hash: string, n: number): void {
  const last = n % 12 === 0 ? ('outcomeUnknown' as const) : ('received' as const)
  const accessionNumber = last === 'received' ? `9016000016-26-${String(900_000 + n)}` : null
  addStates(making, told, { draftId, hash, states: ['prepared', 'sending', last], accessionNumber })
}

function addEvent({ writer, random }: Making, told: Told, insider: StockInsider, day: string): string {
  const { organizationId, by, at } = told
  const id = idFrom(random)
  const of = { issuerId: insider.issuer.id, recipe: 'option-grant', day }
  writer.add('event', { organizationId, id, ...of, createdBy: by, createdAt: at })
  writer.add('event_insider', { organizationId, eventId: id, insiderId: insider.id })
  writer.tell(told, 'event.added', 'event', id, { ...of, insiderIds: [insider.id] })
  const facts = Object.entries(grantFacts(day)).map(([name, value]) => ({ name, insiderId: null, value }))
  for (const [index, { value, ...fact }] of facts.entries())
    writer.add('event_fact', {
      organizationId,
      eventId: id,
      number: index + 1,
      ...fact,
      value: canonicalJson(value),
      by,
      at,
    })
  writer.tell(told, 'event.factsStated', 'event', id, { facts })
  return id
}

/** A draft of one to three versions, the last of which holds; some approved, once in vain. */
export async function addDraft(
  { writer, random }: Making,
  people: People,
  insider: StockInsider,
  of: { told: Told; form: string; document: OwnershipDocument; isClosed: boolean; eventId?: string | null },
): Promise<{ id: string; hash: string }> {
  const { told, form, document, isClosed, eventId = null } = of
  const { organizationId, by, at } = told
  const { hash, content } = await contentOf(document)
  const id = idFrom(random)
  const versions = random.between(1, 3)
  const earlier = Array.from({ length: versions - 1 }, (_, n) => sha256(`${id} ${n}`))
  const hashes = [...earlier, hash]
  const closed = isClosed ? { closedAt: at, closedBecause: 'filed' as const } : { closedAt: null, closedBecause: null }
  const draft = { issuerId: insider.issuer.id, formType: form, eventId, amends: null }
  const last = { number: versions, hash, createdBy: by, createdAt: at }
  writer.add('draft', { organizationId, id, ...draft, ...last, ...closed })
  writer.add('draft_insider', { organizationId, draftId: id, insiderId: insider.id })
  for (const [index, ofHash] of hashes.entries()) {
    const version = { number: index + 1, hash: ofHash, basedOn: hashes[index - 1] ?? null }
    writer.add('draft_version', { organizationId, draftId: id, ...version, content: canonicalJson(content), by, at })
    const isFirst = index === 0
    const detail = isFirst ? { ...draft, insiderIds: [insider.id], hash: ofHash } : version
    writer.tell(told, isFirst ? 'draft.added' : 'draft.saved', 'draft', id, detail)
    if (random.chance(0.4))
      addApproval({ writer, random }, people, told, { draftId: id, ofHash, isVoid: ofHash !== hash })
  }
  return { id, hash }
}

function addApproval(
  { writer, random }: Pick<Making, 'writer' | 'random'>,
  people: People,
  told: Told,
  { draftId, ofHash, isVoid }: { draftId: string; ofHash: string; isVoid: boolean },
): void {
  const { organizationId, at } = told
  const by = random.pick(people.users.filter(({ role }) => role === 'counsel')).id
  const approval = idFrom(random)
  writer.add('approval', { organizationId, id: approval, draftId, ofHash, note: null, by, at })
  writer.tell({ ...told, by }, 'draft.approved', 'draft', draftId, { approval, ofHash })
  if (!isVoid) return
  const because = { because: 'the draft was changed', fromDay: null }
  writer.add('voiding', { organizationId, subject: 'approval', subjectId: approval, ...because, by: told.by, at })
  writer.tell(told, 'approval.voided', 'approval', approval, because)
}

/** A submission with all that happened to it. */
export function addStates(
  { writer, random }: Making,
  told: Told,
  of: { draftId: string; hash: string; states: readonly SubmissionStateName[]; accessionNumber: string | null },
): string {
  const { organizationId, by, at } = told
  const { draftId, hash, states, accessionNumber } = of
  const id = idFrom(random)
  const order = { draftId, ofHash: hash, mode: 'LIVE' as const, destination: 'rehearsal' as const }
  writer.add('submission', { organizationId, id, ...order, by, at })
  const detail = canonicalJson({ kind: 'invented' })
  for (const [index, state] of states.entries()) {
    const known = index < 2 ? null : accessionNumber
    const row = { submissionId: id, number: index + 1, state, accessionNumber: known, detail }
    writer.add('submission_state', { organizationId, ...row, by, at })
    writer.tell(told, `submission.${state}`, 'submission', id, { accessionNumber: known, detailHash: sha256(detail) })
  }
  return id
}

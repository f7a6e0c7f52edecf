/** A draft as the API tells it: content, findings, balances, due moments, blockers, signatures. */
import { isContent } from '../../drafting/index.ts'
import type { Capacity } from '../../signing/index.ts'
import type {
  ApprovalTable,
  AttachmentTable,
  Destination,
  Draft as KeptDraft,
  SignatureTable,
  Submission,
  View,
} from '../../store/index.ts'
import { authenticationDocument } from '../../store/index.ts'
import type { Desk, Request } from '../context.ts'
import { notThere } from '../declined.ts'
import { told } from '../diagnostics.ts'
import { wordsToSend } from '../filing/words.ts'
import { draftedAmendment } from '../forms/amendments.ts'
import { type DueMoment, derivationWords, draftBalances, findingsOf } from '../forms/findings.ts'
import { reportsOf } from '../forms/history.ts'
import { KeptItems } from '../forms/keptItems.ts'
import type { OpenDraft } from '../forms/openDraft.ts'
import { partsBeside, reportsAbove, splitOf } from '../forms/parts.ts'
import { capacityOf } from '../forms/signing.ts'
import { isPassing, type StandingDraft, standingDraft } from '../forms/standingDraft.ts'
import { exhibitsStated } from '../forms/submissionFile.ts'
import { objectShown } from '../json.ts'
import { EASTERN, easternDay, writtenIn } from '../moments.ts'

type FormType = '3' | '3/A' | '4' | '4/A' | '5' | '5/A'

/** What lists show of a draft. */
export function draftNote(draft: KeptDraft) {
  const { id, issuerId, insiderIds, formType, eventId, amends, number, hash, closedAt, closedBecause } = draft
  const closed = closedAt !== null && closedBecause !== null ? { at: closedAt, because: closedBecause } : null
  return { id, issuerId, insiderIds, formType: formType as FormType, eventId, amends, version: number, hash, closed }
}

/** A draft as the API tells it to its caller; where they may see none such, it is not there. */
export async function draftShown(
  { edgar: { destination } }: { edgar: Pick<Desk['edgar'], 'destination'> },
  { view, at, by, scope }: Pick<Request, 'view' | 'at' | 'by' | 'scope'>,
  draftId: string,
  zone = 'UTC',
) {
  const found = await (await knownToAll(view, destination, at)).itemOf(draftId)
  if (!found || !scope.reaches(found.open.draft)) throw notThere('draft')
  const { open, shown, dues, owners } = found
  const acting = { actor: by, now: at, today: easternDay(at) }
  return {
    ...shown,
    dues: dues.map((one) => dueShown(one, at, zone)),
    owners: owners.map((owner) => ({
      ...owner,
      mayISignAs: open.draft.closedAt === null ? signsAs(capacityOf(open, owner.insiderId, acting)) : null,
    })),
  }
}

function signsAs(capacity: Capacity | undefined) {
  if (!capacity) return null
  return capacity.kind === 'attorney'
    ? { kind: capacity.kind, powerOfAttorneyId: capacity.powerOfAttorney }
    : { kind: capacity.kind }
}

/** A draft as everybody sees it who may, and the rest of what is told of it but for who asks and where. */
interface ForAll {
  open: OpenDraft
  shown: Awaited<ReturnType<typeof shownToAll>>
  dues: readonly DueMoment[]
  owners: ReturnType<typeof ownersShown>
}

/** Those that somebody works on. */
const MOST = 800

const kept = new Map<Destination, KeptItems<ForAll>>()

/** What counts as reported depends on the EDGAR with which forms are filed. */
function keptFor(destination: Destination): KeptItems<ForAll> {
  const known = kept.get(destination)
  if (known) return known
  const made = new KeptItems<ForAll>((view, draftId, at) => forAll(view, destination, draftId, at), MOST)
  kept.set(destination, made)
  return made
}

/** What is told of drafts but for who asks and where. */
export async function knownToAll(view: View, destination: Destination, at: number) {
  return keptFor(destination).at(view, at)
}

async function forAll(view: View, destination: Destination, draftId: string, at: number) {
  const standing = await standingDraft(view, draftId, at)
  if (!standing) return undefined
  const { open } = standing
  const shown = await shownToAll(view, destination, standing, at)
  const dues = open.draft.closedAt === null ? standing.dues : []
  return {
    of: open.draft,
    item: { open, shown, dues, owners: ownersShown(open) },
    // What a part says follows from the parts before it, which are drafts of their own.
    isPassing: isPassing(open, at) || shown.parts !== null,
  }
}

async function shownToAll(view: View, destination: Destination, { open, checked }: StandingDraft, at: number) {
  const { draft, isPart, version, document, blockers, approvals, signatures, submissions } = open
  const [first = ''] = draft.insiderIds
  const all = await reportsOf(view, destination, { issuerId: draft.issuerId, insiderId: first })
  // What became of it, once it is filed, is no report before it.
  const reports = all.filter(({ form }) => form.draftId !== draft.id)
  const beside = isPart ? await partsBeside(view, draft.id) : undefined
  const above = beside ? await reportsAbove(view, draft.id, beside.parts, at) : []
  const balances = draftBalances(document, [...reports, ...above], at)
  const split = draft.closedAt === null ? splitOf(document) : undefined
  const amended = await draftedAmendment(view, destination, open, at)
  return {
    ...draftNote(draft),
    filing: objectShown(version.content),
    savedBy: version.by,
    savedAt: version.at,
    findings: findingsOf(checked, [...balances.diagnostics, ...(amended?.diagnostics ?? [])]).map((one) =>
      told(one, document),
    ),
    balances: balances.balances.map(({ path, before, change, after, derivation }) => ({
      path,
      before: before.toString(),
      change: change.toString(),
      after: after.toString(),
      derivation: derivationWords(derivation),
    })),
    amendment: draft.closedAt === null && amended ? amended.shown : null,
    split: split
      ? { count: split.parts.length, diagnostics: split.diagnostics.map((one) => told(one, document)) }
      : null,
    parts: beside
      ? {
          of: beside.of,
          drafts: beside.parts.map(({ number, draft: part }) => ({ ...draftNote(part), number })),
        }
      : null,
    blockers: blockers.map((one) => told(one, document)),
    approvals: approvals.map(approvalShown),
    signatures: await Promise.all(signatures.map((one) => signatureShown(view, one))),
    exhibits: await exhibitsStated(view, open),
    attachments: open.attachments.map(attachmentShown),
    submissions: submissions.map(submissionNote),
    toType: {
      TEST: wordsToSend(draft.formType, 'TEST', destination),
      LIVE: wordsToSend(draft.formType, 'LIVE', destination),
    },
  }
}

function ownersShown({ insiders, decision }: OpenDraft) {
  return insiders.map(({ id, cik, name }) => {
    const line = decision.owners.find(({ owner }) => owner === cik)?.line
    return { insiderId: id, name, line: line ? { name: line.name, date: line.date.toString() } : null }
  })
}

function attachmentShown({ id, name, type, description, mediaType, bytesHash }: AttachmentTable) {
  return { id, name, type, description, mediaType, hash: bytesHash, isContent: isContent(type) }
}

export function approvalShown({ id, ofHash, by, at, note }: ApprovalTable) {
  return { id, ofHash, by, at, note }
}

export async function signatureShown(view: View, signature: SignatureTable) {
  const { id, insiderId, ofHash, line, signedOn, by, at, powerOfAttorneyId, authenticationDocumentId } = signature
  const { manner = 'uploaded' } = (await authenticationDocument(view, authenticationDocumentId)) ?? {}
  return { id, insiderId, ofHash, line, signedOn, by, at, manner, powerOfAttorneyId }
}

/** What lists show of a submission. */
export function submissionNote({ id, draftId, ofHash, mode, destination, by, at, last }: Submission) {
  const { state, at: stateAt, accessionNumber } = last
  return { id, draftId, ofHash, mode, destination, by, at, state, stateAt, accessionNumber }
}

/** A due moment in Eastern time and in the user's zone. */
export function dueShown({ at, day, of }: DueMoment, now: number, zone: string) {
  return { at, eastern: writtenIn(EASTERN, at), local: writtenIn(zone, at), day, of, isPast: now > at }
}

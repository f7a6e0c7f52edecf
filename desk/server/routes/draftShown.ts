/** A draft as the API tells it: content, findings, balances, due moments, blockers, signatures. */
import { isContent } from '../../drafting/index.ts'
import type { AttachmentTable, Draft as KeptDraft, SignatureTable, Submission, View } from '../../store/index.ts'
import { approvalsOf, authenticationDocument, signaturesOf, submissionsOf } from '../../store/index.ts'
import type { Desk, Request } from '../context.ts'
import { told } from '../diagnostics.ts'
import { wordsToSend } from '../filing/words.ts'
import { draftedAmendment } from '../forms/amendments.ts'
import { type DueMoment, derivationWords, draftBalances, dueMoments, findingsOf } from '../forms/findings.ts'
import { reportsOf } from '../forms/history.ts'
import type { OpenDraft } from '../forms/openDraft.ts'
import { partsBeside, reportsAbove, splitOf } from '../forms/parts.ts'
import { capacityOf } from '../forms/signing.ts'
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

export async function draftShown(desk: Desk, request: Request, open: OpenDraft, zone = 'UTC') {
  const { view, at, by } = request
  const { draft, version, document, blockers, decision } = open
  const { destination } = desk.edgar
  const [first = ''] = draft.insiderIds
  const all = await reportsOf(view, destination, { issuerId: draft.issuerId, insiderId: first })
  // What became of it, once it is filed, is no report before it.
  const reports = all.filter(({ form }) => form.draftId !== draft.id)
  const beside = await partsBeside(view, draft.id)
  const above = beside ? await reportsAbove(view, draft.id, beside.parts, at) : []
  const balances = draftBalances(document, [...reports, ...above], at)
  const split = draft.closedAt === null ? splitOf(document) : undefined
  const acting = { actor: by, now: at, today: easternDay(at) }
  const amended = await draftedAmendment(view, destination, open, at)
  const due = draft.closedAt === null ? dueMoments(open, at) : []
  return {
    ...draftNote(draft),
    filing: objectShown(version.content),
    savedBy: version.by,
    savedAt: version.at,
    findings: findingsOf(open, [...balances.diagnostics, ...(amended?.diagnostics ?? [])], at).map((one) =>
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
    dues: due.map((one) => dueShown(one, at, zone)),
    blockers: blockers.map((one) => told(one, document)),
    owners: open.insiders.map(({ id, cik, name }) => {
      const line = decision.owners.find(({ owner }) => owner === cik)?.line
      const capacity = draft.closedAt === null ? capacityOf(open, id, acting) : undefined
      return {
        insiderId: id,
        name,
        line: line
          ? {
              name: line.name,
              date: line.date.toString(),
            }
          : null,
        mayISignAs: capacity
          ? capacity.kind === 'attorney'
            ? {
                kind: capacity.kind,
                powerOfAttorneyId: capacity.powerOfAttorney,
              }
            : { kind: capacity.kind }
          : null,
      }
    }),
    approvals: (await approvalsOf(view, draft.id)).map(approvalShown),
    signatures: await signaturesShown(view, draft.id),
    exhibits: await exhibitsStated(view, open),
    attachments: open.attachments.map(attachmentShown),
    submissions: (await submissionsOf(view, draft.id)).map(submissionNote),
    toType: {
      TEST: wordsToSend(draft.formType, 'TEST', destination),
      LIVE: wordsToSend(draft.formType, 'LIVE', destination),
    },
  }
}

function attachmentShown({ id, name, type, description, mediaType, bytesHash }: AttachmentTable) {
  return { id, name, type, description, mediaType, hash: bytesHash, isContent: isContent(type) }
}

export function approvalShown({ id, ofHash, by, at, note }: Awaited<ReturnType<typeof approvalsOf>>[number]) {
  return { id, ofHash, by, at, note }
}

async function signaturesShown(view: View, draftId: string) {
  return Promise.all((await signaturesOf(view, draftId)).map((one) => signatureShown(view, one)))
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

/** A draft with everything that decides what may be done with it. */
import type { Cik, Diagnostic, OwnershipDocument } from '@section16/core/model'
import { OwnerSignature, reported } from '@section16/core/model'
import { copyDocument } from '../../drafting/index.ts'
import {
  type ExhibitStatement,
  type FileDecision,
  type FilingToSign,
  filingToSign,
  mayFile,
  type PowerOfAttorney,
  type SignatureLine,
  type SigningRecords,
} from '../../signing/index.ts'
import {
  type AttachmentTable,
  attachmentsOf,
  type Draft,
  type DraftVersion,
  type FiledForm,
  filedForm,
  type Insider,
  insider,
  issuer,
  type Json,
  standingVersion,
  type View,
} from '../../store/index.ts'
import { ofServer } from '../diagnostics.ts'
import { easternDay } from '../moments.ts'
import { documentOf, isSignable, nameParties } from './draftDocument.ts'
import { type Report, reportsOf } from './history.ts'
import { KeptOfParties } from './keptItems.ts'
import { ROOM, splitOf } from './parts.ts'
import {
  type Parties,
  type SaidOfDraft,
  type SignersRecords,
  saidOf,
  signersRecordsOf,
  signingRecordsOf,
} from './records.ts'

/** The filed form that a draft amends, and the reports beside it. */
export interface Amended {
  form: FiledForm
  reports: readonly Report[]
}

export interface OpenDraft extends Parties, SaidOfDraft {
  draft: Draft
  /** Whether it is one of the parts of a report, or was split into some. */
  isPart: boolean
  amends: Amended | undefined
  version: DraftVersion
  /** Its content with the parties' names as they are kept. */
  document: OwnershipDocument
  /** The letters and exhibits that go with it; not the powers of attorney, which follow from who signs. */
  attachments: readonly AttachmentTable[]
  records: SigningRecords
  filing: FilingToSign
  /** Of desk/signing, on the form with its generated signature block. */
  decision: FileDecision
  /** Why it may not be sent; nothing where it may. */
  blockers: readonly Diagnostic[]
}

/** A draft as it stands at a moment; `undefined` where there is none. */
export async function openDraft(view: View, draftId: string, at: number): Promise<OpenDraft | undefined> {
  const standing = await standingVersion(view, draftId)
  if (!standing) return undefined
  const { draft: found, has, version } = standing
  const parties = await known.of(view, found)
  const amends = await amendedBy(view, found)
  const document = nameParties(documentOf(version.content), parties.issuer, parties.insiders)
  const attachments = has.attachments ? await attachmentsOf(view, draftId) : []
  const said = await saidOf(view, draftId, has)
  const records = await signingRecordsOf(view, parties, said)
  const unsigned = filingToSign(document, found.hash, statementsOf(records))
  const when = { now: at, today: easternDay(at) }
  const { block } = mayFile(unsigned, records, when)
  const filing = { ...unsigned, block }
  const decision = mayFile(filing, records, when, { approvals: approvalsWanted(parties) })
  const blockers = [
    ...partyFaults(document, parties),
    ...(amends ? originalFaults(document, amends.form) : []),
    ...largeFaults(document),
    ...((await isSignable(document, attachments, found.hash)) ? [] : [ofServer('D521', '/ownershipDocument')]),
    ...decision.reasons,
  ]
  const { issuer, insiders } = parties
  const kept = {
    draft: found,
    isPart: has.parts,
    amends,
    version,
    issuer,
    insiders,
    document,
    attachments,
    ...said,
    records,
  }
  return { ...kept, filing, decision, blockers }
}

const known = new KeptOfParties<Parties & SignersRecords>(async (view, of) => {
  const parties = await partiesOf(view, of)
  return { ...parties, ...(await signersRecordsOf(view, parties)) }
})

async function amendedBy(view: View, { amends }: Draft): Promise<Amended | undefined> {
  const form = amends === null ? undefined : await filedForm(view, amends)
  if (!form) return undefined
  const [insiderId = ''] = form.insiderIds
  return { form, reports: await reportsOf(view, form.destination, { issuerId: form.issuerId, insiderId }) }
}

/** The issuer and the insiders of a draft or event. */
export async function partiesOf(
  view: View,
  { issuerId, insiderIds }: { issuerId: string; insiderIds: readonly string[] },
): Promise<Parties> {
  const found = await issuer(view, issuerId)
  const insiders = await Promise.all(insiderIds.map((id) => insider(view, id)))
  if (!found || insiders.some((one) => !one)) throw new Error('a draft whose parties are not there')
  return { issuer: found, insiders: insiders as Insider[] }
}

/** How many approvals the issuer's practice wants: `details.approvals`. */
function approvalsWanted({ issuer: { details } }: Parties): number {
  const { approvals } = details as { approvals?: Json }
  return typeof approvals === 'number' && Number.isSafeInteger(approvals) ? approvals : 0
}

/** Each power by which somebody signed is attached, unless it is on file. */
function statementsOf({ signatures, powersOfAttorney }: SigningRecords): ExhibitStatement[] {
  return usedPowers(signatures, powersOfAttorney).map(({ id, filedWith: [accessionNumber] }) =>
    accessionNumber === undefined
      ? { kind: 'attached', powerOfAttorney: id }
      : { kind: 'onFile', powerOfAttorney: id, accessionNumber },
  )
}

function usedPowers(
  signatures: SigningRecords['signatures'],
  powers: readonly PowerOfAttorney[],
): readonly PowerOfAttorney[] {
  const used = new Set(
    signatures.flatMap(({ capacity }) => (capacity.kind === 'attorney' ? [capacity.powerOfAttorney] : [])),
  )
  return powers.filter(({ id }) => used.has(id))
}

/** The document may only be of the parties that the draft is kept for: they are the ones who are asked to sign. */
function partyFaults(document: OwnershipDocument, { issuer: kept, insiders }: Parties): Diagnostic[] {
  const root = '/ownershipDocument'
  const faults: Diagnostic[] = insiders
    .filter(({ cik }) => cik === null)
    .map(({ name }) => ofServer('D513', `${root}/reportingOwner`, { insider: name }))
  const issuerCik = document.issuer.cik.value
  if (issuerCik !== kept.cik) {
    const data = { party: 'issuer', found: issuerCik ?? 'nobody', wanted: kept.cik }
    faults.push(ofServer('D520', `${root}/issuer/issuerCik`, data))
  }
  const found = document.reportingOwners.map(({ id }) => id.cik.value ?? 'nobody')
  const wanted = insiders.map(({ cik }) => cik ?? 'nobody')
  if (found.toSorted().join(' ') !== wanted.toSorted().join(' ')) {
    const data = { party: 'owners', found: found.join(', '), wanted: wanted.join(', ') }
    faults.push(ofServer('D520', `${root}/reportingOwner[1]/reportingOwnerId/rptOwnerCik`, data))
  }
  return faults
}

/** More lines or owners than EDGAR takes in one form. */
function largeFaults(document: OwnershipDocument): Diagnostic[] {
  const count = splitOf(document)?.parts.length
  return count === undefined ? [] : [ofServer('D525', '/ownershipDocument', { count, ...ROOM })]
}

/** The box takes EDGAR's filing date of what is amended (Form 4, box 4). */
function originalFaults({ dateOfOriginalSubmission: box }: OwnershipDocument, original: FiledForm): Diagnostic[] {
  const { filingDate: wanted, accessionNumber: number } = original
  if (box.value?.toString() === wanted) return []
  const data = { found: box.written ?? 'nothing', number, wanted }
  return [ofServer('D524', '/ownershipDocument/dateOfOriginalSubmission', data)]
}

/** The form with its signature block, as it will be filed: without CCC, or with those that are given by CIK. */
export function signedDocument(
  document: OwnershipDocument,
  block: readonly SignatureLine[],
  cccs: ReadonlyMap<Cik, string> = new Map(),
): OwnershipDocument {
  const signed = copyDocument(document)
  signed.ownerSignatures = block.map(({ name, date }) => {
    const line = new OwnerSignature()
    line.name = reported('text', name)
    line.date = reported('date', date.toString())
    return line
  })
  for (const { id } of signed.reportingOwners) {
    const ccc = id.cik.value && cccs.get(id.cik.value)
    if (ccc !== undefined && ccc !== '') id.ccc = reported('text', ccc)
  }
  return signed
}

/** The `edgarSubmission` file of a draft: the one that is sent, and the one that is uploaded by hand. */
import type { Cik, Diagnostic, OwnershipDocument } from '@section16/core/model'
import { type SupportingDocument, writeEdgarSubmission, writeSubmissionForm } from '@section16/core/write'
import {
  type Act,
  type Insider,
  powerOfAttorney,
  revealSecret,
  type SubmissionMode,
  type View,
} from '../../store/index.ts'
import { ofServer } from '../diagnostics.ts'
import { supporting } from './attached.ts'
import { type OpenDraft, signedDocument } from './openDraft.ts'

/** CCCs by the CIK of their owner: secret. */
export type Cccs = ReadonlyMap<Cik, string>

/** The CCCs of a draft's owners, revealed for a purpose that the audit trail tells; or whose are not kept. */
export async function revealCccs(act: Act, insiders: readonly Insider[], why: string): Promise<Cccs | Diagnostic[]> {
  const cccs = new Map<Cik, string>()
  const missing: Diagnostic[] = []
  for (const { id, cik, name } of insiders) {
    const secret = await revealSecret(act, { subject: 'insider', subjectId: id, purpose: 'ccc' }, why)
    if ('value' in secret && cik !== null) cccs.set(cik as Cik, secret.value)
    else missing.push(ofServer('D522', `insider/${id}`, { insider: name }))
  }
  return missing.length > 0 ? missing : cccs
}

/** A power of attorney as the filing states it: attached under a name, or on file with a filing. */
export interface StatedExhibit {
  powerOfAttorneyId: string
  name: string | null
  type: string
  onFileAccession: string | null
}

/** The powers by which a draft is signed, in the order in which they go along, and where each is. */
export async function exhibitsStated(view: View, { filing }: OpenDraft): Promise<StatedExhibit[]> {
  const stated: StatedExhibit[] = []
  let attached = 0
  for (const exhibit of filing.exhibits) {
    const power = await powerOfAttorney(view, exhibit.powerOfAttorney)
    if (!power) continue
    const ending = power.mediaType === 'text/html' ? 'htm' : 'txt'
    const isAttached = exhibit.kind === 'attached'
    if (isAttached) attached += 1
    stated.push({
      powerOfAttorneyId: power.id,
      name: isAttached ? `ex24-${attached}.${ending}` : null,
      type: 'EX-24',
      onFileAccession: isAttached ? null : exhibit.accessionNumber,
    })
  }
  return stated
}

/** What goes along: letters and exhibits, then the powers of attorney, as EX-24. */
export async function exhibitsOf(view: View, open: OpenDraft): Promise<SupportingDocument[]> {
  const documents = open.attachments.map(supporting)
  for (const { powerOfAttorneyId, name, type } of await exhibitsStated(view, open)) {
    const power = name === null ? undefined : await powerOfAttorney(view, powerOfAttorneyId)
    if (power && name !== null) documents.push({ name, type, description: 'Power of attorney', bytes: power.bytes })
  }
  return documents
}

/** Of a draft that may be filed; with the CCCs it is for EDGAR alone, and kept nowhere. */
export function submissionFile(
  { document, decision }: Pick<OpenDraft, 'document' | 'decision'>,
  mode: SubmissionMode,
  exhibits: readonly SupportingDocument[],
  cccs: Cccs,
) {
  const signed = signedDocument(document, decision.block, cccs)
  return writeEdgarSubmission(signed, { testOrLive: mode, supportingDocuments: exhibits, ccc: 'include' })
}

/** The form as it is filed, without CCC; `undefined` where it cannot be written. */
export function formXml({ document, decision }: Pick<OpenDraft, 'document' | 'decision'>): string | undefined {
  return writeSubmissionForm(signedDocument(document, decision.block)).xml
}

const PLACE_HOLDER = '********'

/** The form line for line as it was sent, its CCCs masked: EDGAR's messages name lines of it. */
export function formAsSent(document: OwnershipDocument): string | undefined {
  const block = document.ownerSignatures.flatMap(({ name, date }) =>
    name.value !== undefined && date.value ? [{ name: name.value, date: date.value }] : [],
  )
  const cccs = new Map(
    document.reportingOwners.flatMap(({ id }) => (id.cik.value ? [[id.cik.value, PLACE_HOLDER]] : [])),
  )
  return writeSubmissionForm(signedDocument(document, block, cccs), { ccc: 'include' }).xml
}

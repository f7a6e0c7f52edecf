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

/** The powers of attorney that go along as EX-24. */
export async function exhibitsOf(view: View, { filing }: OpenDraft): Promise<SupportingDocument[]> {
  const attached = filing.exhibits.filter(({ kind }) => kind === 'attached')
  const powers = await Promise.all(attached.map((one) => powerOfAttorney(view, one.powerOfAttorney)))
  return powers.flatMap((power, i) =>
    power
      ? [
          {
            name: `ex24-${i + 1}.${power.mediaType === 'text/html' ? 'htm' : 'txt'}`,
            ...{ type: 'EX-24', description: 'Power of attorney', bytes: power.bytes },
          },
        ]
      : [],
  )
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
  return writeSubmissionForm(signedDocument(document, block, cccs as Map<Cik, string>), { ccc: 'include' }).xml
}

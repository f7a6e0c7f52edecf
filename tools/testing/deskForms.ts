/** The forms of the recipes' goldens on their way: whole drafts, signed by records, in a submission file, before EDGAR. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CalendarDate,
  type Cik,
  check,
  OwnerSignature,
  type OwnershipDocument,
  type ReportingOwner,
  readOwnershipXml,
  reported,
  rowsOf,
  writeEdgarSubmission,
  writeSubmissionForm,
} from '@section16/core'
import { composeDraft, contentHash, type DraftHeader, type DraftOwner } from '../../desk/drafting/index.ts'
import {
  type ExhibitStatement,
  filingToSign,
  mayFile,
  maySign,
  type PowerOfAttorney,
  type ProposedSignature,
  type SigningRecords,
} from '../../desk/signing/index.ts'
import { submissionOf } from '../../edgar/inventedSubmission.mts'
import { easternMoment, RehearsalClock } from '../../edgar/rehearsal/index.ts'
import { RehearsalEdgar } from '../../edgar/rehearsal/rehearsalEdgar.ts'
import { root } from '../repository.ts'
import { mutate } from './mutate.ts'
import { Random, seedOf } from './random.ts'
import { mutateForSchema } from './schemaMutations.ts'
import { textMutations } from './textMutations.ts'
import { schemaComplaints } from './xsd.ts'

const GOLDENS = join(root, 'desk/recipes/goldens')
const TODAY = CalendarDate.parse('2026-06-03') as CalendarDate
const NOW = easternMoment('2026-06-03', '12:00')
const CCC = 'fern#26q'
const ISSUER = '0009900001'
const OWNER = '0009900002'
const FIRM = '0009900003'
const SHA = 'd'.repeat(64)

/** A form as it goes to EDGAR. */
export interface GoldenForm {
  name: string
  document: OwnershipDocument
  /** What was signed. */
  hash: string
  /** The form alone, with the CCC. */
  xml: string
  /** The file around it. */
  submission: string
}

/** The names of all goldens: those of the recipes that come to a form. */
export function goldenNames(): string[] {
  return readdirSync(GOLDENS)
    .sort()
    .map((file) => file.replace(/\.xml$/, ''))
}

/** The draft that its rows, footnotes and heading make, without signature or CCC. Throws where it says anything. */
function draftOfGolden(name: string, more: Pick<DraftHeader, 'remarks'>): OwnershipDocument {
  const { document: golden } = readOwnershipXml(readFileSync(join(GOLDENS, `${name}.xml`), 'utf8'))
  if (!golden) throw new Error(`${name} cannot be read`)
  const { document, diagnostics } = composeDraft({ ...headerOf(golden), ...more }, [
    { rows: rowsOf(golden), footnotes: golden.footnotes.footnotes },
  ])
  if (diagnostics.length > 0) throw new Error(`${name}: ${JSON.stringify(diagnostics)}`)
  return document
}

function headerOf(golden: OwnershipDocument): DraftHeader {
  const { documentType, periodOfReport, aff10b5One, notSubjectToSection16, issuer, reportingOwners } = golden
  return {
    form: documentType.value as DraftHeader['form'],
    issuer: { cik: issuer.cik.value as Cik, tradingSymbol: issuer.tradingSymbol.value ?? '' },
    owners: reportingOwners.map(ownerOf),
    ...(periodOfReport.value && { periodOfReport: periodOfReport.value }),
    ...(aff10b5One.value !== undefined && { aff10b5One: aff10b5One.value }),
    ...(notSubjectToSection16.value !== undefined && { notSubjectToSection16: notSubjectToSection16.value }),
  }
}

function ownerOf({ id, address }: ReportingOwner): DraftOwner {
  const said = (written: string | undefined) => written ?? ''
  return {
    cik: id.cik.value as Cik,
    address: {
      nonUSAddressFlag: false,
      street1: said(address.street1.value),
      city: said(address.city.value),
      state: said(address.state.value),
      zipCode: said(address.zipCode.value),
    },
    relationship: { isDirector: true },
  }
}

const POWER: PowerOfAttorney = {
  id: 'poa',
  principal: OWNER as Cik,
  attorneys: [{ person: 'ann', name: 'Ann Agent' }],
  acting: 'severally',
  issuer: ISSUER as Cik,
  forms: ['3', '4', '5'],
  signedOn: CalendarDate.parse('2026-01-15') as CalendarDate,
  document: SHA,
  filedWith: [],
}

const attestation = (person: string) => ({ id: person, person, document: SHA, signedOn: TODAY, by: 'clerk', at: 1 })

const RECORDS: SigningRecords = {
  principals: [{ kind: 'person', cik: OWNER as Cik, name: 'Jane Quill', person: 'jane' }],
  powersOfAttorney: [POWER],
  attestations: ['jane', 'ann'].map(attestation),
  signatures: [],
  approvals: [],
}

const EXHIBIT = {
  name: 'poa.txt',
  type: 'EX-24',
  bytes: new TextEncoder().encode('KNOW ALL BY THESE PRESENTS, that Jane Quill appoints Ann Agent. Invented.\n'),
}

/**
 * A golden signed and wrapped for EDGAR, by the insider herself or by her attorney with the power attached. Throws where
 * desk/signing refuses or core does not write.
 */
export async function goldenForm(name: string, signer: 'jane' | 'ann'): Promise<GoldenForm> {
  const document = draftOfGolden(
    name,
    signer === 'ann' ? { remarks: 'Exhibit List: Exhibit 24 - Power of Attorney' } : {},
  )
  const { hash } = await contentHash(document)
  if (hash === undefined) throw new Error(`${name} has no hash`)
  const exhibits: ExhibitStatement[] = signer === 'ann' ? [{ kind: 'attached', powerOfAttorney: 'poa' }] : []
  sign(document, hash, signer, exhibits)
  for (const { id } of document.reportingOwners) id.ccc = reported('text', CCC)
  const { xml } = writeSubmissionForm(document, { ccc: 'include' })
  const { xml: submission } = writeEdgarSubmission(document, {
    testOrLive: 'LIVE',
    ccc: 'include',
    contact: { name: 'Ann Agent', emailAddress: 'ann@fern.example' },
    supportingDocuments: signer === 'ann' ? [EXHIBIT] : [],
  })
  if (xml === undefined || submission === undefined) throw new Error(`${name} is not written`)
  return { name, document, hash, xml, submission }
}

/** The signature block by the records of an act of signing; nobody types it. */
function sign(document: OwnershipDocument, hash: string, signer: string, exhibits: readonly ExhibitStatement[]): void {
  const proposed: ProposedSignature = {
    ofHash: hash,
    principal: OWNER as Cik,
    signer,
    capacity: exhibits.length > 0 ? { kind: 'attorney', powerOfAttorney: 'poa' } : { kind: 'self' },
    authentication: { kind: 'electronic', document: SHA, credential: 'passkey' },
    signedOn: TODAY,
  }
  const acting = { actor: signer, now: NOW, today: TODAY }
  const { signature, reasons } = maySign(filingToSign(document, hash, exhibits), proposed, RECORDS, acting)
  if (!signature) throw new Error(JSON.stringify(reasons))
  const records = { ...RECORDS, signatures: [{ ...signature, id: 'signature' }] }
  const { block } = mayFile(filingToSign(document, hash, exhibits), records, acting)
  document.ownerSignatures = block.map(({ name, date }) => {
    const line = new OwnerSignature()
    line.name = reported('text', name)
    line.date = reported('date', String(date))
    return line
  })
  const decision = mayFile(filingToSign(document, hash, exhibits), records, acting)
  if (!decision.allowed) throw new Error(JSON.stringify(decision.reasons))
}

/** Everything that core finds in a form under the rules of its day: notes too. */
export function findingsOf(document: OwnershipDocument): string[] {
  return check(document, { stage: 'draft', rulesOf: TODAY }).map(({ code, at }) => `${code} ${at.path ?? ''}`)
}

/** A rehearsal EDGAR without HTTP, its clock standing at noon, that judges at once and knows the goldens' people. */
export function rehearsalOfGoldens(): RehearsalEdgar {
  const edgar = new RehearsalEdgar(
    new RehearsalClock(() => NOW),
    { hiddenMs: 0, judgedMs: 0, publicMs: 0 },
    undefined,
    [],
  )
  edgar.setFiler({ cik: ISSUER, name: 'Fern Works Inc.' })
  edgar.setFiler({ cik: OWNER, name: 'Quill Jane', ccc: CCC, delegatesTo: [FIRM] })
  edgar.setFiler({ cik: FIRM, name: 'Hollow & Reed LLP' })
  return edgar
}

/** What a rehearsal makes of a submission: its status, and the labels of the messages that suspend it. */
export function sent(edgar: RehearsalEdgar, submission: string, mode: 'TEST' | 'LIVE') {
  const { accessionNumber, messages, transmission, xml } = edgar.take(Buffer.from(submission), mode, FIRM)
  const errors = messages.filter(({ type }) => type === 'ERROR').map(({ errorLabel }) => errorLabel)
  const status = edgar.statusOf(accessionNumber, { cik: FIRM })?.status
  return { status: transmission === 'RECEIVED' ? status : transmission, errors, xml }
}

/** The forms of the owner that everybody can see. */
export const publicFilings = (edgar: RehearsalEdgar) => edgar.filings(OWNER)

/** A golden's form after a change. */
export interface Mutation {
  name: string
  kinds: string[]
  xml: string
}

/** Of all changes, those that know nothing of elements, and those that break a rule that no schema sees. */
const BLIND = 0.1
const OF_TEXT = 0.2

/** The nth change of the goldens; the same for a seed. */
export function mutationOf(forms: readonly GoldenForm[], seed: number, n: number): Mutation {
  const random = new Random(seedOf(seed, n))
  const { name, xml } = random.pick(forms)
  if (random.chance(BLIND)) {
    const { text, kinds } = mutate(xml, random)
    return { name, xml: text, kinds }
  }
  if (random.chance(OF_TEXT)) {
    const [code, change] = random.pick(Object.entries(textMutations))
    const text = change(xml, random)
    if (text !== undefined) return { name, xml: text, kinds: [code] }
  }
  return { name, ...mutateForSchema(xml, random) }
}

/** What only EDGAR can know: who its filers are and what their CCCs. */
const OF_FILERS = /_(?:ISSUER_CIK_NOT_FOUND|OWNER_CIK_NOT_FOUND|CCC_MISSING_OR_INVALID|OWNER_HAS_NOT_DELEGATED)$/

/**
 * `refused`: invalid, and EDGAR refuses it; `accepted`: valid, and EDGAR takes it; `filers`: refused for a CIK or CCC
 * alone. The two that must not be: `slipped`, invalid and taken, and `harsh`, refused for what nobody else sees.
 */
export type MutationOutcome = 'refused' | 'accepted' | 'filers' | 'slipped' | 'harsh'

/** How a rehearsal takes a changed form, with why it is invalid and what the rehearsal says. */
export function mutationOutcome(edgar: RehearsalEdgar, xml: string) {
  const why = invalidities(xml)
  const { status, errors } = sent(edgar, submissionOf(xml), 'TEST')
  const isTaken = status !== 'SUSPENDED' && status !== 'REJECTED'
  return { outcome: outcomeOf(why.length > 0, isTaken, errors), why, errors, status }
}

function outcomeOf(isInvalid: boolean, isTaken: boolean, errors: readonly string[]): MutationOutcome {
  if (isInvalid) return isTaken ? 'slipped' : 'refused'
  if (isTaken) return 'accepted'
  return errors.length > 0 && errors.every((label) => OF_FILERS.test(label)) ? 'filers' : 'harsh'
}

/** What EDGAR reads, as far as its specification says; a byte order mark is more, and core reads over it. */
const ASCII = /^[\t\n\r\x20-\x7e]*$/

/** By the SEC's schema, and by the rules of EDGAR that core checks: why a form must be refused. */
function invalidities(xml: string): string[] {
  const { outcome, document } = readOwnershipXml(xml)
  if (outcome !== 'read' || !document) return [outcome]
  const type = document.documentType.written ?? ''
  const schema = /^[345](\/A)?$/.test(type) ? schemaComplaints(xml, type) : [`no form is called ${type}`]
  const found = check(document, { stage: 'draft', rulesOf: TODAY })
  const bytes = ASCII.test(xml) ? [] : ['not ASCII']
  return [...schema, ...bytes, ...found.filter(({ severity }) => severity === 'suspends').map(({ code }) => code)]
}

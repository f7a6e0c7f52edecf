/** The records of an organisation as desk/signing sees them. */
import { CalendarDate, type Cik } from '@section16/core/model'
import type { Attestation, PowerOfAttorney, Principal, Signature, SigningRecords } from '../../signing/index.ts'
import {
  type ApprovalTable,
  approvalsOf,
  type HasRecords,
  type Insider,
  type Issuer,
  type Json,
  type PowerOfAttorney as KeptPower,
  powersOfAttorneyOf,
  type SignatureTable,
  type Submission,
  signaturesOf,
  submissionsOf,
  type View,
} from '../../store/index.ts'

export interface Parties {
  issuer: Issuer
  /** The draft's insiders. */
  insiders: readonly Insider[]
}

/** Who may sign for a draft's parties, whatever it says. */
export type SignersRecords = Pick<SigningRecords, 'principals' | 'powersOfAttorney' | 'attestations'>

export async function signersRecordsOf(view: View, { issuer, insiders }: Parties): Promise<SignersRecords> {
  const powers = (await Promise.all(insiders.map(({ id }) => powersOfAttorneyOf(view, id)))).flat()
  return {
    principals: await Promise.all(insiders.map((insider) => principalOf(view, insider))),
    powersOfAttorney: await Promise.all(powers.map((power) => powerFor(view, power, issuer, insiders))),
    attestations: await attestationsIn(view),
  }
}

/** What people said of a draft, and when it was sent, oldest first. */
export interface SaidOfDraft {
  signatures: readonly SignatureTable[]
  approvals: readonly ApprovalTable[]
  submissions: readonly Submission[]
}

export async function saidOf(view: View, draftId: string, has: HasRecords): Promise<SaidOfDraft> {
  return {
    signatures: has.signatures ? await signaturesOf(view, draftId) : [],
    approvals: has.approvals ? await approvalsOf(view, draftId) : [],
    submissions: has.submissions ? await submissionsOf(view, draftId) : [],
  }
}

/** All that decides who may sign a draft and whether it may be filed. */
export async function signingRecordsOf(
  view: View,
  { principals, powersOfAttorney, attestations, insiders }: SignersRecords & Parties,
  { signatures, approvals }: Pick<SaidOfDraft, 'signatures' | 'approvals'>,
): Promise<SigningRecords> {
  return {
    principals,
    powersOfAttorney,
    attestations,
    signatures: await Promise.all(signatures.map((one) => signatureOf(view, one, insiders))),
    approvals: approvals.map(({ id, ofHash, by, at }) => ({ id, ofHash, by, at })),
  }
}

interface OfficerDetails {
  userId: string
  name: string
  title: string
}

/** `details` of an insider, as far as signing knows them. */
export function detailsOf(insider: Insider): { signsAs?: string; officers?: readonly OfficerDetails[] } {
  const details = insider.details as Record<string, Json>
  const { signsAs, officers } = details
  return {
    ...(typeof signsAs === 'string' && { signsAs }),
    ...(Array.isArray(officers) && { officers: officers }),
  }
}

async function principalOf(view: View, insider: Insider): Promise<Principal> {
  const { signsAs, officers = [] } = detailsOf(insider)
  const named = { cik: (insider.cik ?? '') as Cik, name: signsAs ?? insider.name }
  if (insider.kind === 'entity')
    return {
      kind: 'entity',
      ...named,
      officers: officers.map(({ userId, name, title }) => ({
        person: userId,
        name,
        title,
      })),
    }
  const person = await personOf(view, insider.id)
  return { kind: 'person', ...named, ...(person !== undefined && { person }) }
}

/** The user who acts as an insider: who has that role for this very person. */
export async function personOf({ db, organizationId }: View, insiderId: string): Promise<string | undefined> {
  const grant = await db
    .selectFrom('role_grant')
    .select('userId')
    .where('organizationId', '=', organizationId)
    .where('role', '=', 'insider')
    .where('insiderId', '=', insiderId)
    .where('endedAt', 'is', null)
    .orderBy('createdAt')
    .executeTakeFirst()
  return grant?.userId
}

/** A power for several issuers speaks here as one for the draft's issuer, or else for the first that it names. */
async function powerFor(view: View, power: KeptPower, issuer: Issuer, insiders: readonly Insider[]) {
  const { id, insiderId, signers, acting, forms, issuerIds, fromDay, untilDay, revoked, bytesHash, onFileAccession } =
    power
  const covered = issuerIds === null ? 'all' : issuerIds.includes(issuer.id) ? issuer.cik : await cikOf(view, issuerIds)
  const found: PowerOfAttorney = {
    id,
    principal: (insiders.find((one) => one.id === insiderId)?.cik ?? '') as Cik,
    attorneys: signers.map(({ userId, name }) => ({
      person: userId,
      name,
    })),
    acting,
    issuer: covered as Cik | 'all',
    forms,
    signedOn: dayOf(fromDay),
    document: bytesHash,
    ...(untilDay !== null && { through: dayOf(untilDay) }),
    ...(revoked?.fromDay && { revokedOn: dayOf(revoked.fromDay) }),
    filedWith: onFileAccession === null ? [] : [onFileAccession as PowerOfAttorney['filedWith'][number]],
  }
  return found
}

async function cikOf({ db, organizationId }: View, [id = '']: readonly string[]): Promise<string> {
  const found = await db
    .selectFrom('issuer')
    .select('cik')
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found?.cik ?? ''
}

/** Ended ones too: what was signed under them stays signed. */
async function attestationsIn({ db, organizationId }: View): Promise<Attestation[]> {
  const rows = await db
    .selectFrom('attestation')
    .leftJoin('voiding', (join) =>
      join
        .onRef('voiding.organizationId', '=', 'attestation.organizationId')
        .onRef('voiding.subjectId', '=', 'attestation.id')
        .on('voiding.subject', '=', 'attestation'),
    )
    .select(['attestation.id', 'attestation.userId', 'attestation.bytesHash', 'attestation.signedOn'])
    .select(['attestation.by', 'attestation.at', 'voiding.at as withdrawnAt'])
    .where('attestation.organizationId', '=', organizationId)
    .execute()
  return rows.map(({ id, userId, bytesHash, signedOn, by, at, withdrawnAt }) => ({
    id,
    person: userId,
    document: bytesHash,
    signedOn: dayOf(signedOn),
    by,
    at,
    ...(withdrawnAt !== null && { withdrawnAt }),
  }))
}

async function signatureOf(view: View, kept: SignatureTable, insiders: readonly Insider[]): Promise<Signature> {
  const document = await authenticationOf(view, kept.authenticationDocumentId)
  const owner = insiders.find(({ id }) => id === kept.insiderId)
  const attorney =
    kept.powerOfAttorneyId !== null && ({ kind: 'attorney', powerOfAttorney: kept.powerOfAttorneyId } as const)
  return {
    id: kept.id,
    ofHash: kept.ofHash,
    principal: (owner?.cik ?? '') as Cik,
    signer: kept.by,
    capacity: attorney || { kind: owner?.kind === 'entity' ? 'officer' : 'self' },
    authentication: document,
    signedOn: dayOf(kept.signedOn),
    by: kept.by,
    at: kept.at,
  }
}

/** What the desk writes for an electronic signature: the signer's act, in words and as data. */
export interface ElectronicAct {
  statement: string
  contentHash: string
  signer: string
  owner: string
  credential: string
  at: number
}

async function authenticationOf({ db, organizationId }: View, id: string): Promise<Signature['authentication']> {
  const { manner, bytes, bytesHash } = await db
    .selectFrom('authentication_document')
    .select(['manner', 'bytes', 'bytesHash'])
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (manner === 'uploaded') return { kind: 'manual', document: bytesHash }
  const { credential } = JSON.parse(new TextDecoder().decode(bytes)) as ElectronicAct
  return { kind: 'electronic', document: bytesHash, credential }
}

/** A person's own name. */
export async function nameOf(view: View, userId: string): Promise<string> {
  return (await namesOf(view, [userId])).get(userId) ?? userId
}

/** People's own names, by id. */
export async function namesOf({ db }: View, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map()
  const users = await db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(userIds)])
    .execute()
  return new Map(users.map(({ id, name }) => [id, name]))
}

function dayOf(written: string): CalendarDate {
  return CalendarDate.parse(written) as CalendarDate
}

/** The users, issuers and insiders of an organisation of the stock. */
import { signInMoment } from '../../../desk/store/act.ts'
import { canonicalJson, type Role, type Store, sha256 } from '../../../desk/store/index.ts'
import type { Random } from '../random.ts'
import type { BulkWriter } from './bulkWriter.ts'
import { companyName, idFrom, personName } from './names.ts'
import { type OrganizationPlan, roleOf } from './plan.ts'

export interface StockUser {
  id: string
  role: Role
  issuerIds: string[]
  insiderId: string | null
}

export interface StockIssuer {
  id: string
  cik: string
  name: string
  tradingSymbol: string
}

export interface StockInsider {
  id: string
  cik: string
  name: string
  issuer: StockIssuer
  /** As the last filing says. */
  held: number
  filings: number
}

export interface People {
  organizationId: string
  users: StockUser[]
  issuers: StockIssuer[]
  insiders: StockInsider[]
}

/** What the parts of a stock are made with. */
export interface Making {
  store: Pick<Store, 'kind'>
  writer: BulkWriter
  random: Random
  /** Before everything else happened: milliseconds UTC. */
  began: number
}

const ADDRESS = { nonUSAddressFlag: false, street1: '1 Tidal Road', city: 'Portland', state: 'ME', zipCode: '04101' }

/** `ciks` counts through all organisations. */
export async function makePeople(making: Making, plan: OrganizationPlan, ciks: { last: number }): Promise<People> {
  const { store, writer, random, began } = making
  const organizationId = idFrom(random)
  const createdAt = signInMoment(store.kind, began)
  const slug = plan.name.toLowerCase().replaceAll(' ', '-')
  writer.add('organization', { id: organizationId, name: plan.name, slug, logo: null, createdAt, metadata: null })
  const userIds = Array.from({ length: plan.users }, () => idFrom(random))
  const by = userIds[0]!
  const told = { organizationId, by, at: began }
  const made = { createdBy: by, createdAt: began }
  const cik = () => String(++ciks.last).padStart(10, '0')
  const issuers = Array.from({ length: plan.issuers }, (_, n) => {
    const named = { cik: cik(), ...companyName(random, n) }
    const details = { unitsIn: 'II', fiscalYearEnd: '12-31', ...(n % 2 === 0 && { approvals: 1 }) }
    const one = { id: idFrom(random), ...named }
    const record = { details: canonicalJson(details), revision: 1, ...made, retiredAt: null }
    writer.add('issuer', { organizationId, ...one, ...record })
    writer.tell(told, 'issuer.added', 'issuer', one.id, { ...named, details })
    return one
  })
  const insiders: StockInsider[] = []
  for (let n = 0; n < plan.insiders; n++) {
    insiders.push(insiderOf(making, told, { cik: cik(), n, issuer: issuers[n % issuers.length]! }))
    await writer.breathe()
  }
  const users = userIds.map((id, n) => userOf(making, told, { id, n, issuers, insiders }))
  for (const insider of insiders) if (random.chance(0.3)) powerOf(making, told, insider, users)
  return { organizationId, users, issuers, insiders }
}

interface Told {
  organizationId: string
  by: string
  at: number
}

function insiderOf(
  { writer, random }: Making,
  told: Told,
  { cik, n, issuer }: { cik: string; n: number; issuer: StockIssuer },
): StockInsider {
  const { organizationId, by, at } = told
  const made = { createdBy: by, createdAt: at }
  const name = personName(random, n)
  const one = { id: idFrom(random), cik, name }
  const fields = { kind: 'person' as const, cik, name, email: null }
  const details = { signsAs: name, address: ADDRESS, positionsComplete: true }
  const record = { details: canonicalJson(details), revision: 1, ...made, retiredAt: null }
  writer.add('insider', { organizationId, id: one.id, ...fields, ...record })
  writer.tell(told, 'insider.added', 'insider', one.id, { ...fields, details })
  for (const relationship of n % 3 === 0 ? (['director', 'officer'] as const) : (['director'] as const)) {
    const title = relationship === 'officer' ? 'Chief Instruments Officer' : null
    const role = { insiderId: one.id, issuerId: issuer.id, relationship, title, fromDay: '2016-01-04' }
    const id = idFrom(random)
    const ended = { untilDay: null, endedBy: null, endedAt: null }
    writer.add('insider_role', { organizationId, id, ...role, ...made, ...ended })
    writer.tell(told, 'insiderRole.begun', 'insider', one.id, { role: id, ...role })
  }
  return { ...one, issuer, held: 0, filings: 0 }
}

function userOf(
  { store, writer, random, began }: Making,
  told: Told,
  { id, n, issuers, insiders }: { id: string; n: number; issuers: StockIssuer[]; insiders: StockInsider[] },
): StockUser {
  const { organizationId, by, at } = told
  const moment = signInMoment(store.kind, began)
  const emailVerified = store.kind === 'sqlite' ? 0 : false
  const account = { image: null, createdAt: moment, updatedAt: moment, twoFactorEnabled: null }
  writer.add('user', { id, name: personName(random, n), email: `${id}@load.example`, emailVerified, ...account })
  writer.add('member', { id: idFrom(random), organizationId, userId: id, role: 'member', createdAt: moment })
  const role = roleOf(n)
  const issuerIds = role === 'agent' ? [0, 1, 2].map((k) => issuers[(n + k) % issuers.length]!.id) : []
  const insiderId = role === 'insider' ? insiders[n % insiders.length]!.id : null
  for (const issuerId of issuerIds.length > 0 ? new Set(issuerIds) : [null]) {
    const grant = { userId: id, role, issuerId, insiderId }
    const row = { organizationId, id: idFrom(random), ...grant, createdBy: by, createdAt: at }
    writer.add('role_grant', { ...row, endedBy: null, endedAt: null })
    writer.tell(told, 'role.granted', 'user', id, { grant: row.id, ...grant })
  }
  if (role === 'insider' || role === 'counsel') attestationOf(writer, told, idFrom(random), id)
  return { id, role, issuerIds, insiderId }
}

const PAPER = new TextEncoder().encode(`Signed by hand. ${'The words of an invented document. '.repeat(50)}`)
const DOCUMENT = { bytes: PAPER, bytesHash: sha256(PAPER) }

function attestationOf(writer: BulkWriter, told: Told, id: string, userId: string): void {
  const { organizationId, at } = told
  const attestation = { userId, signedOn: '2019-01-02', mediaType: 'application/pdf', ...DOCUMENT, by: userId, at }
  writer.add('attestation', { organizationId, id, ...attestation })
  const detail = { userId, signedOn: '2019-01-02', bytesHash: DOCUMENT.bytesHash }
  writer.tell({ ...told, by: userId }, 'attestation.kept', 'attestation', id, detail)
}

function powerOf({ writer, random }: Making, told: Told, insider: StockInsider, users: readonly StockUser[]): void {
  const { organizationId, by, at } = told
  const id = idFrom(random)
  const scope = { insiderId: insider.id, fromDay: '2018-06-01', untilDay: null }
  const signers = [...new Set([random.pick(users), random.pick(users)])]
  writer.add('power_of_attorney', {
    organizationId,
    id,
    ...scope,
    forms: canonicalJson(['3', '4', '5']),
    acting: 'severally',
    issuerIds: null,
    onFileAccession: null,
    mediaType: 'text/plain',
    ...DOCUMENT,
    by,
    at,
  })
  for (const { id: userId } of signers)
    writer.add('power_of_attorney_signer', { organizationId, powerOfAttorneyId: id, userId, name: 'An Attorney' })
  writer.tell(told, 'powerOfAttorney.kept', 'power_of_attorney', id, {
    ...scope,
    forms: ['3', '4', '5'],
    issuerIds: null,
    signerIds: signers.map(({ id: userId }) => userId),
    bytesHash: DOCUMENT.bytesHash,
  })
}

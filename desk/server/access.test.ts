import { beforeAll, expect, test } from 'vitest'
import { foundOrganization, grantRole, type Role } from '../store/index.ts'
import { accessTable, type Operation } from './access.ts'
import { hashedPassword, makeAccount } from './auth.ts'
import * as contract from './contract/index.ts'
import { DEMONSTRATION_PASSWORD } from './demonstration.ts'
import { AGAIN, draftOf, fileDemonstration, must, PDF } from './testing/acts.mts'
import { inventServer, type Server, type Visitor } from './testing/server.mts'

const ROLES: readonly Role[] = ['administrator', 'preparer', 'counsel', 'insider', 'viewer', 'agent']

interface Route {
  operationId: string
  method: string
  path: string
}

const routes = (Object.values(contract) as Partial<Route>[]).filter(
  (one): one is Route => typeof one === 'object' && one.operationId !== undefined && one.path !== undefined,
)
const inOrganization = routes.filter(({ path }) => path.startsWith(contract.base))

test('every route of the contract has a row in the access table, and every row a route', () => {
  const open = routes.filter((route) => !inOrganization.includes(route)).map(({ operationId }) => operationId)
  expect(open.toSorted()).toEqual(['getMe', 'postOrganization'])
  const told = inOrganization.map(({ operationId }) => operationId)
  expect(told.toSorted()).toEqual(Object.keys(accessTable).toSorted())
})

let at: Server
let names: Record<string, string>
let bodies: Record<string, unknown>
let strangers: Record<'administrator' | 'everything' | 'otherAgent' | 'otherInsider' | 'nobody', Visitor>
let otherOrganization: string

beforeAll(async () => {
  at = await inventServer()
  const filed = await fileDemonstration(at)
  const { issuerId, insiderId } = at.demonstration
  const preparer = at.as('preparer')
  const scratch = { from: 'scratch', issuerId, insiderIds: [insiderId], formType: '4' }
  const { drafts } = must(await preparer.post(`${at.base}/drafts`, scratch), 201)
  const { roles } = must(await preparer.get(`${at.base}/insiders/${insiderId}`))
  const { eventId } = await draftOf(at)
  const none = '00000000-0000-4000-8000-000000000000'
  names = {
    issuer: issuerId,
    insider: insiderId,
    role: roles[0].id,
    event: eventId,
    draft: drafts[0].id,
    submission: filed.id,
    filing: filed.filingId,
    security: none,
    footnote: none,
    delegation: none,
    attachment: none,
    grant: none,
    approval: none,
    signature: none,
    attestation: none,
    power: none,
  }
  bodies = bodiesOf(issuerId, insiderId, (await draftOf(at, drafts[0].id)).filing)
  strangers = await invite(issuerId, insiderId)
})

/** A body that is of its shape for every route that has one. */
function bodiesOf(issuerId: string, insiderId: string, filing: unknown): Record<string, unknown> {
  const hash = '0'.repeat(64)
  const issuer = { cik: '0009016009', name: 'Other Inc.', tradingSymbol: null, details: {} }
  const insider = { kind: 'person', cik: null, name: 'Other Person', email: null, details: {} }
  const capacity = { kind: 'self' }
  const power = {
    insiderId,
    signers: [
      {
        userId: 'x',
        name: 'X',
      },
    ],
    forms: ['4'],
    issuerIds: null,
    fromDay: '2026-01-01',
    untilDay: null,
    onFileAccession: null,
    document: {
      ...PDF,
      mediaType: 'text/plain',
    },
  }
  return {
    postGrant: { email: 'nobody@nowhere.example', role: 'viewer' },
    putFilerToken: { token: 'an-invented-token', expiresAt: null },
    putUserToken: { token: 'an-invented-token', expiresAt: null },
    postIssuer: { ...issuer, cik: 'none' },
    putIssuer: { ...issuer, revision: 99 },
    postLibrarySecurity: { table: 'nonDerivative', title: 'Common Stock', underlyingTitle: null },
    putLibrarySecurity: { table: 'nonDerivative', title: 'Common Stock', underlyingTitle: null },
    postLibraryFootnote: { name: 'range', text: 'Invented.' },
    putLibraryFootnote: { name: 'range', text: 'Invented.' },
    postInsider: insider,
    putInsider: { ...insider, revision: 99 },
    putCcc: { ccc: 'other*16' },
    postDelegation: { toCik: '0009016009', role: 'administrator' },
    postInsiderRole: { issuerId, relationship: 'director', title: null, fromDay: '2026-01-01' },
    putInsiderRoleEnd: { untilDay: '2026-02-30' },
    postEvent: { issuerId, insiderIds: [insiderId], recipe: 'option-grant', day: '2026-06-02' },
    postFacts: { facts: {} },
    postFillTable: { text: '2026-06-02\t5\t20' },
    postDrafts: { from: 'event', eventId: names.event },
    putDraft: { basedOn: hash, filing },
    postAttachment: { basedOn: hash, type: 'COVER', name: 'letter.txt', document: { ...PDF, mediaType: 'text/plain' } },
    postApproval: { ofHash: hash },
    postSignature: { manner: 'electronic', insiderId, ofHash: hash, capacity, again: AGAIN },
    postAttestation: { signedOn: '2026-06-01', document: PDF, again: { password: 'a wrong password' } },
    postPower: power,
    postPowerText: { document: { ...PDF, mediaType: 'text/plain' } },
    putPowerRevocation: { fromDay: '2026-06-01', because: 'over' },
    postSubmission: { ofHash: hash, mode: 'LIVE', typed: 'file form 4' },
    postResolution: { filed: null, how: 'looked', typed: 'it was not filed' },
    postComparison: { listed: [] },
    postFiling: {
      xml: Buffer.from('<ownershipDocument><documentType>4</documentType></ownershipDocument>').toString('base64'),
      accessionNumber: '0009990000-03-000001',
      filingDate: '2003-05-09',
      accepted: '2003-05-09 17:02:11',
      issuerId,
      insiderIds: [insiderId],
    },
    postParts: { ofHash: hash },
    postAmendmentTrial: { changes: [{ kind: 'explained', reason: 'None.' }] },
    postAmendment: { changes: [{ kind: 'explained', reason: 'None.' }] },
    postUploadFile: { ofHash: hash, mode: 'TEST', again: AGAIN },
  }
}

/** People of another organisation, and people of this one who may see another issuer or insider only. */
async function invite(issuerId: string, insiderId: string) {
  const { store, demonstration } = at
  const passwordHash = await hashedPassword(at.auth, DEMONSTRATION_PASSWORD)
  const account = async (name: string) => {
    const email = `${name}@stranger.example`
    return { email, userId: await makeAccount(at.auth, { name, email, passwordHash }) }
  }
  const other = await account('other')
  const founded = await foundOrganization(store, { name: 'Other', slug: 'other', userId: other.userId, at: at.now() })
  if ('refused' in founded) throw new Error('refused')
  otherOrganization = founded.value.id
  const [everything, agent, insider, nobody] = [
    await account('everything'),
    await account('agent'),
    await account('insider'),
    await account('nobody'),
  ]
  const grant = (organizationId: string, userId: string, role: Role, limits = {}) =>
    store.act({ organizationId, by: other.userId, at: at.now() }, (act) =>
      grantRole(act, { userId, role, issuerId: null, insiderId: null, ...limits }),
    )
  for (const role of ROLES) await grant(otherOrganization, everything.userId, role)
  const administrator = at.as('administrator')
  const issuerFields = { cik: '0009016011', name: 'Elsewhere Inc.', tradingSymbol: null }
  const elsewhere = must(await administrator.post(`${at.base}/issuers`, issuerFields), 201)
  const person = { kind: 'person', cik: null, name: 'Somebody Else', email: null }
  const somebody = must(await administrator.post(`${at.base}/insiders`, person), 201)
  expect([elsewhere.id, somebody.id]).not.toContain([issuerId, insiderId])
  await grant(demonstration.organizationId, agent.userId, 'agent', { issuerId: elsewhere.id })
  await grant(demonstration.organizationId, insider.userId, 'insider', { insiderId: somebody.id })
  return {
    administrator: await at.signIn(other.email),
    everything: await at.signIn(everything.email),
    otherAgent: await at.signIn(agent.email),
    otherInsider: await at.signIn(insider.email),
    nobody: await at.signIn(nobody.email),
  }
}

const QUERIES: Record<string, () => string> = {
  deleteAttachment: () => `?basedOn=${'0'.repeat(64)}`,
  getHoldings: () => `?issuer=${names.issuer}`,
  getYearEnd: () => `?issuer=${names.issuer}&year=2026`,
  getEvents: () => `?issuer=${names.issuer}`,
  getInsiders: () => `?issuer=${names.issuer}`,
}

function ask(visitor: Visitor, { operationId, method, path }: Route, organization: string) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'organization' ? organization : names[name]!,
  )
  return visitor.send(method.toUpperCase(), filled + (QUERIES[operationId]?.() ?? ''), bodies[operationId])
}

/** What ends or wipes something goes last. */
const gentleFirst = inOrganization.toSorted((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'))

test('each route lets in the roles of its row and nobody else', { timeout: 300_000 }, async () => {
  const own = at.demonstration.organizationId
  for (const route of gentleFirst) {
    const { roles, wholeOrganization } = accessTable[route.operationId as Operation] as {
      roles: readonly Role[]
      wholeOrganization?: true
    }
    expect((await ask(at.visitor(), route, own)).status, `${route.operationId} nobody`).toBe(401)
    expect((await ask(strangers.nobody, route, own)).status, `${route.operationId} without a grant`).toBe(404)
    for (const role of ROLES) {
      const { status, body } = await ask(at.as(role), route, own)
      const isLimited = role === 'agent' || role === 'insider'
      const isAllowed = roles.includes(role) && !(wholeOrganization && isLimited)
      const said = `${route.operationId} as ${role}: ${status} ${JSON.stringify(body)?.slice(0, 300)}`
      if (isAllowed) expect([status, body?.problem?.code], said).not.toEqual([403, 'D503'])
      else expect([status, body?.problem?.code], said).toEqual([403, 'D503'])
      expect(status, said).toBeLessThan(500)
    }
  }
})

/** Routes that name no object: lists, and what is one’s own. */
const WITHOUT_OBJECT = new Set<Operation>([
  ...(['getMembers', 'postGrant', 'getEdgar', 'putFilerToken', 'putUserToken', 'getIssuers', 'postIssuer'] as const),
  ...(['postInsider', 'getRecipes', 'postFillTable', 'getDrafts', 'getAttestations', 'postAttestation'] as const),
  'postPowerText',
  ...(['getCalendarFeed', 'postCalendarFeed', 'deleteCalendarFeed', 'getNotices', 'postNoticeTest'] as const),
  ...(['getWork', 'getCalendar', 'getFilings', 'getAudit', 'getAuditVerification'] as const),
])

test('objects of another organisation are not found, whatever one may do in one’s own', {
  timeout: 300_000,
}, async () => {
  for (const route of gentleFirst) {
    const theirs = await ask(strangers.everything, route, at.demonstration.organizationId)
    expect([theirs.status, route.operationId]).toEqual([404, route.operationId])
    if (WITHOUT_OBJECT.has(route.operationId as Operation)) continue
    const own = await ask(strangers.everything, route, otherOrganization)
    expect([own.status, route.operationId, own.body?.problem?.code]).toEqual([404, route.operationId, 'D404'])
  }
  for (const list of ['issuers', 'insiders', 'drafts', 'filings', 'work']) {
    const { text } = await strangers.everything.get(`/api/organizations/${otherOrganization}/${list}`)
    for (const id of [names.issuer, names.insider, names.draft, names.filing]) expect(text).not.toContain(id)
  }
})

test('within an organisation nobody sees beyond their issuer or themselves', { timeout: 300_000 }, async () => {
  for (const [visitor, role] of [
    [strangers.otherAgent, 'agent'],
    [strangers.otherInsider, 'insider'],
  ] as const) {
    for (const route of gentleFirst) {
      const operation = route.operationId as Operation
      const { roles, wholeOrganization } = accessTable[operation] as {
        roles: readonly Role[]
        wholeOrganization?: true
      }
      if (!roles.includes(role) || wholeOrganization || WITHOUT_OBJECT.has(operation)) continue
      const { status } = await ask(visitor, route, at.demonstration.organizationId)
      expect([status, operation, role]).toEqual([404, operation, role])
    }
    for (const list of ['issuers', 'insiders', 'drafts', 'filings', 'work']) {
      const { text } = await visitor.get(`${at.base}/${list}`)
      for (const id of [names.issuer, names.insider, names.draft, names.filing]) expect(text).not.toContain(id)
    }
  }
})

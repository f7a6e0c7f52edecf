/** A desk that answers with invented records, for the tests of its pages; it keeps nothing and decides nothing. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { renderHtml } from '@section16/core/render'
import { toFilingJson } from '@section16/core/write'
import type { Answer, Called, Shape } from '../api/routes.ts'
import { form4 } from './drafts.mts'

const NOW = Date.UTC(2026, 10, 26, 15)
const HASH = 'a1'.repeat(32)
const ISSUER = {
  id: 'aldm',
  cik: '0000990001',
  name: 'Aldermere Shipping plc',
  tradingSymbol: 'ALDM',
  details: {},
  revision: 1,
  retired: false,
}

const DUE: Shape<'Due'> = {
  at: NOW + 7 * 3_600_000,
  eastern: '2026-11-26 22:00 EST',
  local: '2026-11-27 12:00 GMT+9',
  day: '2026-11-26',
  of: 'Table I, row 1',
  isPast: false,
}

const INSIDER: Shape<'Insider'> = {
  id: 'ines',
  kind: 'person',
  cik: '0000990002',
  name: 'Marchetti Ines',
  email: null,
  details: {},
  revision: 1,
  retired: false,
  roles: [{ id: 'r1', issuerId: 'aldm', relationship: 'director', title: null, fromDay: '2024-01-02', untilDay: null }],
  ccc: null,
}

const SUBMISSION: Shape<'SubmissionNote'> = {
  id: 's1',
  draftId: 'd1',
  ofHash: HASH,
  mode: 'LIVE',
  destination: 'rehearsal',
  by: 'u1',
  at: NOW,
  state: 'outcomeUnknown',
  stateAt: NOW,
  accessionNumber: null,
}

const document = form4(2, 1)

const DRAFT: Shape<'Draft'> = {
  id: 'd1',
  issuerId: 'aldm',
  insiderIds: ['ines'],
  formType: '4',
  eventId: 'e1',
  version: 3,
  hash: HASH,
  closed: null,
  filing: JSON.parse(JSON.stringify(toFilingJson(document))),
  savedBy: 'u1',
  savedAt: NOW,
  findings: [],
  balances: [
    {
      path: '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]',
      before: '5000',
      change: '100',
      after: '5100',
      derivation: ['The report of 2026-05-04 says 5000.', 'Table I, row 1 adds 100: 5100.'],
    },
  ],
  dues: [DUE],
  blockers: [
    { code: 'D301', severity: 'suspends', path: 'owner/ines', data: {}, message: 'Marchetti Ines has not signed.' },
  ],
  owners: [{ insiderId: 'ines', name: 'Marchetti Ines', line: null, mayISignAs: { kind: 'self' } }],
  approvals: [],
  signatures: [],
  submissions: [SUBMISSION],
  toType: { TEST: 'TEST ALDM 4', LIVE: 'FILE ALDM 4' },
}

const work = (
  kind: Shape<'WorkItem'>['kind'],
  waitingFor: Shape<'WorkItem'>['waitingFor'],
  id: string,
  title: string,
) => ({
  kind,
  id,
  title,
  waitingFor,
  draftId: kind === 'draft' ? id : null,
  issuerId: 'aldm',
  insiderIds: ['ines'],
  formType: '4' as const,
  due: kind === 'event' ? null : DUE,
  who: ['Marchetti Ines'],
  serious: kind === 'draft' ? 1 : 0,
})

const QUESTION = {
  name: 'options',
  type: 'shares',
  of: 'event',
  isConditional: false,
  question: 'Over how many shares is the option?',
  why: 'Column 5 states the number of derivative securities, column 7 the underlying shares.',
  source: 'Form 4, Table II; section16-rules.md 2.5, 2.6',
} as const

const FILING: Shape<'Filing'> = {
  id: 'f1',
  issuerId: 'aldm',
  submissionId: 's0',
  draftId: 'd0',
  destination: 'rehearsal',
  formType: '4',
  accessionNumber: '0000990001-26-000007',
  acceptedAt: NOW,
  filingDate: '2026-11-26',
  hash: HASH,
  insiderIds: ['ines'],
  answer: { status: 'ACCEPTED' },
  intact: true,
}

const ANSWERS: { readonly [N in Called]?: Answer<N> } = {
  getMe: {
    id: 'u1',
    name: 'Ines Marchetti',
    email: 'ines@aldermere.example',
    hasSecondFactor: false,
    now: NOW,
    organizations: [
      { id: 'o1', name: 'Aldermere', slug: 'aldermere', demonstration: true, destination: 'rehearsal', grants: [] },
    ],
  },
  getWork: {
    now: NOW,
    items: [
      work('outcomeUnknown', 'resolution', 's1', 'Form 4 of Marchetti Ines'),
      work('draft', 'content', 'd1', 'Form 4 of Marchetti Ines, purchases'),
      work('draft', 'signature', 'd2', 'Form 4 of Okafor Samuel, option grant'),
      work('event', 'facts', 'e1', 'Option grant of 2026-11-25'),
    ],
  },
  getRecipes: {
    recipes: [
      {
        name: 'option-grant',
        title: 'Option grant',
        about: 'The issuer grants an option to buy stock.',
        facts: [QUESTION],
      },
      { name: 'purchase', title: 'Purchase', about: 'Stock is bought in the open market.', facts: [] },
    ],
  },
  getIssuers: { issuers: [ISSUER] },
  getInsiders: { insiders: [INSIDER, { ...INSIDER, id: 'sam', name: 'Okafor Samuel', cik: null }], next: null },
  getInsider: INSIDER,
  getPowers: { powers: [] },
  getMembers: { members: [{ id: 'u1', name: 'Ines Marchetti', email: 'ines@aldermere.example', grants: [] }] },
  getEvent: {
    id: 'e1',
    issuerId: 'aldm',
    insiderIds: ['ines', 'sam'],
    recipe: 'option-grant',
    day: '2026-11-25',
    facts: { grantDate: { value: '2026-11-25', by: 'u1', at: NOW } },
    factsOf: {},
    results: ['ines', 'sam'].map((insiderId) => ({
      insiderId,
      isComplete: false,
      open: [QUESTION],
      diagnostics: [],
      forms: [],
    })),
    createdBy: 'u1',
    createdAt: NOW,
  },
  getDraft: DRAFT,
  getEdgar: {
    destination: 'rehearsal',
    allows: { TEST: true, LIVE: true },
    loginCik: '0000990001',
    filerToken: { since: NOW, by: 'u1', expiresAt: NOW + 86_400_000 },
    userToken: null,
  },
  getSubmission: {
    ...SUBMISSION,
    states: [
      { state: 'sending', by: 'u1', at: NOW, accessionNumber: null },
      { state: 'outcomeUnknown', by: 'u1', at: NOW, accessionNumber: null },
    ],
    messages: [
      {
        type: 'ERROR',
        content: 'The code is none.',
        errorNumber: '711',
        path: '/ownershipDocument',
        place: 'Table I, row 1, column 3',
      },
    ],
    filingId: null,
    toResolve: {
      how: ['Look for EDGAR’s e-mail to the filer.', 'Compare the owner’s list of filings.'],
      by: DUE.at,
      typeFiled: 'FILED s1',
      typeNotFiled: 'NOT FILED s1',
    },
  },
  postComparison: { kind: 'accepted', accessionNumbers: [FILING.accessionNumber] },
  getFilings: { filings: [FILING] },
  getFiling: FILING,
  getAttestations: { attestations: [] },
  getAudit: {
    entries: [
      {
        number: 1,
        at: NOW,
        by: 'u1',
        action: 'draft.saved',
        subject: 'draft',
        subjectId: 'd1',
        detail: { hash: HASH },
        previousHash: HASH,
        hash: HASH,
      },
    ],
  },
  getAuditVerification: { intact: true, length: 1, hash: HASH },
}

const CODE = '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]/transactionCoding/transactionCode'
const OWNER = '/ownershipDocument/reportingOwner[1]/reportingOwnerId'

/** What is answered of one record instead, by the end of its address. */
const OF_ONE: Readonly<Record<string, unknown>> = {
  '/drafts/d3': { ...DRAFT, id: 'd3', submissions: [{ ...SUBMISSION, id: 's3', draftId: 'd3', state: 'suspended' }] },
  '/submissions/s3': {
    ...ANSWERS.getSubmission,
    id: 's3',
    draftId: 'd3',
    state: 'suspended',
    toResolve: null,
    messages: [
      { type: 'ERROR', content: 'The code is none.', errorNumber: '711', path: CODE },
      { type: 'ERROR', content: 'The CCC is invalid.', errorNumber: '232', path: `${OWNER}/rptOwnerCcc` },
      { type: 'WARNING', content: 'The filing is late.' },
    ],
  } satisfies Answer<'getSubmission'>,
}

/** What was sent to change something. */
export interface Sent {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

export interface MockDesk {
  readonly origin: string
  readonly sent: Sent[]
  readonly close: () => void
}

/** Policies as strict as the desk's own. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'"
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' }

/** Serves the built pages and, to who signed in with any password, the answers above. */
export async function startMockDesk(dist: string, routes: Readonly<Record<string, string>>): Promise<MockDesk> {
  const sent: Sent[] = []
  const server: Server = createServer((request, response) => void answerTo(request, response))
  const answerTo = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://desk')
    const answer = (status: number, type: string, body: string | Buffer, policy = POLICY) =>
      response.writeHead(status, { 'content-type': type, 'content-security-policy': policy }).end(body)
    const json = (status: number, body: unknown) => answer(status, 'application/json', JSON.stringify(body))
    if (!pathname.startsWith('/api/')) {
      const file = join(dist, pathname)
      const found = extname(pathname) !== '' && existsSync(file) ? file : join(dist, 'index.html')
      return answer(200, TYPES[extname(found)] ?? 'text/plain', readFileSync(found))
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (request.method !== 'GET')
      sent.push({
        method: request.method ?? '',
        path: pathname,
        body: JSON.parse(String(Buffer.concat(chunks)) || 'null'),
      })
    if (pathname === '/api/auth/sign-in/email') {
      response.setHeader('set-cookie', 'session=1; Path=/; HttpOnly; SameSite=Strict')
      return json(200, {})
    }
    if (request.headers.cookie !== 'session=1') return json(401, {})
    if (pathname.endsWith('/page.html')) return answer(200, 'text/html', renderHtml(document), PAGE_POLICY)
    const name = nameOf(routes, request.method ?? '', pathname)
    const known = OF_ONE[/\/\w+\/\w+$/.exec(pathname)?.[0] ?? ''] ?? ANSWERS[name as keyof typeof ANSWERS]
    if (known !== undefined) return json(200, known)
    if (name === 'putDraft') return json(200, { ...DRAFT, ...(sent.at(-1)?.body as object), hash: 'b2'.repeat(32) })
    return json(409, {
      problem: { code: 'D500', severity: 'suspends', path: 'mock', data: {}, message: 'The mock does nothing.' },
    })
  }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, sent, close: () => server.close() }
}

function nameOf(routes: Readonly<Record<string, string>>, method: string, path: string): string | undefined {
  return Object.keys(routes).find((name) => {
    const [verb = '', pattern = ''] = (routes[name] ?? '').split(' ')
    return verb.toUpperCase() === method && new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)
  })
}

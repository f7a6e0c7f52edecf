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

const GRANT: Shape<'Grant'> = { id: 'g1', userId: 'u1', role: 'administrator', issuerId: null, insiderId: null }

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

const LATE: Pick<Shape<'Amendment'>, 'lines' | 'isLate' | 'affected'> = {
  lines: [{ place: 'Table I, row 1', kind: 'added', verdict: 'late', due: '2026-11-26' }],
  isLate: true,
  affected: [
    {
      filingId: 'f1',
      accessionNumber: '0000990001-26-000007',
      formType: '4',
      place: 'Table I, row 1',
      title: 'Ordinary Shares',
      stated: '5100',
      follows: '5150',
      isSameReport: true,
    },
  ],
}

const NOTE: Shape<'DraftNote'> = {
  id: 'd1',
  issuerId: 'aldm',
  insiderIds: ['ines'],
  formType: '4',
  eventId: 'e1',
  amends: 'f1',
  version: 3,
  hash: HASH,
  closed: null,
}

const DRAFT: Shape<'Draft'> = {
  ...NOTE,
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
  amendment: { filingId: 'f1', accessionNumber: '0000990001-26-000007', filedOn: '2026-11-26', ...LATE },
  split: { count: 2, diagnostics: [] },
  parts: {
    of: 'd0',
    drafts: (['d1', 'd2'] as const).map((id, i) => ({ ...NOTE, id, number: i + 1 })),
  },
  blockers: [
    { code: 'D301', severity: 'suspends', path: 'owner/ines', data: {}, message: 'Marchetti Ines has not signed.' },
  ],
  owners: [{ insiderId: 'ines', name: 'Marchetti Ines', line: null, mayISignAs: { kind: 'self' } }],
  approvals: [],
  signatures: [],
  exhibits: [
    { powerOfAttorneyId: 'p1', name: 'ex24-1.txt', type: 'EX-24', onFileAccession: null },
    { powerOfAttorneyId: 'p0', name: null, type: 'EX-24', onFileAccession: '0000990001-26-000003' },
  ],
  attachments: [
    {
      id: 'at1',
      name: 'ex99.txt',
      type: 'EX-99',
      description: 'Joint filer information',
      mediaType: 'text/plain',
      hash: HASH,
      isContent: true,
    },
  ],
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
  due: kind === 'event' || kind === 'delegation' ? null : DUE,
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
  source: 'Form 4, Table II, General Instruction 4(c)(iii)',
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

/** A submission whose answer was lost. */
const LOST: Shape<'Submission'> = {
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
}

const ANSWERS: { readonly [N in Called]?: Answer<N> } = {
  getMe: {
    id: 'u1',
    name: 'Ines Marchetti',
    email: 'ines@aldermere.example',
    hasSecondFactor: false,
    now: NOW,
    organizations: [
      {
        id: 'o1',
        name: 'Aldermere',
        slug: 'aldermere',
        demonstration: true,
        destination: 'rehearsal',
        grants: [GRANT],
      },
    ],
  },
  getWork: {
    now: NOW,
    items: [
      work('outcomeUnknown', 'resolution', 's1', 'Form 4 of Marchetti Ines'),
      work('draft', 'content', 'd1', 'Form 4 of Marchetti Ines, purchases'),
      work('draft', 'signature', 'd2', 'Form 4 of Okafor Samuel, option grant'),
      work('event', 'facts', 'e1', 'Option grant of 2026-11-25'),
      work('delegation', 'delegation', 'ines', 'No delegation by Marchetti Ines to CIK 0000990001 is noted'),
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
  getInsiders: {
    insiders: [INSIDER, { ...INSIDER, id: 'sam', name: 'Okafor Samuel', cik: null }],
    next: '["Okafor Samuel","sam"]',
  },
  getInsider: INSIDER,
  getPowers: {
    powers: [
      {
        id: 'p1',
        insiderId: 'ines',
        signers: [
          { userId: 'u1', name: 'Ines Marchetti' },
          { userId: 'u2', name: 'Paul Preparer' },
        ],
        acting: 'jointly',
        forms: ['4', '4/A'],
        issuerIds: null,
        fromDay: '2026-01-05',
        untilDay: null,
        onFileAccession: null,
        documentHash: HASH,
        revoked: null,
        by: 'u1',
        at: NOW,
      },
    ],
  },
  postPowerText: {
    text: 'POWER OF ATTORNEY\n\nInvented.\n',
    diagnostics: [
      {
        code: 'D562',
        severity: 'note',
        path: 'document',
        data: { count: 2 },
        message: 'Word draws numbers.',
        fix: 'Type them.',
      },
    ],
  },
  getMembers: {
    members: [
      {
        id: 'u1',
        name: 'Ines Marchetti',
        email: 'ines@aldermere.example',
        grants: [
          { ...GRANT, insiderName: null },
          { id: 'g2', userId: 'u1', role: 'insider', issuerId: null, insiderId: 'ines', insiderName: 'Marchetti Ines' },
        ],
      },
      {
        id: 'u2',
        name: 'Paul Preparer',
        email: 'paul@aldermere.example',
        grants: [{ id: 'g3', userId: 'u2', role: 'preparer', issuerId: 'aldm', insiderId: null, insiderName: null }],
      },
    ],
  },
  getIssuer: ISSUER,
  getLibrary: {
    securities: [
      { id: 'ls1', table: 'nonDerivative', title: 'Ordinary Shares', underlyingTitle: null, terms: {} },
      {
        id: 'ls2',
        table: 'derivative',
        title: 'Warrant (right to buy)',
        underlyingTitle: 'Ordinary Shares',
        terms: { exercisePrice: '12.5', expires: '2031-06-30' },
      },
    ],
    footnotes: [{ id: 'lf1', name: 'Plan', text: 'Bought under a plan adopted on May 4, 2026.', isForAll: true }],
  },
  getDelegations: {
    delegations: [{ id: 'dg1', toCik: '0000990001', role: 'administrator', by: 'u1', at: NOW }],
  },
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
      name: insiderId === 'ines' ? 'Marchetti Ines' : 'Okafor Samuel',
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
  getSubmission: LOST,
  postComparison: { kind: 'accepted', accessionNumbers: [FILING.accessionNumber] },
  getFilings: { filings: [FILING], next: null },
  getFiling: FILING,
  getFilingLines: {
    original: null,
    issuer: { cik: '0000990001', name: 'Aldermere Shipping plc' },
    owners: [{ cik: '0000990002', name: 'Marchetti Ines' }],
    periodOfReport: '2026-11-24',
    aff10b5One: false,
    notSubjectToSection16: false,
    lines: [
      {
        at: { report: '0000990001-26-000007', table: 'nonDerivative', line: 1 },
        place: 'Table I, row 1',
        isTransaction: true,
        cells: [
          { field: 'securityTitle', title: 'Title of security', written: 'Ordinary Shares', footnotes: [] },
          { field: 'transactionShares', title: 'Amount acquired or disposed of', written: '100', footnotes: [] },
          {
            field: 'transactionPricePerShare',
            title: 'Price',
            written: null,
            footnotes: [{ id: 'F1', text: 'A range.' }],
          },
        ],
      },
    ],
    elements: [
      {
        element: 'nonDerivativeTransaction',
        cells: [
          { field: 'securityTitle', title: 'Title of security' },
          { field: 'transactionDate', title: 'Transaction date' },
        ],
      },
    ],
  },
  postAmendmentTrial: { filing: {}, ...LATE, diagnostics: [] },
  getAttestations: { attestations: [] },
  getCalendarFeed: { feed: { since: NOW } },
  postCalendarFeed: { url: `https://desk.example/calendar/${'a1'.repeat(21)}a.ics`, since: NOW },
  getNotices: {
    channels: { mail: true, webhook: false },
    notices: [
      {
        id: 'j1',
        channel: 'mail',
        key: 'due/d1/1/24h',
        to: 'Ines Marchetti',
        state: 'failed',
        attempts: 8,
        orderedAt: NOW,
        endedAt: NOW,
        failure: 'EAUTH 535',
      },
    ],
  },
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
    ...LOST,
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
    if (/\/(?:document|attachments\/\w+)$/.test(pathname) && request.method === 'GET')
      return answer(200, 'text/plain', 'POWER OF ATTORNEY\n', PAGE_POLICY)
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

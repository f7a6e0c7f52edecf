import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CCC, FIRM, ISSUER, NOON, OWNER, type Stage, stage, submission } from '../inventedSubmission.mts'
import { isRehearsalAccession } from '../rehearsalAccession.ts'
import { type ListedFiling, reconcile, type SendOutcome, startClient } from './index.ts'

let at: Stage
beforeEach(async () => {
  at = await stage()
})
afterEach(() => at.rehearsal.close())

const send = (mode: 'TEST' | 'LIVE' = 'TEST') => at.client.send(submission(mode), mode, { demonstration: true })
const taken = () => at.rehearsal.edgar.takenByContent().flatMap(({ accessionNumbers }) => accessionNumbers)
const codes = (outcome: SendOutcome) =>
  outcome.kind === 'notSent' ? outcome.diagnostics.map(({ code }) => code) : outcome.kind

test('a submission is received, processed, accepted, public', async () => {
  const outcome = await send('LIVE')
  if (outcome.kind !== 'received') throw new Error(outcome.kind)
  expect(outcome).toMatchObject({ mode: 'LIVE', toldMode: 'LIVE', httpStatus: 202, rehearsal: true, startedAt: NOON })
  expect(outcome.tracking).toMatch(/^[0-9a-f]{32}$/)
  expect(outcome.locator).toMatch(/^[0-9a-z]{5}$/)
  expect(isRehearsalAccession(outcome.accessionNumber)).toBe(true)
  const number = outcome.accessionNumber
  const sentAt = { sentAt: outcome.startedAt }
  expect((await at.client.statusOf(number, sentAt)).kind).toBe('notYet')
  expect((await at.client.statusOf(number)).kind).toBe('notFound')
  const states: unknown[] = []
  for (const advanceMs of [3000, 3000, 60_000]) {
    at.rehearsal.edgar.setClock({ advanceMs })
    const answer = await at.client.statusOf(number, sentAt)
    if (answer.kind !== 'status') throw new Error(answer.kind)
    states.push([answer.submission.processing, answer.submission.final])
    if (answer.submission.processing !== 'DISSEMINATED') continue
    expect(answer.submission).toMatchObject({
      acceptedAt: NOON + 5000,
      filingDate: '2026-06-01',
      registrants: [{ cik: OWNER, company: 'Vale Tamsin', filingRole: 'Ownership Reporting Owner' }],
      submissionMessages: [],
    })
    expect(answer.submission.notification).toContain('ACCEPTED FORM TYPE 4')
  }
  expect(states).toEqual([
    ['PROCESSING', false],
    ['ACCEPTED', false],
    ['DISSEMINATED', true],
  ])
})

test('several statuses at once: those found, and those missing', async () => {
  const none = '9016000016-26-000099'
  const [one, two] = [await send(), await send()].map(
    (outcome) => 'accessionNumber' in outcome && outcome.accessionNumber,
  )
  expect(await at.client.statusOfMany([none])).toMatchObject({ kind: 'statuses', submissions: [], missing: [none] })
  at.rehearsal.edgar.setClock({ advanceMs: 6000 })
  const answer = await at.client.statusOfMany([String(one), none, String(two)])
  expect(answer).toMatchObject({ kind: 'statuses', missing: [none], submissions: [{ final: true }, { final: true }] })
  expect(await at.client.statusOfMany([])).toMatchObject({ kind: 'notAsked', diagnostics: [{ code: 'E107' }] })
  expect((await at.client.statusOfMany(Array(26).fill(none))).kind).toBe('notAsked')
  expect(await at.client.statusOf('../status')).toMatchObject({ kind: 'notAsked', diagnostics: [{ code: 'E106' }] })
})

test('whether one may file, and until when', async () => {
  const day = 86_400_000
  expect(await at.client.verify(OWNER)).toMatchObject({
    kind: 'verified',
    canFile: true,
    filerTokenExpiresAt: NOON + 365 * day,
    userTokenExpiresAt: NOON + 30 * day,
    messages: [],
  })
  expect(await at.client.verify(ISSUER)).toMatchObject({ kind: 'verified', canFile: false })
  expect(await at.client.verify('12 or 13')).toMatchObject({ kind: 'notAsked', diagnostics: [{ code: 'E108' }] })
})

test('a rehearsal takes TEST and LIVE without any permission, but no wrong flag', async () => {
  expect([(await send('TEST')).kind, (await send('LIVE')).kind]).toEqual(['received', 'received'])
  expect(codes(await at.client.send(submission('LIVE'), 'TEST', { demonstration: false }))).toEqual(['E101'])
  expect(codes(await at.client.send(submission('TEST'), 'LIVE', { demonstration: false }))).toEqual(['E101'])
  expect(codes(await at.client.send('<ownershipDocument/>', 'TEST', { demonstration: false }))).toEqual(['E105'])
  expect(codes(await at.client.send('<edgarSubmission>', 'TEST', { demonstration: false }))).toEqual(['E105'])
  expect(taken()).toHaveLength(2)
})

test('EDGAR gets what the configuration allows, a demonstration never', async () => {
  const calls: string[] = []
  const fetch = async (url: string | URL | Request) => {
    calls.push(url instanceof Request ? url.url : url.toString())
    return Response.json(
      { tracking: 'a', status: 'RECEIVED', accessionNumber: '0009700003-26-000001' },
      { status: 202 },
    )
  }
  const edgar = (changes: object) => at.clientWith({ baseUrl: 'https://edgar.example', fetch, ...changes })
  const outcome = async (changes: object, mode: 'TEST' | 'LIVE', demonstration: boolean) =>
    codes(await edgar(changes).send(submission(mode), mode, { demonstration }))
  expect(await outcome({}, 'TEST', false)).toEqual(['E103'])
  expect(await outcome({}, 'LIVE', false)).toEqual(['E102'])
  expect(await outcome({ allowTest: true }, 'LIVE', false)).toEqual(['E102'])
  expect(await outcome({ allowTest: true, allowLive: true }, 'LIVE', true)).toEqual(['E104'])
  expect(await outcome({ allowTest: true, allowLive: true }, 'TEST', true)).toEqual(['E104'])
  expect(calls).toEqual([])
  expect(await outcome({ allowLive: true }, 'LIVE', false)).toBe('received')
  expect(await outcome({ allowTest: true }, 'TEST', false)).toBe('received')
  expect(calls).toEqual(['live', 'test'].map((mode) => `https://edgar.example/submission/single/${mode}`))
})

test('another server that says to be a rehearsal gets no demonstration', async () => {
  const fetch = async () => Response.json({ condition: 'ACCEPTING' }, { headers: { 'x-section16-rehearsal': 'true' } })
  const client = at.clientWith({
    baseUrl: 'https://edgar.example',
    fetch,
    allowTest: true,
  })
  expect(codes(await client.send(submission(), 'TEST', { demonstration: true }))).toEqual(['E104'])
})

test('a program on this machine that is no rehearsal gets nothing', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.end('{"condition":"ACCEPTING"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const outcome = await at
    .clientWith({ baseUrl, allowLive: true, allowTest: true })
    .send(submission(), 'TEST', { demonstration: false })
  server.close()
  expect(codes(outcome)).toEqual(['E110'])
  expect(asked).toEqual(['GET /status'])
})

test.each([
  ['dropBeforeTaking', 'connectionBroken', 0],
  ['loseAnswer', 'connectionBroken', 1],
  ['neverAnswer', 'timedOut', 1],
  ['garbleAnswer', 'unreadableAnswer', 1],
  ['serverError', 'serverError', 0],
  ['gateway', 'serverError', 0],
] as const)('%s: the outcome is unknown (%s), and nothing is sent again', async (kind, because, count) => {
  at.rehearsal.addFault({ kind })
  const outcome = await at.clientWith({ timeoutMs: 1500 }).send(submission(), 'TEST', { demonstration: true })
  expect(outcome).toMatchObject({
    kind: 'outcomeUnknown',
    because,
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(taken()).toHaveLength(count)
})

test.each([
  ['loseAnswer', 'accepted'],
  ['dropBeforeTaking', 'notFoundYet'],
] as const)('%s: the owner’s filing list says %s', async (kind, expected) => {
  at.rehearsal.addFault({ kind })
  const xml = submission('LIVE')
  const outcome = await at.client.send(xml, 'LIVE', { demonstration: true })
  if (outcome.kind !== 'outcomeUnknown') throw new Error(outcome.kind)
  const listed = async () => {
    const { filings } = (await at.ask(`/rehearsal/filings?cik=${OWNER}`)) as { filings: ListedFiling[] }
    return reconcile({ xml, startedAt: outcome.startedAt }, filings)
  }
  expect((await listed()).kind, 'not public yet').toBe('notFoundYet')
  at.rehearsal.edgar.setClock({ advanceMs: 60_000 })
  expect((await listed()).kind).toBe(expected)
})

test('an answer that comes late but in time is an answer; one that comes later is not', async () => {
  at.rehearsal.addFault({ kind: 'answerLate', ms: 100 })
  expect((await send()).kind).toBe('received')
  at.rehearsal.addFault({ kind: 'answerLate', ms: 2000 })
  const outcome = await at.clientWith({ timeoutMs: 300 }).send(submission(), 'TEST', { demonstration: true })
  expect(outcome).toMatchObject({ kind: 'outcomeUnknown', because: 'timedOut' })
  expect(taken()).toHaveLength(2)
})

test('EDGAR rejects, EDGAR fails, with its words', async () => {
  at.rehearsal.addFault({ kind: 'reject' })
  expect(await send()).toMatchObject({ kind: 'rejected', messages: [{ type: 'ERROR' }] })
  at.rehearsal.addFault({ kind: 'fail' })
  expect(await send()).toMatchObject({ kind: 'failed', messages: [{ type: 'ERROR' }] })
  expect(taken()).toEqual([])
})

test('refusals, of which nothing was taken', async () => {
  const refused = async (outcome: Promise<SendOutcome>) => {
    const found = await outcome
    return found.kind === 'refused' ? [found.httpStatus, found.messages[0]?.type] : found.kind
  }
  at.rehearsal.addFault({ kind: 'outage' })
  expect(await refused(send())).toEqual([503, 'ERROR'])
  const stranger = at.clientWith({ loginCik: ISSUER })
  expect(await refused(stranger.send(submission(), 'TEST', { demonstration: true }))).toEqual([403, 'ERROR'])
  const delegated = at.clientWith({ loginCik: OWNER })
  expect(await refused(delegated.send(submission(), 'TEST', { demonstration: true }))).toBe('received')
  at.rehearsal.edgar.expireTokens('user')
  expect(await refused(send())).toEqual([401, 'ERROR'])
  expect((await at.client.status()).kind, 'a status needs the filer token alone').toBe('condition')
  at.rehearsal.edgar.expireTokens('filer')
  expect(await at.client.status()).toMatchObject({ kind: 'refused', httpStatus: 401 })
  expect(taken()).toHaveLength(1)
})

test('tokens run out: the user’s after 30 days, a new one ends the old, the filer’s after a year', async () => {
  const noonIn = (days: number) => at.rehearsal.edgar.setClock({ now: NOON + days * 86_400_000 })
  noonIn(30)
  expect(await send()).toMatchObject({ kind: 'refused', httpStatus: 401 })
  const again = at.rehearsal.edgar.issueToken('user', 'ada')
  if ('refused' in again) throw new Error(again.refused)
  const renewed = at.clientWith({ userToken: again.token })
  expect((await renewed.send(submission(), 'TEST', { demonstration: true })).kind).toBe('received')
  at.rehearsal.edgar.issueToken('user', 'ada')
  expect((await renewed.send(submission(), 'TEST', { demonstration: true })).kind).toBe('refused')
  expect((await at.client.status()).kind).toBe('condition')
  noonIn(365)
  expect((await at.client.status()).kind).toBe('refused')
  expect(at.rehearsal.edgar.issueToken('user', 'ben')).toHaveProperty('refused')
  expect(at.rehearsal.edgar.issueToken('filer', OWNER)).toHaveProperty('refused')
  expect(at.rehearsal.edgar.issueToken('filer', FIRM)).toHaveProperty('token')
})

test('where no connection comes about, nothing was sent; so it is said', async () => {
  const refusing = Object.assign(new TypeError('fetch failed'), {
    cause: Object.assign(new AggregateError([0, 1].map(() => connectError('ECONNREFUSED', 'connect')))),
  })
  for (const [error, expected] of [
    [refusing, 'ECONNREFUSED'],
    [caused(connectError('ENOTFOUND', 'getaddrinfo')), 'ENOTFOUND'],
    [caused(connectError('UND_ERR_CONNECT_TIMEOUT')), 'UND_ERR_CONNECT_TIMEOUT'],
    [caused(connectError('CERT_HAS_EXPIRED')), 'CERT_HAS_EXPIRED'],
    [caused(connectError('ECONNRESET', 'read')), undefined],
    [caused(connectError('UND_ERR_SOCKET')), undefined],
    [new TypeError('fetch failed'), undefined],
  ] as const) {
    const fetch = async () => Promise.reject(error)
    const client = at.clientWith({ baseUrl: 'https://edgar.example', fetch, allowTest: true })
    const outcome = await client.send(submission(), 'TEST', { demonstration: false })
    if (expected === undefined) expect(outcome).toMatchObject({ kind: 'outcomeUnknown', because: 'connectionBroken' })
    else
      expect(outcome).toMatchObject({
        kind: 'notSent',
        because: 'neverConnected',
        diagnostics: [{ code: 'E109', data: { host: 'edgar.example', reason: expected } }],
      })
  }
})

const caused = (cause: Error) => Object.assign(new TypeError('fetch failed'), { cause })
const connectError = (code: string, syscall?: string) => Object.assign(new Error(code), { code, syscall })

test('a port on which nobody listens is one to which nothing was sent', async () => {
  const { url } = at.rehearsal
  await at.rehearsal.close()
  const client = at.clientWith({ baseUrl: url.replace('http:', 'https:'), allowTest: true })
  expect(await client.status()).toEqual({ kind: 'noAnswer', because: 'neverConnected' })
  expect(codes(await client.send(submission(), 'TEST', { demonstration: false }))).toEqual(['E110'])
  at = await stage()
})

test('a redirection is not followed: another host gets no token', async () => {
  const seen: RequestInit[] = []
  const fetch = async (_: unknown, init: RequestInit = {}) => {
    seen.push(init)
    return new Response(null, { status: 302, headers: { location: 'https://other.example/' } })
  }
  const client = at.clientWith({
    baseUrl: 'https://edgar.example',
    fetch,
    allowTest: true,
  })
  expect(await client.send(submission(), 'TEST', { demonstration: false })).toMatchObject({
    kind: 'outcomeUnknown',
    because: 'unreadableAnswer',
    httpStatus: 302,
  })
  expect(seen).toHaveLength(1)
  expect(seen[0]?.redirect).toBe('manual')
})

test('a program that is wrong is told so at once, in words without a secret', () => {
  const good = { baseUrl: 'https://edgar.example', filerToken: 'abc', userToken: 'def', userAgent: 'a/1' }
  const bad = [
    { baseUrl: 'http://edgar.example' },
    { baseUrl: 'https://user:hush-hush@edgar.example' },
    { baseUrl: 'nowhere' },
    { filerToken: 'hush-hush\n' },
    { userToken: 'hush-hush,x' },
    { userToken: '' },
    { userAgent: '' },
    { loginCik: '' },
  ]
  for (const changes of bad) {
    expect(() => startClient({ ...good, ...changes })).toThrow(TypeError)
    expect(() => startClient({ ...good, ...changes })).not.toThrow(/hush/)
  }
  expect(startClient(good)).toBeDefined()
})

test('the owner’s CCC goes to EDGAR and comes back from nowhere', async () => {
  const outcome = await at.client.send(submission('LIVE'), 'LIVE', { demonstration: true })
  at.rehearsal.edgar.setClock({ advanceMs: 120_000 })
  const all = [outcome, at.rehearsal.edgar.filings(OWNER), await at.ask('/rehearsal/taken')]
  expect(at.rehearsal.edgar.filings(OWNER)).toHaveLength(1)
  expect(JSON.stringify(all)).not.toContain(CCC)
})

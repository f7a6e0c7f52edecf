import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CCC, FIRM, FORM4, NOON, OWNER, type Stage, stage, submission } from '../inventedSubmission.mts'
import { easternMoment } from './easternTime.ts'
import { NotAJournalError } from './journal.ts'
import { startRehearsal } from './startRehearsal.ts'

let at: Stage
beforeEach(async () => {
  at = await stage()
})
afterEach(() => at.rehearsal.close())

const demonstration = { demonstration: true }

/** A call of the API with both tokens. */
async function call(
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
  tokens = at.tokens,
) {
  const headers = { authorization: `Bearer ${tokens.filerToken},${tokens.userToken}`, ...init.headers }
  const response = await fetch(at.rehearsal.url + path, { ...init, headers })
  const json = response.status === 204 ? {} : ((await response.json()) as Record<string, unknown>)
  return { status: response.status, json, header: response.headers.get('x-section16-rehearsal') }
}

test('every answer says that it is a rehearsal’s, also a refusal', async () => {
  for (const path of ['/status', '/rehearsal', '/nowhere', '/submission/9016000016-26-000001/status']) {
    const { json, header } = await call(path)
    expect([json.rehearsal, header], path).toEqual([true, 'true'])
  }
})

test('it closes at ten and opens at six, by its own clock', async () => {
  const condition = async () => {
    const answer = await at.client.status()
    return answer.kind === 'condition' && answer.condition
  }
  const sent = async () => (await at.client.send(submission(), 'TEST', demonstration)).kind
  await at.ask('/rehearsal/clock', { now: easternMoment('2026-06-01', '21:59') }, 'PUT')
  expect([await condition(), await sent()]).toEqual(['ACCEPTING_AFTER_HOURS', 'received'])
  await at.ask('/rehearsal/clock', { advanceMs: 120_000 }, 'PUT')
  expect([await condition(), await sent()]).toEqual(['OUTSIDE_OPERATING_HOURS', 'refused'])
  await at.ask('/rehearsal/clock', { now: '2026-06-02T06:00:00-04:00' }, 'PUT')
  expect([await condition(), await sent()]).toEqual(['ACCEPTING', 'received'])
})

test('a form received at 21:59 and judged after ten has the date of the day', async () => {
  at.rehearsal.edgar.setTiming({ judgedMs: 300_000, publicMs: 400_000 })
  at.rehearsal.edgar.setClock({ now: easternMoment('2026-06-01', '21:59') })
  const outcome = await at.client.send(submission('LIVE'), 'LIVE', demonstration)
  at.rehearsal.edgar.setClock({ advanceMs: 500_000 })
  const status = await at.client.statusOf('accessionNumber' in outcome ? (outcome.accessionNumber ?? '') : '')
  expect(status).toMatchObject({
    submission: { filingDate: '2026-06-01', acceptedAt: easternMoment('2026-06-01', '22:04') },
  })
})

test('the clock can be moved, stopped and run', async () => {
  const clock = (change: object) => at.ask('/rehearsal/clock', change, 'PUT')
  expect(await clock({ running: false })).toMatchObject({ now: NOON, isRunning: false })
  expect(await clock({ advanceMs: 1000 })).toMatchObject({ now: NOON + 1000, isRunning: false })
  expect(await clock({ running: true })).toMatchObject({ now: NOON + 1000, isRunning: true })
  expect(await clock({ now: 'soon' })).toMatchObject({ messages: [{ content: 'now is no moment.' }] })
})

test('processing can be slow, and a submission can be held', async () => {
  at.rehearsal.addFault({ kind: 'slowProcessing', ms: 60_000 })
  at.rehearsal.addFault({ kind: 'block', ms: 60_000 })
  const outcome = await at.client.send(submission('LIVE'), 'LIVE', demonstration)
  const number = 'accessionNumber' in outcome ? (outcome.accessionNumber ?? '') : ''
  const states: string[] = []
  for (const minute of [0.5, 1.5, 2.5, 4]) {
    at.rehearsal.edgar.setClock({ now: NOON + minute * 60_000 })
    const answer = await at.client.statusOf(number)
    states.push(answer.kind === 'status' ? `${answer.submission.processing} ${answer.submission.final}` : answer.kind)
  }
  expect(states).toEqual(['PROCESSING false', 'BLOCKED false', 'ACCEPTED false', 'DISSEMINATED true'])
})

test('a status can be asked for so long and no longer', async () => {
  const numbers: string[] = []
  for (const [mode, form] of [
    ['TEST', FORM4],
    ['LIVE', FORM4],
    ['LIVE', FORM4.replace('By trust', ' ')],
  ] as const) {
    const outcome = await at.client.send(submission(mode, form), mode, demonstration)
    numbers.push('accessionNumber' in outcome ? (outcome.accessionNumber ?? '') : '')
  }
  const readable = async (days: number) => {
    at.rehearsal.edgar.setClock({ now: NOON + days * 86_400_000 })
    return Promise.all(numbers.map(async (number) => (await at.client.statusOf(number)).kind === 'status'))
  }
  expect(await readable(1.9)).toEqual([true, true, true])
  expect(await readable(5.9)).toEqual([false, true, true])
  expect(await readable(59)).toEqual([false, true, false])
  expect(await readable(61)).toEqual([false, false, false])
})

test('the owner’s filing list: what is public, with its content; no TEST, nothing suspended', async () => {
  for (const mode of ['TEST', 'LIVE'] as const) await at.client.send(submission(mode), mode, demonstration)
  await at.client.send(submission('LIVE', FORM4.replace('By trust', ' ')), 'LIVE', demonstration)
  expect(await at.ask(`/rehearsal/filings?cik=${OWNER}`)).toMatchObject({ filings: [] })
  at.rehearsal.edgar.setClock({ advanceMs: 60_000 })
  const { filings } = (await at.ask(`/rehearsal/filings?cik=${Number(OWNER)}`)) as { filings: { xml: string }[] }
  expect(filings).toHaveLength(1)
  expect(filings[0]).toMatchObject({ formType: '4', acceptedAt: NOON + 5000, filingDate: '2026-06-01' })
  expect(filings[0]?.xml).toContain('<rptOwnerName>Vale Tamsin</rptOwnerName>')
  expect(filings[0]?.xml).not.toContain(CCC)
  expect(await at.ask(`/rehearsal/filings?cik=${FIRM}`)).toMatchObject({ filings: [] })
})

test('the same content sent twice has two numbers and one hash, TEST and LIVE two', async () => {
  for (const mode of ['LIVE', 'LIVE', 'TEST'] as const) await at.client.send(submission(mode), mode, demonstration)
  const { taken } = (await at.ask('/rehearsal/taken')) as { taken: { hash: string; accessionNumbers: string[] }[] }
  expect(taken.map(({ accessionNumbers }) => accessionNumbers)).toEqual([
    ['9016000016-26-000001', '9016000016-26-000002'],
    ['9016000016-26-000003'],
  ])
})

test('several in one file: an answer for each, in the order sent', async () => {
  const member = (text: string, name: string) =>
    `<attachment><submissionName>${name}</submissionName><contents>${Buffer.from(text).toString('base64')}</contents></attachment>`
  const bulk = (flag: string, name = 'a.xml') =>
    `<edgarBulkSubmission xmlns="http://www.sec.gov/edgar/bulkfiling"><liveTestFlag>${flag}</liveTestFlag><attachments>${member(submission(), name)}${member('no XML', 'b.xml')}</attachments></edgarBulkSubmission>`
  const headers = { 'content-type': 'application/xml' }
  const send = (body: string) => call('/submission/bulk/test', { method: 'POST', headers, body })
  expect(await send(bulk('TEST'))).toMatchObject({
    status: 202,
    json: { responses: [{ transmissionStatus: 'RECEIVED' }, { transmissionStatus: 'REJECTED' }] },
  })
  for (const wrong of [bulk('LIVE'), bulk('TEST', '.xml'), submission(), 'no XML'])
    expect((await send(wrong)).status).toBe(400)
})

test('what is no submission at all is a bad request', async () => {
  const send = async (body: string, type: string) =>
    (await call('/submission/single/test', { method: 'POST', headers: { 'content-type': type }, body })).status
  expect(await send('', 'application/xml')).toBe(400)
  expect(await send(submission(), 'text/plain')).toBe(400)
  expect(await send(submission(), 'application/octet-stream')).toBe(202)
  expect((await call('/submission/status', { method: 'POST', body: '{"accessionNumbers":[]}' })).status).toBe(400)
})

test('an account administrator changes the CCC of the filer; the old one suspends', async () => {
  const owner = {
    cik: OWNER,
    name: 'Vale Tamsin',
    ccc: CCC,
    individuals: [{ login: 'ada', roles: ['technicalAdministrator'] }],
  }
  await at.ask('/rehearsal/filers', {
    ...owner,
    individuals: [...owner.individuals, { login: 'tamsin', roles: ['accountAdministrator', 'technicalAdministrator'] }],
  })
  const { token: filerToken } = await at.ask('/rehearsal/tokens', { kind: 'filer', holder: OWNER })
  const { token: userToken } = await at.ask('/rehearsal/tokens', { kind: 'user', holder: 'tamsin' })
  const own = { filerToken: String(filerToken), userToken: String(userToken) }
  const put = (body: object) => call(`/fm/${OWNER}/ccc`, { method: 'PUT', body: JSON.stringify(body) }, own)
  expect((await call(`/fm/${OWNER}/ccc`, { method: 'POST' })).status, 'the firm is another filer').toBe(403)
  expect((await put({ ccc: 'wrong*11', newCCC: 'other*22' })).status).toBe(403)
  expect((await put({ ccc: CCC, newCCC: 'short' })).status).toBe(400)
  expect((await put({ currentCCC: CCC, replacementCCC: 'other*22' })).status).toBe(200)
  await at.client.send(submission(), 'TEST', demonstration)
  at.rehearsal.edgar.setClock({ advanceMs: 6000 })
  expect(await at.client.statusOf('9016000016-26-000001')).toMatchObject({ submission: { processing: 'SUSPENDED' } })
  const { json } = await call(`/fm/${OWNER}/ccc`, { method: 'POST' }, own)
  expect(json.filerCCC).toMatch(/^(?=.*[@#$*]).{8}$/)
  expect((await call(`/fm/${OWNER}/delegations`, {}, own)).json).toMatchObject({
    delegations: [{ delegatorCik: OWNER, delegateCik: FIRM }],
  })
})

test('killed and started again, it knows what it took; no secret is in its journal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'))
  const journal = join(folder, 'journal.ndjson')
  const first = await stage({ journal })
  first.rehearsal.edgar.setClock({ advanceMs: 3_600_000 })
  first.rehearsal.edgar.setTiming({ hiddenMs: 0 })
  await first.client.send(submission('LIVE'), 'LIVE', demonstration)
  await first.rehearsal.close()
  const kept = readFileSync(journal, 'utf8')
  for (const secret of [CCC, first.tokens.filerToken, first.tokens.userToken]) expect(kept).not.toContain(secret)
  appendFileSync(journal, '{"event":"submission","subm')
  const again = await stage({ journal })
  expect(again.rehearsal.edgar.now()).toBe(NOON + 3_600_000)
  expect(again.rehearsal.edgar.timing.hiddenMs).toBe(0)
  const old = again.clientWith(first.tokens)
  expect((await old.statusOf('9016000016-26-000001')).kind).toBe('status')
  const outcome = await again.client.send(submission('LIVE'), 'LIVE', demonstration)
  expect(outcome).toMatchObject({ kind: 'received', accessionNumber: '9016000016-26-000002' })
  expect(again.rehearsal.edgar.takenByContent()).toMatchObject([
    { accessionNumbers: [{}, {}].map(() => expect.any(String)) },
  ])
  await again.rehearsal.close()
  rmSync(folder, { recursive: true })
})

test('another file is no journal: it stays as it is, a line without an end too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'))
  const journal = join(folder, 'notes.ndjson')
  const filer = '{"event":"filer","filer":{"cik":"0009700009","name":"A","confirmationDueAt":0}}\n'
  for (const text of [
    'my notes',
    'my notes\n',
    '[]',
    `${filer}{}\n`,
    `${filer}{"event":"filer"\n`,
    `${filer}my notes`,
  ]) {
    writeFileSync(journal, text)
    await expect(startRehearsal({ journal })).rejects.toBeInstanceOf(NotAJournalError)
    expect(readFileSync(journal, 'utf8')).toBe(text)
  }
  for (const cut of ['', '{', '{"event":"fi']) {
    writeFileSync(journal, filer + cut)
    const rehearsal = await startRehearsal({ journal })
    expect(rehearsal.edgar.filer('0009700009')).toBeDefined()
    await rehearsal.close()
    expect(readFileSync(journal, 'utf8')).toBe(filer)
  }
  rmSync(folder, { recursive: true })
})

test('its clock can be put when it starts, also where the journal has another, and before filers are entered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'))
  const journal = join(folder, 'journal.ndjson')
  for (const hours of [1, 2]) {
    const now = NOON + hours * 3_600_000
    const { rehearsal } = await stage({ journal, now })
    expect(rehearsal.edgar.now()).toBe(now)
    expect(rehearsal.edgar.filer(FIRM)?.confirmationDueAt).toBe(NOON + 3_600_000 + 365 * 86_400_000)
    await rehearsal.close()
  }
  rmSync(folder, { recursive: true })
})

test('it knows who may have a token', () => {
  expect(at.rehearsal.edgar.mayHold('filer')).toEqual([FIRM])
  expect(at.rehearsal.edgar.mayHold('user')).toEqual(['ada'])
})

test('a page in a browser cannot reach it, nor can a name that leads here', async () => {
  const { port } = at.rehearsal
  const statusFor = (headers: Record<string, string>) =>
    new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: '/rehearsal', headers }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end()
    })
  expect(await statusFor({ host: `127.0.0.1:${port}` })).toBe(200)
  expect(await statusFor({ host: `evil.example:${port}` })).toBe(403)
  expect(await statusFor({ host: `127.0.0.1:${port}`, origin: 'https://evil.example' })).toBe(403)
})

test('faults are scripted over HTTP too, counted, and can be taken back', async () => {
  expect(await at.ask('/rehearsal/faults', { kind: 'earthquake' })).toMatchObject({ messages: [{ type: 'ERROR' }] })
  await at.ask('/rehearsal/faults', { kind: 'outage', on: 'any', times: 2 })
  expect(await at.client.status()).toMatchObject({ condition: 'NO_COMMUNICATION', isAccepting: false })
  expect(await at.ask('/rehearsal')).toMatchObject({ faults: [{ kind: 'outage', times: 1 }] })
  await at.ask('/rehearsal/faults', undefined, 'DELETE')
  expect(await at.client.status()).toMatchObject({ condition: 'ACCEPTING', isAccepting: true })
})

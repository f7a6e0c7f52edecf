/** Tokens and CCC are planted; every value, error and log is searched. */
import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CCC, FORM4, OWNER, submission } from '../inventedSubmission.mts'
import { contentHash, type EdgarClient, startClient } from './index.ts'

const FILER = 'eyJ.canary-filer.token'
const USER = 'eyJ.canary-user.token'
const SECRETS = [FILER, USER, CCC, Buffer.from(FILER).toString('base64').slice(0, 24)]

const said: unknown[] = []
beforeEach(() => {
  said.length = 0
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, name).mockImplementation((...all) => void said.push(all))
})
afterEach(() => void vi.restoreAllMocks())

function clientOf(fetch: typeof globalThis.fetch): EdgarClient {
  return startClient({
    baseUrl: 'https://edgar.example',
    filerToken: FILER,
    userToken: USER,
    userAgent: 'section16/0.1.0',
    allowTest: true,
    fetch,
  })
}

async function everything(client: EdgarClient): Promise<unknown[]> {
  const number = '9016000016-26-000001'
  const all = [
    () => client.status(),
    () => client.send(submission(), 'TEST', { demonstration: false }),
    () => client.send(submission('LIVE'), 'LIVE', { demonstration: false }),
    () => client.send(submission('LIVE'), 'TEST', { demonstration: true }),
    () => client.send(submission().replace('TEST', CCC), 'TEST', { demonstration: false }),
    () => client.send(FORM4, 'TEST', { demonstration: false }),
    () => client.send(`<edgarSubmission>${CCC}`, 'TEST', { demonstration: false }),
    () => client.statusOf(number),
    () => client.statusOf(`${number}?`),
    () => client.statusOfMany([number]),
    () => client.verify(OWNER),
  ]
  return Promise.all(all.map((one) => one().catch((error: unknown) => error)))
}

function searched(...values: unknown[]): void {
  const depth = {
    depth: Infinity,
    showHidden: true,
    maxStringLength: Infinity,
    maxArrayLength: Infinity,
    getters: true,
  }
  const text = [...values, ...said].map((value) => `${inspect(value, depth)}${JSON.stringify(value)}`).join('\n')
  for (const secret of SECRETS) expect(text).not.toContain(secret)
}

const quoting = `Bearer ${FILER},${USER} and ${FILER}`

test.each([
  [
    'an error that quotes the header',
    async () => Promise.reject(new TypeError(quoting, { cause: new Error(quoting) })),
  ],
  [
    'an answer that quotes it',
    async () =>
      Response.json(
        { tracking: FILER, locator: USER, messages: [{ type: 'ERROR', content: quoting }] },
        { status: 401 },
      ),
  ],
  [
    'an answer that accepts and quotes it, also in the notification',
    async () =>
      Response.json({
        tracking: quoting,
        condition: USER,
        canFile: true,
        accessionNumber: '9016000016-26-000001',
        status: 'RECEIVED',
        submissionMessages: [{ content: quoting, [FILER]: USER }],
        notification: Buffer.from(quoting).toString('base64'),
      }),
  ],
  ['a page that quotes it', async () => new Response(quoting, { status: 502 })],
  ['a status that is none', async () => new Response(JSON.stringify({ condition: quoting }), { status: 200 })],
] as const)('%s', async (_, fetch) => {
  const client = clientOf(fetch)
  searched(client, await everything(client))
})

test('the canaries are where they belong: in the header and in the body', async () => {
  const seen: unknown[] = []
  const client = clientOf(async (_url, init) => {
    seen.push(new Headers(init?.headers).get('authorization'), init?.body)
    return Response.json({}, { status: 500 })
  })
  await client.send(submission(), 'TEST', { demonstration: false })
  await client.status()
  expect(seen).toEqual([`Bearer ${FILER},${USER}`, submission(), `Bearer ${FILER}`, undefined])
})

test('the hash that is shown says nothing of the CCC', async () => {
  const { readSubmissionFile } = await import('@section16/core/read')
  const hashOf = (form: string, mode: 'TEST' | 'LIVE' = 'TEST') =>
    contentHash(readSubmissionFile(submission(mode, form)).file!)
  expect(hashOf(FORM4.replace(CCC, 'other*11'))).toBe(hashOf(FORM4))
  expect(hashOf(FORM4.replace('1500', '1501'))).not.toBe(hashOf(FORM4))
  expect(hashOf(FORM4, 'LIVE')).not.toBe(hashOf(FORM4))
})

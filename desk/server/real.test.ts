import { EDGAR_HOSTS } from '@section16/edgar/submission'
import { expect, test } from 'vitest'
import { AGAIN, draftOf, must, order, signAs, submissionOf, takeForReal, work } from './testing/acts.mts'
import { inventServer, type Server } from './testing/server.mts'

/**
 * A desk whose switches are as given, and whose every word to the SEC's host goes to the rehearsal on this machine;
 * anything for another host fails.
 */
async function switched(switches: { allowTest?: boolean; allowLive?: boolean }) {
  const asked: string[] = []
  let at: Server | undefined
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    asked.push(url)
    if (!at || !url.startsWith(`${EDGAR_HOSTS.production}/`)) return Promise.reject(new Error(`asked for ${url}`))
    return globalThis.fetch(url.replace(EDGAR_HOSTS.production, at.rehearsal.url), init)
  }
  const edgar = { destination: 'edgar', baseUrl: EDGAR_HOSTS.production, fetch, ...switches } as const
  at = await inventServer({ edgar })
  return { at, asked }
}

test('with its switch and the words typed a filing goes to the SEC’s host, once', async () => {
  const { at, asked } = await switched({ allowTest: true, allowLive: true })
  await takeForReal(at)
  must(await signAs(at), 201)
  const path = `${at.base}/drafts/${at.demonstration.draftId}/submissions`
  const { hash, toType } = await draftOf(at)
  expect(toType).toEqual({ TEST: 'test form 4 with the SEC', LIVE: 'file form 4 with the SEC' })
  const unsaid = await at.as('preparer').post(path, { ofHash: hash, mode: 'LIVE', typed: 'file form 4' })
  expect([unsaid.status, unsaid.body.problem.code]).toEqual([422, 'D530'])
  expect(asked).toEqual([])
  const { id } = await order(at, 'LIVE')
  await work(at, 0, 3000, 3000)
  expect(await submissionOf(at, id)).toMatchObject({ destination: 'edgar' })
  expect(asked.filter((url) => url.endsWith('/submission/single/live'))).toHaveLength(1)
  expect(at.rehearsal.edgar.takenByContent()).toHaveLength(1)
})

test('each switch is for its own kind', async () => {
  const { at, asked } = await switched({ allowTest: true })
  await takeForReal(at)
  must(await signAs(at), 201)
  const { hash, toType } = await draftOf(at)
  const wanted = { ofHash: hash, mode: 'LIVE', typed: toType.LIVE }
  const refused = await at.as('preparer').post(`${at.base}/drafts/${at.demonstration.draftId}/submissions`, wanted)
  expect([refused.status, refused.body.problem.code]).toEqual([422, 'D532'])
  expect(asked).toEqual([])
  await order(at, 'TEST')
  await work(at, 0)
  expect(asked.filter((url) => url.endsWith('/submission/single/test'))).toHaveLength(1)
})

test('of a demonstration nothing goes there, though everything is switched on, by API or by hand', async () => {
  const { at, asked } = await switched({ allowTest: true, allowLive: true })
  must(await signAs(at), 201)
  const { hash, toType } = await draftOf(at)
  const path = `${at.base}/drafts/${at.demonstration.draftId}`
  for (const mode of ['TEST', 'LIVE']) {
    const sent = await at.as('preparer').post(`${path}/submissions`, { ofHash: hash, mode, typed: toType[mode] })
    expect([sent.status, sent.body.problem.code]).toEqual([422, 'D531'])
  }
  const upload = await at.as('preparer').post(`${path}/upload-file`, { ofHash: hash, mode: 'LIVE', again: AGAIN })
  expect(upload.body.problem.code).toBe('D531')
  await work(at, 0, 3000)
  expect(asked).toEqual([])
})

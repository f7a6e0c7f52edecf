/** The archive comes in pages, and each caller's pages hold what that caller may see. */
import { expect, test } from 'vitest'
import { type Act, addInsider, addIssuer, freezeFiledForm } from '../store/index.ts'
import { inventServer, type Server } from './testing/server.mts'

async function file(act: Act, n: number, parties: { issuerId: string; insiderIds: string[] }) {
  return freezeFiledForm(act, {
    ...parties,
    submissionId: null,
    formType: '4',
    accessionNumber: `0009016004-26-${String(n).padStart(6, '0')}`,
    // Two at each moment: the id decides which comes first.
    acceptedAt: Date.UTC(2026, 0, 5) + Math.floor(n / 2) * 1000,
    filingDate: '2026-01-05',
    xml: new TextEncoder().encode('<ownershipDocument/>'),
    page: '<p>a form</p>',
    answer: {},
  })
}

/** Ten of the demonstration's director, ten of another insider there, ten of another issuer. */
async function thirty({ store, demonstration, now }: Server) {
  const { organizationId, issuerId, insiderId, people } = demonstration
  const actor = { organizationId, by: people.administrator.userId, at: now() }
  const done = await store.act(actor, async (act) => {
    const issuer = await addIssuer(act, { cik: '0009016010', name: 'Other Kelp', tradingSymbol: null, details: {} })
    const fields = { kind: 'person', cik: '0009016011', name: 'Fen Ivy', email: null, details: {} } as const
    const insider = await addInsider(act, fields)
    if ('refused' in issuer || 'refused' in insider) throw new Error('refused')
    const parties = [
      { issuerId, insiderIds: [insiderId] },
      { issuerId, insiderIds: [insider.value.id] },
      { issuerId: issuer.value.id, insiderIds: [insider.value.id] },
    ]
    for (let n = 0; n < 30; n++) {
      const filed = await file(act, n, parties[n % 3]!)
      if ('refused' in filed) return filed
    }
    return { value: { other: insider.value.id } }
  })
  if ('refused' in done) throw new Error(JSON.stringify(done.refused))
  return done.value
}

/** All pages after each other: of each filing its number. */
async function pages(
  server: Server,
  role: 'viewer' | 'agent' | 'insider',
  limit: number,
  query = '',
): Promise<number[]> {
  const numbers: number[] = []
  let after = ''
  for (;;) {
    const { body } = await server.as(role).get(`${server.base}/filings?limit=${limit}${query}${after}`)
    expect(body.filings.length).toBeLessThanOrEqual(limit)
    for (const { accessionNumber } of body.filings) numbers.push(Number(accessionNumber.slice(-6)))
    if (body.next === null) return numbers
    after = `&after=${encodeURIComponent(body.next)}`
  }
}

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => b - a)
const every = (wanted: (n: number) => boolean) => sorted(Array.from({ length: 30 }, (_, n) => n).filter(wanted))

test('pages hold each filing once, latest first, of whatever size; an issuer’s agent and an insider see their own', async () => {
  const server = await inventServer()
  const { other } = await thirty(server)
  const whole = await pages(server, 'viewer', 500)
  expect(sorted(whole)).toEqual(every(() => true))
  expect(whole.map((n) => Math.floor(n / 2))).toEqual(whole.map((n) => Math.floor(n / 2)).toSorted((a, b) => b - a))
  for (const limit of [1, 7, 30]) expect(await pages(server, 'viewer', limit)).toEqual(whole)
  expect(await pages(server, 'agent', 3)).toEqual(whole.filter((n) => n % 3 < 2))
  expect(await pages(server, 'insider', 3)).toEqual(whole.filter((n) => n % 3 === 0))
  expect(await pages(server, 'viewer', 4, `&insider=${other}`)).toEqual(whole.filter((n) => n % 3 > 0))
  expect(await pages(server, 'agent', 4, `&insider=${other}`)).toEqual(whole.filter((n) => n % 3 === 1))
  expect(await pages(server, 'insider', 4, `&insider=${other}`)).toEqual([])
})

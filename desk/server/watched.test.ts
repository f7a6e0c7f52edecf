/** What the desk sees by itself in its records: tokens that end, people who left, lines that were reported before. */
import { expect, test } from 'vitest'
import { draftOf, fileDemonstration, must } from './testing/acts.mts'
import { inventServer, type Server } from './testing/server.mts'

const DAY_MS = 86_400_000

const tokens = async (at: Server) => {
  const { items } = must(await at.as('administrator').get(`${at.base}/work`))
  return items.filter(({ kind }: { kind: string }) => kind === 'token').map(({ title }: { title: string }) => title)
}

test('tokens of EDGAR are warned of two weeks before they end, and once they have', async () => {
  const at = await inventServer()
  const administrator = at.as('administrator')
  const keep = (name: string, days: number) =>
    administrator.put(`${at.base}/edgar/${name}`, { token: 'an-invented-token', expiresAt: at.now() + days * DAY_MS })
  must(await keep('filer-token', 15))
  must(await keep('user-token', 15))
  expect(await tokens(at)).toEqual([])
  must(await keep('filer-token', 13))
  expect(await tokens(at)).toEqual(['Filer API token ends 2026-06-16 12:00 EDT'])
  must(await keep('user-token', -1))
  expect(await tokens(at)).toEqual([
    'User API token ended 2026-06-02 12:00 EDT',
    'Filer API token ends 2026-06-16 12:00 EDT',
  ])
  // Whoever sees one issuer or insider only has no tokens of the organisation.
  const { items } = must(await at.as('insider').get(`${at.base}/work`))
  expect(items.map(({ kind }: { kind: string }) => kind)).not.toContain('token')
})

test('the exit box follows the record: ticked once every role at the issuer has ended', async () => {
  const at = await inventServer()
  const { issuerId, insiderId } = at.demonstration
  const preparer = at.as('preparer')
  const exitBox = async () => {
    const scratch = { from: 'scratch', issuerId, insiderIds: [insiderId], formType: '4' }
    const { drafts } = must(await preparer.post(`${at.base}/drafts`, scratch), 201)
    return (await draftOf(at, drafts[0].id)).filing.document.notSubjectToSection16?.value
  }
  const insider = `${at.base}/insiders/${insiderId}`
  const [director] = must(await preparer.get(insider)).roles
  const officer = { issuerId, relationship: 'officer', title: 'President', fromDay: '2026-01-02' }
  const second = must(await preparer.post(`${insider}/roles`, officer), 201)
  must(await preparer.put(`${insider}/roles/${director.id}/end`, { untilDay: '2026-06-01' }))
  expect(await exitBox()).toBeUndefined()
  // The last day is in office.
  must(await preparer.put(`${insider}/roles/${second.id}/end`, { untilDay: '2026-06-03' }))
  expect(await exitBox()).toBeUndefined()
  at.advance(DAY_MS)
  expect(await exitBox()).toBe(true)
})

test('a grant that was filed is noticed when it is drafted again', async () => {
  const at = await inventServer()
  const { eventId } = await draftOf(at)
  const filed = await fileDemonstration(at)
  const { drafts } = must(await at.as('preparer').post(`${at.base}/drafts`, { from: 'event', eventId }), 201)
  const { findings } = await draftOf(at, drafts[0].id)
  const found = findings.filter(({ code }: { code: string }) => code === 'D224')
  expect(found).toMatchObject([{ severity: 'doubt', message: expect.stringContaining(filed.accessionNumber) }])
})

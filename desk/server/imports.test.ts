import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { emptyDatabase, KINDS } from '../store/testing/databases.mts'
import { must } from './testing/acts.mts'
import { inventServer, type Server } from './testing/server.mts'

const SEED = readFileSync(new URL('../../cases/seed/form4.xml', import.meta.url), 'utf8')
const base64 = (text: string) => Buffer.from(text).toString('base64')

/** The seed's form as the director's at the demonstration's issuer. */
const seedOf = (at: Server) => ({
  xml: base64(SEED),
  accessionNumber: '0009990000-03-000001',
  filingDate: '2003-05-09',
  accepted: '2003-05-09 17:02:11',
  issuerId: at.demonstration.issuerId,
  insiderIds: [at.demonstration.insiderId],
})

describe.each(KINDS)('%s', (kind) => {
  test('a form of long ago is imported once, read only, counted as of its day, and can be amended', {
    timeout: 180_000,
  }, async (context) => {
    const at = await inventServer({ store: await emptyDatabase(kind, context) })
    const preparer = at.as('preparer')
    const path = `${at.base}/filings`
    const note = must(await preparer.post(path, seedOf(at)), 201)
    expect(note).toMatchObject({ submissionId: null, draftId: null, formType: '4', acceptedAt: 1052514131000 })
    const again = await preparer.post(path, { ...seedOf(at), filingDate: '2003-05-12' })
    expect([again.status, again.body.problem.code, again.body.problem.message]).toEqual([
      409,
      'D407',
      'There is a filed form with this accession number already.',
    ])
    const filing = must(await preparer.get(`${path}/${note.id}`))
    expect(filing).toMatchObject({ intact: true, answer: { imported: true } })
    expect((await preparer.get(`${path}/${note.id}/form.xml`)).text).toBe(SEED)
    expect((await preparer.get(`${path}/${note.id}/page.html`)).text).toContain('IMPORTED. Filed elsewhere')
    const { issuerId, insiderId } = at.demonstration
    const held = async (day: string) =>
      must(await preparer.get(`${at.base}/insiders/${insiderId}/holdings?issuer=${issuerId}&day=${day}`)).holdings
    expect(await held('2003-05-06')).toEqual([])
    expect(await held('2003-05-07')).toMatchObject([{ amount: '10000', filingId: note.id, day: '2003-05-07' }])

    const lines = must(await preparer.get(`${path}/${note.id}/lines`))
    expect(lines.owners).toMatchObject([{ cik: '0009016003' }])
    const cells = [{ field: 'transactionPricePerShare', written: '0' }]
    const changes = [{ kind: 'lineCorrected', at: lines.lines[0].at, cells, reason: 'The total was stated.' }]
    const trial = must(await preparer.post(`${path}/${note.id}/amendment-trials`, { changes }))
    expect(trial.filing.document.dateOfOriginalSubmission.value).toBe('2003-05-09')
    expect(must(await at.as('counsel').get(`${at.base}/audit/verification`)).intact).toBe(true)
    expect(at.log).toEqual([])
  })
})

test('a form of somebody else, of a rehearsal, or none at all is not imported', { timeout: 120_000 }, async () => {
  const at = await inventServer()
  const send = async (more: object) => {
    const { status, body } = await at.as('preparer').post(`${at.base}/filings`, { ...seedOf(at), ...more })
    return [status, body.problem.code]
  }
  expect(await send({ xml: base64('<page>none</page>') })).toEqual([422, 'D516'])
  expect(await send({ accessionNumber: '9016000016-26-000001' })).toEqual([422, 'D534'])
  expect(await send({ accepted: '2003-05-09 25:00:00' })).toEqual([422, 'D519'])
  expect(await send({ issuerId: undefined })).toEqual([422, 'D518'])
  expect(await send({ insiderIds: undefined })).toEqual([422, 'D518'])
  expect(await send({ issuerId: 'none' })).toEqual([404, 'D404'])
  const named = SEED.replace('<issuerName>', '<issuerCik>0009016099</issuerCik><issuerName>')
  expect(await send({ xml: base64(named) })).toEqual([422, 'D517'])
  expect((await at.as('viewer').post(`${at.base}/filings`, seedOf(at))).status).toBe(403)
  expect(must(await at.as('preparer').get(`${at.base}/filings`)).filings).toEqual([])
})

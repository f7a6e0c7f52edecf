import { describe, expect, test } from 'vitest'
import { emptyDatabase, KINDS } from '../store/testing/databases.mts'
import { draftOf, fileDemonstration, must, order, signAs, submissionOf, work } from './testing/acts.mts'
import { inventServer, type Server } from './testing/server.mts'

const DAY_MS = 86_400_000

const line = (report: string) => ({ report, table: 'derivative', line: 1 })
const REASON = 'The grant was recorded with too few options.'

/** Every number of the demonstration's grant, as it should have been. */
const corrected = (report: string, shares = '12000') => ({
  kind: 'lineCorrected',
  at: line(report),
  cells: ['transactionShares', 'underlyingSecurityShares', 'sharesOwnedFollowingTransaction'].map((field) => ({
    field,
    written: shares,
  })),
  reason: REASON,
})

const added = (day: string) => ({
  kind: 'lineAdded',
  element: 'nonDerivativeTransaction',
  cells: Object.entries({
    securityTitle: 'Common Stock',
    transactionDate: day,
    transactionCode: 'P',
    transactionShares: '50',
    transactionPricePerShare: '3.31',
    transactionAcquiredDisposedCode: 'A',
    sharesOwnedFollowingTransaction: '50',
    directOrIndirectOwnership: 'D',
  }).map(([field, written]) => ({ field, written })),
  reason: 'A purchase of the same day was overlooked.',
})

async function filed(at: Server) {
  const { filingId } = await fileDemonstration(at)
  const filing = must(await at.as('preparer').get(`${at.base}/filings/${filingId}`))
  return { filing, path: `${at.base}/filings/${filingId}`, number: filing.accessionNumber as string }
}

const codesOf = (said: readonly { code: string }[]) => said.map(({ code }) => code)

describe.each(KINDS)('%s', (kind) => {
  test('a filed form is amended from the wrong cell to the accepted amendment, and stays as it is', {
    timeout: 180_000,
  }, async (context) => {
    const at = await inventServer({ store: await emptyDatabase(kind, context) })
    const preparer = at.as('preparer')
    const { filing, path, number } = await filed(at)
    const lines = must(await preparer.get(`${path}/lines`))
    expect(lines).toMatchObject({ original: null, lines: [{ at: line(number), place: 'Table II, row 1' }] })
    const cell = lines.lines[0].cells.find((one: { field: string }) => one.field === 'transactionShares')
    expect(cell).toEqual({
      field: 'transactionShares',
      title: 'Amount acquired or disposed of',
      written: '10000',
      footnotes: [],
    })

    at.advance(7 * DAY_MS)
    const changes = [corrected(number)]
    const trial = must(await preparer.post(`${path}/amendment-trials`, { changes }))
    expect(trial).toMatchObject({ isLate: false, affected: [], diagnostics: [] })
    expect(trial.lines).toEqual([{ place: 'Table II, row 1', kind: 'corrected', verdict: 'correction', due: null }])
    expect(must(await preparer.get(`${at.base}/drafts`)).drafts).toEqual([])

    const { draftId } = must(await preparer.post(`${path}/amendments`, { changes }), 201)
    const draft = await draftOf(at, draftId)
    expect(draft).toMatchObject({ formType: '4/A', amends: filing.id, dues: [], balances: [], signatures: [] })
    expect(draft.amendment).toMatchObject({ filingId: filing.id, accessionNumber: number, isLate: false, affected: [] })
    // The form was filed on the day of its transaction.
    expect(codesOf(draft.findings)).toEqual(['C532'])
    expect(codesOf(draft.blockers)).toEqual(['D340'])
    expect(draft.filing.document.dateOfOriginalSubmission.value).toBe(filing.filingDate)
    expect(draft.toType.LIVE).toBe('file form 4/a')

    must(await signAs(at, draftId), 201)
    const { id } = await order(at, 'LIVE', draftId)
    await work(at, 0, 3000, 3000)
    const { state, filingId } = await submissionOf(at, id)
    expect(state).toBe('accepted')
    const after = must(await preparer.get(`${at.base}/filings/${filing.id}`))
    expect(after).toEqual(filing)
    const amended = must(await preparer.get(`${at.base}/filings/${filingId}/lines`))
    expect(amended.original).toEqual({ filingId: filing.id, accessionNumber: number })
    const now = must(await preparer.get(`${path}/lines`))
    expect(now.lines).toHaveLength(1)
    expect(now.lines[0].at.report).not.toBe(number)

    const { issuerId, insiderId } = at.demonstration
    const { holdings } = must(await preparer.get(`${at.base}/insiders/${insiderId}/holdings?issuer=${issuerId}`))
    expect(holdings).toMatchObject([{ amount: '12000', filingId }])
    expect(must(await at.as('counsel').get(`${at.base}/audit/verification`)).intact).toBe(true)
    expect(at.log).toEqual([])
  })
})

test('a line that is added is late when its own day is past, and the draft goes on saying so', async () => {
  const at = await inventServer()
  const { path } = await filed(at)
  const preparer = at.as('preparer')
  const tryNow = async () => must(await preparer.post(`${path}/amendment-trials`, { changes: [added('2026-06-02')] }))
  expect(await tryNow()).toMatchObject({
    isLate: false,
    lines: [{ kind: 'added', verdict: 'onTime', due: '2026-06-04' }],
  })
  const { draftId } = must(await preparer.post(`${path}/amendments`, { changes: [added('2026-06-02')] }), 201)
  expect((await draftOf(at, draftId)).dues).toMatchObject([{ day: '2026-06-04', isPast: false }])
  at.advance(7 * DAY_MS)
  expect(await tryNow()).toMatchObject({ isLate: true, lines: [{ verdict: 'late' }] })
  const { amendment, dues } = await draftOf(at, draftId)
  expect(amendment).toMatchObject({ isLate: true, lines: [{ kind: 'added', verdict: 'late', due: '2026-06-04' }] })
  expect(dues).toMatchObject([{ isPast: true }])
})

test('a line that should not be there is explained, and nothing is undone by an opposite', async () => {
  const at = await inventServer()
  const { path, number } = await filed(at)
  const changes = [{ kind: 'explained', withdraws: line(number), reason: 'The grant was not made.' }]
  const trial = must(await at.as('counsel').post(`${path}/amendment-trials`, { changes }))
  expect(trial.lines).toMatchObject([{ kind: 'withdrawn', verdict: 'correction' }])
  const { derivativeTable, footnotes } = trial.filing.document
  expect(derivativeTable.rows ?? derivativeTable).toHaveLength(1)
  expect(JSON.stringify(footnotes)).toContain('was reported in error and is withdrawn. The grant was not made.')
})

test('another issuer or owner is a new filing; a wrong cell, line or day comes to nothing', async () => {
  const at = await inventServer()
  const { path, number, filing } = await filed(at)
  const preparer = at.as('preparer')
  const declined = async (change: object) => {
    const { status, body } = await preparer.post(`${path}/amendments`, { changes: [change] })
    return [status, body.problem.code, ...codesOf(body.reasons)]
  }
  const wrong = { kind: 'explained', heading: { owners: ['0009016099'] }, reason: 'It is another person’s.' }
  expect(await declined(wrong)).toEqual([422, 'D515', 'D230'])
  expect(must(await preparer.post(`${path}/amendment-trials`, { changes: [wrong] }))).toMatchObject({
    filing: null,
    lines: [],
    diagnostics: [{ code: 'D230' }],
  })
  expect(await declined({ ...corrected(number), at: { ...line(number), line: 2 } })).toEqual([422, 'D515', 'D234'])
  expect(await declined(corrected(number, '10000'))).toEqual([422, 'D515', 'D235'])
  expect(await declined(corrected(number, 'many'))).toEqual([422, 'D515', 'D239', 'D239', 'D239'])
  expect(must(await preparer.get(`${at.base}/drafts`)).drafts).toEqual([])

  const { draftId } = must(await preparer.post(`${path}/amendments`, { changes: [corrected(number)] }), 201)
  const draft = await draftOf(at, draftId)
  const changed = { ...draft.filing.document, dateOfOriginalSubmission: { value: '2026-06-02' } }
  const body = { basedOn: draft.hash, filing: { ...draft.filing, document: changed } }
  const saved = must(await preparer.put(`${at.base}/drafts/${draftId}`, body))
  expect(codesOf(saved.blockers)).toContain('D524')
  expect(saved.blockers[0].data).toEqual({ found: '2026-06-02', number, wanted: filing.filingDate })
})

import { expect, test } from 'vitest'
import { AGAIN, draftOf, must, order, PDF, signAs, submissionOf, work } from './testing/acts.mts'
import { inventServer, WEDNESDAY } from './testing/server.mts'

test('from a trade to an accepted filing', async () => {
  const at = await inventServer()
  const { issuerId, insiderId } = at.demonstration
  const preparer = at.as('preparer')

  // The event, its questions, its answers.
  const facts = {
    grantDate: '2026-06-02',
    options: '500',
    optionTitle: 'Stock Option (right to buy)',
    stock: 'Common Stock',
  }
  const event = { issuerId, insiderIds: [insiderId], recipe: 'option-grant', day: '2026-06-02', facts }
  const begun = must(await preparer.post(`${at.base}/events`, event), 201)
  expect(begun.results[0]).toMatchObject({ insiderId, isComplete: false, forms: [] })
  expect(begun.results[0].open.map(({ name }: { name: string }) => name)).toContain('exercisePrice')
  expect(begun.facts.options).toEqual({ value: '500', by: at.demonstration.people.preparer.userId, at: WEDNESDAY })
  const early = await preparer.post(`${at.base}/drafts`, { from: 'event', eventId: begun.id })
  expect([early.status, early.body.problem.code]).toEqual([422, 'D511'])
  const rest = {
    exercisePrice: '3.31',
    vesting: 'at',
    exercisableFrom: '2027-06-02',
    expires: '2036-06-01',
    pecuniaryInterest: 'all',
    holder: 'insider',
    approval: 'board',
  }
  const told = must(await preparer.post(`${at.base}/events/${begun.id}/facts`, { facts: rest }))
  expect(told.results[0]).toMatchObject({ isComplete: true, open: [], forms: ['4'] })
  const { drafts } = must(await preparer.post(`${at.base}/drafts`, { from: 'event', eventId: begun.id }), 201)
  const draftId: string = drafts[0].id

  // The draft: checked, due, waiting for the director.
  const draft = await draftOf(at, draftId)
  expect(draft.findings).toEqual([])
  expect(draft.dues).toMatchObject([{ eastern: '2026-06-04 22:00 EDT', of: 'Table II, row 1', isPast: false }])
  expect(draft.blockers.map(({ code }: { code: string }) => code)).toEqual(['D340'])
  const { items } = must(await preparer.get(`${at.base}/work?zone=Asia/Tokyo`))
  expect(items[0]).toMatchObject({
    draftId,
    waitingFor: 'signature',
    who: ['Alder Rowan'],
    serious: 0,
    due: { local: expect.stringMatching(/^2026-06-05 11:00 /) },
  })

  // Sent before it is signed: not at all.
  const wanted = { ofHash: draft.hash, mode: 'LIVE', typed: 'file form 4' }
  const unsigned = await preparer.post(`${at.base}/drafts/${draftId}/submissions`, wanted)
  expect([unsigned.status, unsigned.body.problem.code]).toEqual([422, 'D533'])
  expect(unsigned.body.reasons[0].code).toBe('D340')

  // Signed, tested, filed, accepted, archived.
  const signature = must(await signAs(at, draftId), 201)
  expect(signature).toMatchObject({ line: '/s/ Rowan Alder', signedOn: '2026-06-03', manner: 'electronic' })
  const trial = await order(at, 'TEST', draftId)
  await work(at, 0, 3000, 3000)
  expect(await submissionOf(at, trial.id)).toMatchObject({ state: 'accepted', mode: 'TEST', filingId: null })
  const live = await order(at, 'LIVE', draftId)
  expect(live.state).toBe('prepared')
  await work(at, 0)
  expect((await submissionOf(at, live.id)).state).toBe('received')
  await work(at, 3000, 3000)
  const accepted = await submissionOf(at, live.id)
  expect(accepted.states.map(({ state }: { state: string }) => state)).toEqual([
    'prepared',
    'sending',
    'received',
    'accepted',
  ])
  const filing = must(await preparer.get(`${at.base}/filings/${accepted.filingId}`))
  expect(filing).toMatchObject({
    destination: 'rehearsal',
    filingDate: '2026-06-03',
    formType: '4',
    intact: true,
    draftId,
  })
  expect(filing.accessionNumber).toBe(accepted.accessionNumber)
  const page = await preparer.get(`${at.base}/filings/${filing.id}/page.html`)
  expect(page.text).toContain('REHEARSAL. Nothing of this was filed')
  expect(page.text).toContain('/s/ Rowan Alder')
  // EDGAR puts the names in: what was sent has none, and the page has.
  for (const name of ['Alder Rowan', 'Saltmarsh Instruments Inc.']) expect(page.text).toContain(name)
  const xml = await preparer.get(`${at.base}/filings/${filing.id}/form.xml`)
  expect(xml.text).toContain('<signatureName>/s/ Rowan Alder</signatureName>')
  expect((await preparer.get(`${at.base}/filings/${filing.id}/page.pdf`)).text).toMatch(/^%PDF/)
  const { holdings } = must(await preparer.get(`${at.base}/insiders/${insiderId}/holdings?issuer=${issuerId}`))
  expect(holdings).toMatchObject([{ security: 'Stock Option (right to buy)', amount: '500', ownership: 'D' }])
  expect((await draftOf(at, draftId)).closed.because).toBe('filed')
  expect(must(await at.as('counsel').get(`${at.base}/audit/verification`)).intact).toBe(true)
  expect(at.log).toEqual([])
})

test('a stale save is refused with the difference, and a change voids what was signed', async () => {
  const at = await inventServer()
  const { draftId } = at.demonstration
  const path = `${at.base}/drafts/${draftId}`
  const first = await draftOf(at)
  must(await signAs(at), 201)
  const changed = (remarks: string) => ({
    basedOn: first.hash,
    filing: { ...first.filing, document: { ...first.filing.document, remarks: { value: remarks } } },
  })
  const saved = must(await at.as('preparer').put(path, changed('One thing.')))
  expect(saved.version).toBe(2)
  expect(saved.signatures).toEqual([])
  expect(saved.blockers.map(({ code }: { code: string }) => code)).toEqual(['D340'])
  const stale = await at.as('counsel').put(path, changed('Another thing.'))
  expect([stale.status, stale.body.problem.code]).toEqual([409, 'D403'])
  expect(stale.body.current).toMatchObject({ version: 2, hash: saved.hash })
  expect(stale.body.theirs).toMatchObject([{ kind: 'added', after: 'One thing.' }])
  expect(stale.body.yours).toMatchObject([{ kind: 'added', after: 'Another thing.' }])
  const gone = await at
    .as('preparer')
    .post(`${path}/submissions`, { ofHash: first.hash, mode: 'LIVE', typed: 'file form 4' })
  expect([gone.status, gone.body.problem.code]).toEqual([409, 'D403'])
  const none = await at.as('preparer').put(path, { basedOn: saved.hash, filing: { some: 'thing' } })
  expect([none.status, none.body.problem.code]).toEqual([422, 'D514'])
})

test('only the signer signs, after signing in again, and after attesting by hand', async () => {
  const at = await inventServer()
  const { draftId, insiderId } = at.demonstration
  const { hash } = await draftOf(at)
  const path = `${at.base}/drafts/${draftId}/signatures`
  const wish = { manner: 'electronic', insiderId, ofHash: hash, capacity: { kind: 'self' }, again: AGAIN }
  const codes = ({
    status,
    body,
  }: {
    status: number
    body: { problem: { code: string }; reasons?: { code: string }[] }
  }) => [status, ...(body.reasons ?? [body.problem]).map(({ code }) => code)]
  // Nobody but the director, whatever they upload.
  const paper = { ...wish, manner: 'uploaded', signedOn: '2026-06-03', document: PDF }
  expect(codes(await at.as('preparer').post(path, paper))).toEqual([422, 'D304'])
  expect(codes(await at.as('preparer').post(path, wish))).toContain('D304')
  // No attestation yet.
  expect(codes(await at.as('insider').post(path, wish))).toEqual([422, 'D312'])
  const wrong = { ...wish, again: { password: 'not the password' } }
  expect(codes(await at.as('insider').post(path, wrong))).toEqual([401, 'D505'])
  for (let i = 0; i < 4; i++) await at.as('insider').post(path, wrong)
  expect(codes(await at.as('insider').post(path, wish))).toEqual([429, 'D506'])
  at.advance(16 * 60_000)
  expect(must(await at.as('insider').post(path, paper), 201).manner).toBe('uploaded')
})

import { readSubmissionFile } from '@section16/core/read'
import { expect, test } from 'vitest'
import { AGAIN, draftOf, must, order, PDF, submissionOf, work } from './testing/acts.mts'
import { inventServer, type Server } from './testing/server.mts'

const TEXT = 'POWER OF ATTORNEY\n\nI appoint Agnes Agent and Conrad Counsel, jointly.\n\n/s/ Rowan Alder\n'
const base64 = (text: string) => Buffer.from(text).toString('base64')

function powerOf(at: Server, changed: object = {}) {
  const { agent, counsel } = at.demonstration.people
  return {
    insiderId: at.demonstration.insiderId,
    signers: [
      { userId: agent.userId, name: 'Agnes Agent' },
      { userId: counsel.userId, name: 'Conrad Counsel' },
    ],
    acting: 'jointly',
    forms: ['4'],
    issuerIds: null,
    fromDay: '2026-01-05',
    untilDay: null,
    onFileAccession: null,
    document: { mediaType: 'text/plain', base64: base64(TEXT) },
    ...changed,
  }
}

function signBy(at: Server, role: 'agent' | 'counsel', powerOfAttorneyId: string, ofHash: string) {
  const { draftId, insiderId } = at.demonstration
  const capacity = { kind: 'attorney', powerOfAttorneyId }
  const paper = { manner: 'uploaded', signedOn: '2026-06-03', document: PDF }
  return at.as(role).post(`${at.base}/drafts/${draftId}/signatures`, { ...paper, insiderId, ofHash, capacity })
}

test('attorneys who act jointly sign each for themselves; EX-24 goes along as it was shown', {
  timeout: 180_000,
}, async () => {
  const at = await inventServer()
  const { draftId } = at.demonstration
  const power = must(await at.as('counsel').post(`${at.base}/powers-of-attorney`, powerOf(at)), 201)
  expect(power.acting).toBe('jointly')
  const { hash } = await draftOf(at)
  must(await signBy(at, 'agent', power.id, hash), 201)
  const half = await draftOf(at)
  expect(half.owners[0].line).toBeNull()
  expect(half.blockers.map(({ code }: { code: string }) => code)).toEqual(['D341'])
  const own = must(await at.as('counsel').get(`${at.base}/drafts/${draftId}`))
  expect(own.owners[0].mayISignAs).toEqual({ kind: 'attorney', powerOfAttorneyId: power.id })
  const twice = await signBy(at, 'agent', power.id, hash)
  expect([twice.status, twice.body.problem.code]).toEqual([422, 'D307'])
  must(await signBy(at, 'counsel', power.id, hash), 201)
  const signed = await draftOf(at)
  expect(signed.owners[0].line.name).toBe('/s/ Agnes Agent and Conrad Counsel, attorneys-in-fact for Rowan Alder')
  expect(signed.exhibits).toEqual([
    { powerOfAttorneyId: power.id, name: 'ex24-1.txt', type: 'EX-24', onFileAccession: null },
  ])

  const shown = await at.as('viewer').get(`${at.base}/powers-of-attorney/${power.id}/document`)
  expect([shown.text, shown.headers.get('content-type')]).toEqual([TEXT, 'text/plain; charset=us-ascii'])
  expect(shown.headers.get('content-security-policy')).toContain('sandbox')
  const wanted = { ofHash: hash, mode: 'TEST', again: AGAIN }
  const upload = await at.as('preparer').post(`${at.base}/drafts/${draftId}/upload-file`, wanted)
  const { file } = readSubmissionFile(new TextEncoder().encode(upload.text))
  const exhibit = file?.documents.find(({ type }) => type === 'EX-24')
  expect([exhibit?.name, new TextDecoder().decode(exhibit?.bytes)]).toEqual(['ex24-1.txt', TEXT])
  const { id } = await order(at, 'LIVE')
  await work(at, 0, 3000, 3000)
  expect((await submissionOf(at, id)).state).toBe('accepted')
})

test('a power on file is stated with its accession number and does not go along', async () => {
  const at = await inventServer()
  const alone = { acting: 'severally', onFileAccession: '0009016002-26-000001' }
  const power = must(await at.as('counsel').post(`${at.base}/powers-of-attorney`, powerOf(at, alone)), 201)
  const { hash } = await draftOf(at)
  must(await signBy(at, 'agent', power.id, hash), 201)
  const { exhibits, owners } = await draftOf(at)
  const other = await signBy(at, 'counsel', power.id, hash)
  expect([other.status, other.body.problem.code]).toEqual([409, 'D407'])
  expect(owners[0].line.name).toBe('/s/ Agnes Agent, attorney-in-fact for Rowan Alder')
  expect(exhibits).toEqual([
    { powerOfAttorneyId: power.id, name: null, type: 'EX-24', onFileAccession: alone.onFileAccession },
  ])
})

test('a text is proposed and nothing kept; what EDGAR does not take is not kept either', async () => {
  const at = await inventServer()
  const { insiderId } = at.demonstration
  const counsel = at.as('counsel')
  const written = { mediaType: 'text/plain', base64: base64('I, Zo\u00eb, \u201cappoint\u201d.') }
  const read = must(await counsel.post(`${at.base}/powers-of-attorney/text`, { document: written }))
  expect([read.text, read.diagnostics[0].code]).toEqual(['I, Zo\u00eb, "appoint".\n', 'D564'])
  const document = { mediaType: 'text/plain', base64: base64(read.text) }
  const refused = await counsel.post(`${at.base}/powers-of-attorney`, powerOf(at, { document }))
  expect([refused.status, refused.body.problem.code]).toEqual([422, 'D564'])
  const picture = { mediaType: 'application/pdf', base64: base64('no PDF') }
  const none = await counsel.post(`${at.base}/powers-of-attorney/text`, { document: picture })
  expect([none.status, none.body.problem.code]).toEqual([422, 'D560'])
  expect(must(await counsel.get(`${at.base}/insiders/${insiderId}/powers-of-attorney`)).powers).toEqual([])
})

import { readSubmissionFile } from '@section16/core/read'
import { expect, test } from 'vitest'
import { AGAIN, draftOf, must, order, signAs, submissionOf, work } from './testing/acts.mts'
import { inventServer } from './testing/server.mts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const letter = (text: string) => ({ mediaType: 'text/plain', base64: base64(text) })

test('an exhibit is signed with the form, a letter is not; both are sent as they were shown', {
  timeout: 180_000,
}, async () => {
  const at = await inventServer()
  const { draftId } = at.demonstration
  const preparer = at.as('preparer')
  const attachments = `${at.base}/drafts/${draftId}/attachments`
  const before = await draftOf(at)
  must(await signAs(at), 201)
  const cover = { basedOn: before.hash, type: 'COVER', name: 'letter.txt', document: letter('Dear staff,\n') }
  const withLetter = must(await preparer.post(attachments, cover), 201)
  expect([withLetter.hash, withLetter.signatures.length]).toEqual([before.hash, 1])
  at.advance(1000)
  const exhibit = { ...cover, type: 'EX-99.1', name: 'ex99.htm', description: 'Joint filers' }
  const html = { mediaType: 'text/html', base64: base64('<p>Joint filers</p>') }
  const withExhibit = must(await preparer.post(attachments, { ...exhibit, document: html }), 201)
  expect(withExhibit.hash).not.toBe(before.hash)
  expect(withExhibit.signatures).toEqual([])
  expect(withExhibit.blockers.map(({ code }: { code: string }) => code)).toEqual(['D340'])
  expect(withExhibit.attachments).toMatchObject([
    { name: 'letter.txt', type: 'COVER', isContent: false },
    { name: 'ex99.htm', type: 'EX-99.1', isContent: true },
  ])
  const late = await preparer.post(attachments, { ...cover, name: 'late.txt' })
  expect([late.status, late.body.problem.code]).toEqual([409, 'D403'])

  // Saving the form goes on from the version with the exhibit, and keeps it in the hash.
  const remarked = { ...withExhibit.filing, remarks: 'Invented.' }
  const path = `${at.base}/drafts/${draftId}`
  const saved = must(await preparer.put(path, { basedOn: withExhibit.hash, filing: remarked }))
  expect(saved.blockers.map(({ code }: { code: string }) => code)).toEqual(['D340'])

  must(await signAs(at), 201)
  const shown = await at.as('viewer').get(`${attachments}/${saved.attachments[1].id}`)
  expect([shown.text, shown.headers.get('content-type')]).toEqual([
    '<p>Joint filers</p>',
    'text/html; charset=us-ascii',
  ])
  expect(shown.headers.get('content-security-policy')).toContain('sandbox')
  const upload = await preparer.post(`${path}/upload-file`, { ofHash: saved.hash, mode: 'TEST', again: AGAIN })
  const { file } = readSubmissionFile(upload.text)
  expect(
    file?.documents.slice(1).map(({ name, type, bytes }) => [name, type, new TextDecoder().decode(bytes)]),
  ).toEqual([
    ['letter.txt', 'COVER', 'Dear staff,\n'],
    ['ex99.htm', 'EX-99.1', '<p>Joint filers</p>'],
  ])
  const { id } = await order(at, 'LIVE')
  await work(at, 0, 3000, 3000)
  expect((await submissionOf(at, id)).state).toBe('accepted')
  const filed = await preparer.delete(`${attachments}/${saved.attachments[0].id}?basedOn=${saved.hash}`)
  expect([filed.status, filed.body.problem.code]).toEqual([409, 'D406'])
})

test('what EDGAR would not take is not attached; what is taken off goes with nothing', async () => {
  const at = await inventServer()
  const { draftId } = at.demonstration
  const preparer = at.as('preparer')
  const attachments = `${at.base}/drafts/${draftId}/attachments`
  const { hash: basedOn } = await draftOf(at)
  const good = { basedOn, type: 'EX-99', name: 'ex99.txt', document: letter('Invented.') }
  const codeOf = async (changed: object) => {
    const { status, body } = await preparer.post(attachments, { ...good, ...changed })
    return [status, body.problem.code]
  }
  expect(await codeOf({ name: 'Exhibit 99.pdf' })).toEqual([422, 'W201'])
  expect(await codeOf({ type: 'EX-24' })).toEqual([400, 'D501'])
  expect(await codeOf({ document: letter('Zo\u00eb') })).toEqual([422, 'D564'])
  expect(await codeOf({ document: letter('') })).toEqual([422, 'W204'])
  const one = must(await preparer.post(attachments, good), 201)
  expect(await codeOf({ basedOn: one.hash })).toEqual([422, 'W207'])
  const none = must(await preparer.delete(`${attachments}/${one.attachments[0].id}?basedOn=${one.hash}`))
  expect([none.hash, none.attachments]).toEqual([basedOn, []])
  expect((await preparer.get(`${attachments}/${one.attachments[0].id}`)).status).toBe(404)
})

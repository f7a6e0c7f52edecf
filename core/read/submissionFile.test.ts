import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../tools/repository.ts'
import { writeEdgarSubmission } from '../write/edgarSubmission.ts'
import { documentOf } from '../write/inventedFilings.mts'
import { readSubmissionFile } from './submissionFile.ts'

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

test('what was written is read', () => {
  const document = documentOf(readFileSync(join(root, 'cases/elements/4.xml'), 'utf8'))
  const power = {
    name: 'poa.txt',
    type: 'EX-24',
    description: 'Power <of> Ines & Co.',
    bytes: Uint8Array.of(0, 255, 66),
  }
  const contact = { name: 'Ann Example', phoneNumber: '212-555-0100', emailAddress: 'ann@example.com' }
  const notificationEmailAddresses = ['desk@example.com', 'night@example.com']
  const options = { testOrLive: 'TEST', contact, notificationEmailAddresses, supportingDocuments: [power] } as const
  const { file, diagnostics } = readSubmissionFile(writeEdgarSubmission(document, options).xml ?? '')
  expect(diagnostics).toEqual([])
  expect(file).toMatchObject({ submissionType: '4', contact, notificationEmailAddresses })
  expect(file?.documents[1]).toEqual(power)
  expect(file?.documents[0]).toMatchObject({ name: 'form4.xml', type: '4' })
  expect(text(file?.documents[0]?.bytes)).toContain('<ownershipDocument>')
  expect(file?.root?.children.map(({ name }) => name)).toEqual([
    'submissionType',
    'testOrLive',
    'pointOfContact',
    'notificationAddresses',
    'edgarDocument',
    'edgarDocument',
  ])
})

test('a file that breaks its schema is read by names, and what is missing is empty', () => {
  const { file } = readSubmissionFile(
    '<x a="1">\n<edgarDocument><documentName><![CDATA[a&b]]></documentName></edgarDocument></x>',
  )
  expect(file?.submissionType).toBe('')
  expect(file).not.toHaveProperty('contact')
  expect(file?.documents).toEqual([{ name: 'a&b', type: '', bytes: new Uint8Array(0) }])
  expect(file?.root).toMatchObject({ name: 'x', attributes: ['a'], text: '\n' })
})

test.each([
  ['lines and blanks', ' S25v\n  dyBh\tbGw= ', 'Know all'],
  ['without filling', 'S25vdyBhbGw', 'Know all'],
  ['a digit too many', 'S25vd', 'Kno'],
  ['what is no digit', 'S2*5v', 'Kno'],
  ['nothing', '', ''],
])('base64: %s', (_, block, expected) => {
  const xml = `<edgarSubmission><edgarDocument><documentMimeBlock>${block}</documentMimeBlock></edgarDocument></edgarSubmission>`
  expect(text(readSubmissionFile(new TextEncoder().encode(xml)).file?.documents[0]?.bytes)).toBe(expected)
})

test('a file that is not well-formed says where', () => {
  const { file, diagnostics } = readSubmissionFile('<edgarSubmission><testOrLive></edgarSubmission>')
  expect(file).toBeUndefined()
  expect(diagnostics).toMatchObject([{ severity: 'suspends', at: { offset: expect.any(Number) } }])
})

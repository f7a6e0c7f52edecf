import { expect, test } from 'vitest'
import { messageOf } from '../facts/messageOf.ts'
import { submissionFileDiagnostics } from '../facts/submissionFileDiagnostics.ts'
import type { SubmittedDocument } from '../model/submissionFile.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { checkSubmissionFile } from './submissionFile.ts'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const file = (name: string, type: string, text = 'text'): SubmittedDocument => ({ name, type, bytes: bytes(text) })
const form = file('form4.xml', '4', '<ownershipDocument/>')
const { document } = readOwnershipXml('<ownershipDocument><documentType>4</documentType></ownershipDocument>')

const said = (submissionType: string, ...documents: SubmittedDocument[]) =>
  checkSubmissionFile({ submissionType, documents }, document).map(
    (one) => `${one.code} ${one.severity}: ${messageOf(one, submissionFileDiagnostics)}`,
  )

test('a form with a power of attorney and a picture that it shows has no problem', () => {
  const page = file('poa.htm', 'EX-24', '<p>Power<img alt="" src="Seal.jpg"></p>')
  expect(said('4', form, page, file('seal.jpg', 'GRAPHIC', '\xff\xd8\xff'))).toEqual([])
  expect(said('4', file('poa.txt', 'EX-24.MINE', 'Know all men\n\tby these presents\r\n'), form)).toEqual([])
})

test.each([
  ['no form', ['4'], 'C302 suspends: The submission has 0 ownership documents; it must have exactly one.'],
  [
    'two forms',
    ['4', form, file('other.xml', '3')],
    'C302 suspends: The submission has 2 ownership documents; it must have exactly one.',
  ],
  ['PDF by name', ['4', form, file('poa.pdf', 'EX-24')], 'C308 warns: EDGAR drops the PDF “poa.pdf”.'],
  ['PDF by content', ['4', form, file('poa.txt', 'EX-24', '%PDF-1.7')], 'C308 warns: EDGAR drops the PDF “poa.txt”.'],
  [
    'a picture that only text names',
    ['4', form, file('poa.htm', 'EX-24', '<p>seal.jpg'), file('seal.jpg', 'GRAPHIC')],
    'C309 suspends: No HTML document of the submission refers to the graphic “seal.jpg”.',
  ],
  [
    'a typographic apostrophe',
    ['4', form, file('poa.txt', 'EX-24', 'Company\x92s')],
    'C310 suspends: The document “poa.txt” holds the byte 0x92, which is no ASCII text.',
  ],
  [
    'a script',
    ['4', form, file('poa.htm', 'EX-24', '<p>x<SCRIPT>')],
    'C311 suspends: The document “poa.htm” holds <SCRIPT, which EDGAR does not take.',
  ],
] as [string, [string, ...SubmittedDocument[]], string][])('%s', (_, [type, ...documents], expected) => {
  expect(said(type, ...documents)).toEqual([expected])
})

test('three types that differ', () => {
  expect(said('4/A', form)).toEqual([
    'C303 suspends: The type of the document is “4”, and the submission is one of type “4/A”.',
    'C303 suspends: The type inside the form is “4”, and the submission is one of type “4/A”.',
  ])
})

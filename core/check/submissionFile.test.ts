import { expect, test } from 'vitest'
import { messageOf } from '../facts/messageOf.ts'
import { submissionFileDiagnostics } from '../facts/submissionFileDiagnostics.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
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

/** A code of this room; names, types and lengths are the writer's. */
const own = ({ code }: Diagnostic) => (code.startsWith('C') ? [code] : [])

test('a form that could not be read, or does not say its type', () => {
  const codes = (document: OwnershipDocument | undefined) =>
    checkSubmissionFile({ submissionType: '4', documents: [form] }, document).map(
      ({ code, at }) => `${code} ${at.path}`,
    )
  expect(codes(undefined)).toEqual([])
  const untyped = readOwnershipXml('<ownershipDocument><remarks>R</remarks></ownershipDocument>').document
  expect(codes(untyped)).toEqual(['C303 /ownershipDocument/documentType'])
})

test('of two forms neither is held against the type of the submission', () => {
  const documents = [form, file('b.xml', '4/A')]
  expect(checkSubmissionFile({ submissionType: '5', documents }, undefined).flatMap(own)).toEqual(['C302'])
})

test.each([
  ['poa.txt', 'EX-24', '\t\n\r ~', []],
  ['poa.txt', 'EX-24', '\x7f', ['C310']],
  ['poa.txt', 'EX-24', '\x1f', ['C310']],
  ['poa.txt', 'EX-24', '\x08', ['C310']],
  ['poa.html', 'EX-24', '\x0b', ['C310']],
  ['poa.HTM', 'EX-24', '\x0c', ['C310']],
  ['poa.txt.gif', 'EX-24', '\xff', []],
  ['form4.txt', '4', '\xff', []],
  ['PDF.txt', 'EX-24', ' %PDF-', []],
  ['poa.pdf.txt', 'EX-24', '%PDF', []],
  ['poa.PDF', 'EX-24', 'text', ['C308']],
  ['poa.txt', 'EX-24', '<script>', []],
  ['poa.htm', 'EX-24', '<formation>', []],
  ['poa.htm.txt', 'EX-24', '<form>', []],
  ...['<applet>', '<object ', '<embed>', '<iframe>', '<frame>', '<form>', 'JavaScript:x()'].map(
    (text) => ['poa.htm', 'EX-24', text, ['C311']] as const,
  ),
  ['poa.htm', 'EX-24', '\x80<form>', ['C310', 'C311']],
] as const)('an attachment %s (%s) %j', (name, type, text, codes) => {
  const documents = type === '4' ? [file(name, type, text)] : [form, file(name, type, text)]
  expect(checkSubmissionFile({ submissionType: '4', documents }, undefined).flatMap(own)).toEqual(codes)
})

test('a byte is told by two digits', () => {
  expect(said('4', form, file('poa.txt', 'EX-24', '\x0b'))).toEqual([
    'C310 suspends: The document “poa.txt” holds the byte 0x0B, which is no ASCII text.',
  ])
})

test.each([
  ['<img src="logo.jpg">', []],
  ["<img src='logo.jpg'>", []],
  ['<img src=logo.jpg>', []],
  ['<img\nsrc = " LOGO.jpg ">', []],
  ['<img src="other.jpg"><img src="logo.jpg">', []],
  ['<img data-src="logo.jpg">', ['C309']],
  ['<img src="a/logo.jpg">', ['C309']],
  ['<img alt="logo.jpg" src="">', ['C309']],
])('a picture on a page: %j', (page, codes) => {
  const documents = [form, file('poa.htm', 'EX-24', page), file('Logo.jpg', 'GRAPHIC', '\xff')]
  expect(checkSubmissionFile({ submissionType: '4', documents }, undefined).flatMap(own)).toEqual(codes)
})

test('a picture is one by its type, a page by its name', () => {
  const picture = (type: string) => file('logo.jpg', type, '\xff')
  const codes = (...documents: SubmittedDocument[]) =>
    checkSubmissionFile({ submissionType: '4', documents: [form, ...documents] }, undefined).flatMap(own)
  expect(codes(picture('GRAPHIC'))).toEqual(['C309'])
  expect(codes(picture('GRAPHICS'))).toEqual([])
  expect(codes(picture('EX-99.GRAPHIC'))).toEqual([])
  expect(codes(picture('GRAPHIC'), file('page.txt', 'EX-24', '<img src="logo.jpg">'))).toEqual(['C309'])
})

test('a problem says where in the submission it is', () => {
  const paths = (submissionType: string, ...documents: SubmittedDocument[]) =>
    checkSubmissionFile({ submissionType, documents }, undefined)
      .filter(({ code }) => code.startsWith('C'))
      .map(({ at }) => at.path)
  expect(paths('4')).toEqual(['/edgarSubmission'])
  expect(paths('4/A', form)).toEqual(['/edgarSubmission/edgarDocument[1]/documentType'])
  for (const wrong of [file('a.pdf', 'EX-24'), file('a.txt', 'EX-24', '\xff'), file('a.jpg', 'GRAPHIC')])
    expect(paths('4', form, wrong)).toEqual(['/edgarSubmission/edgarDocument[2]'])
})

test('a form without type is held against the submission as one of none', () => {
  const untyped = readOwnershipXml('<ownershipDocument><remarks>R</remarks></ownershipDocument>').document
  const [one] = checkSubmissionFile({ submissionType: '4', documents: [form] }, untyped)
  expect(one?.data).toEqual({ what: 'type inside the form', found: '', submissionType: '4' })
})

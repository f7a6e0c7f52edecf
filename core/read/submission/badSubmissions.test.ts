import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SubmissionCode, submissionDiagnostics } from '../../facts/submissionDiagnostics.ts'
import type { Submission } from '../../model/submission.ts'
import { readSubmission } from './readSubmission.ts'
import { LABELLED, TAGGED, TYPED_2000 } from './samples.mts'

const codes = (submission: Submission) => submission.diagnostics.map(({ code }) => code)

describe('what is wrong is told', () => {
  const changed = (from: string, to: string) => readSubmission(LABELLED.replace(from, to))

  test.each<[what: string, from: string, to: string, code: SubmissionCode, data: object]>([
    [
      'a date that is none',
      '20240226',
      '20240230',
      'R204',
      { label: 'CONFORMED PERIOD OF REPORT', value: '20240230', expected: 'date' },
    ],
    [
      'a time that is none',
      '20240228183005',
      '20240228243005',
      'R204',
      { label: 'ACCEPTANCE-DATETIME', value: '20240228243005', expected: 'date and time' },
    ],
    [
      'a CIK that is none',
      '\t0009000001',
      '\tNINE',
      'R204',
      { label: 'CENTRAL INDEX KEY', value: 'NINE', expected: 'CIK' },
    ],
    [
      'another number in the wrapper',
      '000123.txt',
      '000124.txt',
      'R205',
      { header: '0009999999-24-000123', wrapper: '0009999999-24-000124' },
    ],
    ['a line without label', 'MOON PHASE:\t\tWANING: 3/4', 'MOON', 'R206', { line: 'MOON' }],
    ['a closing tag that closes nothing', 'MOON PHASE:\t\tWANING: 3/4', '</MOON>', 'R207', { tag: 'MOON' }],
    ['a missing </TEXT>', '</XML>\n</TEXT>', '</XML>', 'R211', { document: 1, type: '4', tag: '</TEXT>' }],
    [
      'a missing </DOCUMENT>',
      '</XML>\n</TEXT>\n</DOCUMENT>',
      '</XML>\n</TEXT>',
      'R211',
      { document: 1, type: '4', tag: '</DOCUMENT>' },
    ],
    [
      'a missing <TEXT>',
      '<FLAVOUR>plain\n<TEXT>\nPOWER OF ATTORNEY\n</TEXT>\nis quoted here\n</TEXT>',
      '',
      'R212',
      { document: 2, type: 'EX-24' },
    ],
    ['another count', 'COUNT:\t\t2', 'COUNT:\t\t3', 'R213', { claimed: 3, found: 2 }],
    ['a missing </XML>', '</XML>\n', '', 'R214', { document: 1, type: '4' }],
    ['a sequence that is none', '<SEQUENCE>2', '<SEQUENCE>two', 'R215', { document: 2, type: 'EX-24', value: 'two' }],
  ])('%s', (_, from, to, code, data) => {
    const submission = changed(from, to)
    expect(submission.diagnostics).toMatchObject([{ code, data }])
    expect(submission.documents).toHaveLength(2)
    const holes = submissionDiagnostics[code].message.match(/(?<=\{)\w+(?=\})/g) ?? []
    expect(Object.keys(data)).toEqual(expect.arrayContaining(holes))
  })

  test('a missing </TEXT> takes nothing from the next document', () => {
    const submission = changed('</XML>\n</TEXT>\n</DOCUMENT>', '</XML>')
    expect(submission.documents.map(({ type }) => type)).toEqual(['4', 'EX-24'])
    expect(submission.documents[0]?.end).toBe(submission.documents[1]?.offset)
  })

  test('a </TEXT> that does not begin its line ends the text all the same', () => {
    const text = LABELLED.replace('</XML>\n</TEXT>', '</XML></TEXT>')
    const [form] = readSubmission(text).documents
    expect(text.slice(form?.end, (form?.end ?? 0) + 7)).toBe('</TEXT>')
    expect(text.slice(form?.xmlStart, form?.xmlEnd).endsWith('</ownershipDocument>\n')).toBe(true)
  })

  test('an invalid date is left out and stays in the tree', () => {
    const submission = changed('20240226', '20240230')
    expect(submission.periodOfReport).toBeUndefined()
    expect(submission.header.entries.find(({ label }) => label === 'CONFORMED PERIOD OF REPORT')?.value).toBe(
      '20240230',
    )
  })

  test('the number of the wrapper stands in for a missing one', () => {
    const submission = changed('ACCESSION NUMBER:\t\t0009999999-24-000123\n', '')
    expect(submission.accessionNumber).toBe('0009999999-24-000123')
    expect(submission.diagnostics).toEqual([])
  })

  test('mail that does not end', () => {
    expect(codes(readSubmission(TYPED_2000.slice(0, -10)))).toEqual(['R209'])
  })

  test('blocks deeper than any real header', () => {
    const steps = Array.from({ length: 30 }, (_, i) => `${' '.repeat(i)}STEP ${i}:`)
    const submission = readSubmission(`ACCESSION NUMBER:\t0009999999-24-000123\n${steps.join('\n')}\n`)
    expect(codes(submission)).toContain('R208')
    expect(JSON.stringify(submission.header).match(/STEP/g)).toHaveLength(30)
  })

  test('labels that are names of object members are labels like others', () => {
    const submission = changed('MOON PHASE:', '__proto__:').parties.length
    expect(submission).toBe(2)
    expect(changed('\t\tFISCAL YEAR END:', '\t\tconstructor:').parties[1]).not.toHaveProperty('fiscalYearEnd')
  })
})

describe('hostile text', () => {
  test('whatever is cut out or put in, nothing throws and offsets stay in order', () => {
    const samples = fc.constantFrom(LABELLED, TAGGED, TYPED_2000)
    const pieces = fc.constantFrom(
      '<',
      '</TEXT>',
      '\n<DOCUMENT>\n',
      '\n</TEXT>\n',
      '<TEXT>',
      '\r',
      ':',
      '\t',
      '</',
      '<XML>',
      'x',
    )
    fc.assert(
      fc.property(samples, fc.nat(), fc.nat(400), pieces, (sample, at, length, piece) => {
        const from = at % sample.length
        const text = sample.slice(0, from) + piece + sample.slice(from + length)
        let last = 0
        for (const { offset, start, end, isXml, xmlStart = 0, xmlEnd = 0 } of readSubmission(text).documents) {
          expect([last, offset, start, end, text.length]).toEqual(
            [last, offset, start, end, text.length].sort((a, b) => a - b),
          )
          if (isXml) expect(start <= xmlStart && xmlStart <= xmlEnd && xmlEnd <= end).toBe(true)
          last = end
        }
      }),
    )
  })

  // Each of these would outlast the time limit if some tag were searched for again and again.
  test.each([
    ['documents', '<DOCUMENT>\n'],
    ['texts without end', '<DOCUMENT>\n<TEXT>\n<XML>\n'],
    ['texts without document end', '<DOCUMENT>\n<TEXT>\n</TEXT>\n'],
    ['text ends', '</TEXT>\n'],
    ['opened brackets', '<'],
    ['closing brackets', '</'],
    ['blanks', ' '],
    ['labels', 'A:\n'],
    ['indented labels', '\tA:\n'],
    ['tags', '<A>\n'],
  ])('50,000 %s take no more than their share of time', (_, piece) => {
    const many = piece.repeat(50_000)
    for (const start of [
      '<SEC-DOCUMENT>\n',
      '<DOCUMENT>\n<TYPE>4\n<TEXT>\n',
      '-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n',
    ]) {
      expect(readSubmission(start + many).diagnostics).toBeDefined()
    }
  })
})

import { expect, test } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import { OwnershipDocument } from '../../model/ownershipDocument.ts'
import { reported } from '../../model/reported.ts'
import { CheckedFiling } from '../checkedFiling.ts'
import { schemaFaults } from './schemaFaults.ts'

/** A document of which little more is said than its type. */
function documentOf(type: string): OwnershipDocument {
  const document = new OwnershipDocument()
  document.documentType = reported('text', type)
  return document
}

function kindsOn(document: OwnershipDocument, written: string): string[] {
  const rulesOf = CalendarDate.parse(written) as CalendarDate
  return schemaFaults(new CheckedFiling(document, { rulesOf })).map(({ kind, path }) => `${kind} ${path.slice(19)}`)
}

test('an empty document misses what every form must have', () => {
  expect(kindsOn(documentOf('3'), '2026-05-04')).toEqual([
    'missing-element periodOfReport',
    'missing-element issuer',
    'missing-element reportingOwner',
    'missing-element ownerSignature',
  ])
})

test('an amendment names the date of its original', () => {
  expect(kindsOn(documentOf('3/A'), '2026-05-04')).toContain('missing-element dateOfOriginalSubmission')
})

test.each([
  ['2023-03-17', false],
  ['2023-03-20', true],
])('on %s the 10b5-1 box must be there: %s', (day, isMandatory) => {
  expect(kindsOn(documentOf('4'), day).includes('missing-element aff10b5One')).toBe(isMandatory)
})

test('the box was not known before it came', () => {
  const document = documentOf('4')
  document.aff10b5One = reported('boolean', '0')
  expect(kindsOn(document, '2023-03-17')).toContain('element-of-another-form aff10b5One')
  expect(kindsOn(document, '2023-03-20')).not.toContain('element-of-another-form aff10b5One')
})

test('a document of before the known schemas is not judged by them', () => {
  expect(kindsOn(documentOf('4'), '2003-06-30')).toEqual([])
})

test('a document of unknown type has one fault', () => {
  expect(kindsOn(documentOf('144'), '2026-05-04')).toEqual(['unknown-document-type documentType'])
})

import { expect, test } from 'vitest'
import { parseAccessionNumber } from './accessionNumber.ts'
import { MASKED_CCC, maskCccMarkup } from './ccc.ts'
import { parseCik } from './cik.ts'

test.each([
  ['0001234567', '0001234567'],
  ['42', '0000000042'],
  [' 42\n', '0000000042'],
  ['0', '0000000000'],
  ['12345678901', undefined],
  ['', undefined],
  ['4 2', undefined],
  ['n/a', undefined],
  ['-1', undefined],
])('the CIK %j is %j', (written, cik) => expect(parseCik(written)).toBe(cik))

test.each([
  ['0001234567-24-000001', '0001234567-24-000001'],
  ['000123456724000001', '0001234567-24-000001'],
  [' 0001234567-24-000001 ', '0001234567-24-000001'],
  ['0001234567-24-00001', undefined],
  ['1234567-24-000001', undefined],
  ['0001234567/24/000001', undefined],
])('the accession number %j is %j', (written, number) => expect(parseAccessionNumber(written)).toBe(number))

test('a CCC in markup is masked, whatever its length', () => {
  expect(maskCccMarkup('<a><rptOwnerCcc>abcd123$</rptOwnerCcc><rptOwnerCcc b="c">x</rptOwnerCcc></a>')).toBe(
    `<a><rptOwnerCcc>${MASKED_CCC}</rptOwnerCcc><rptOwnerCcc b="c">${MASKED_CCC}</rptOwnerCcc></a>`,
  )
  expect(maskCccMarkup('<rptOwnerCcc></rptOwnerCcc><rptOwnerCik>1</rptOwnerCik>')).toBe(
    '<rptOwnerCcc></rptOwnerCcc><rptOwnerCik>1</rptOwnerCik>',
  )
})

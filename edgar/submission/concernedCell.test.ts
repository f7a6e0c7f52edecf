import { expect, test } from 'vitest'
import { FORM4 } from '../inventedSubmission.mts'
import { concernedCell, pathAtLine } from './concernedCell.ts'

const message = (content: string, line?: number, documentNumber?: number) => ({
  type: 'ERROR' as const,
  content,
  ...(line && { line }),
  ...(documentNumber && { documentNumber }),
})

/** The line on which a text first stands. */
const lineOf = (text: string) => FORM4.slice(0, FORM4.indexOf(text)).split('\n').length

test('the words of EDGAR’s own example name a field', () => {
  expect(concernedCell(message('Value for Period of Report is missing or invalid.'))).toEqual({
    path: '/ownershipDocument/periodOfReport',
    by: 'title',
  })
})

test.each([
  ["Element 'issuerTradingSymbol': [facet 'maxLength'] too long.", '/ownershipDocument/issuer/issuerTradingSymbol'],
  ['Value for Issuer Trading Symbol is missing.', '/ownershipDocument/issuer/issuerTradingSymbol'],
])('%s', (content, path) => {
  expect(concernedCell(message(content))?.path).toBe(path)
})

test.each([
  'EDGAR no longer accepts this form type here.',
  'The issuer is not known.',
  'Value for transactionShares is missing or invalid.',
  'issuerCik and periodOfReport do not go together.',
])('%s: no one field', (content) => {
  expect(concernedCell(message(content))).toBeUndefined()
})

test.each([
  ['<periodOfReport>', '/ownershipDocument/periodOfReport'],
  [
    '<transactionCode>P<',
    '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]/transactionCoding/transactionCode',
  ],
  [
    '<natureOfOwnership>',
    '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]/ownershipNature/natureOfOwnership',
  ],
  ['<footnote id="F2">', '/ownershipDocument/footnotes/footnote[2]'],
  ['</nonDerivativeTable>', '/ownershipDocument/nonDerivativeTable'],
])('the line of %s', (text, path) => {
  expect(concernedCell(message('Wrong.', lineOf(text), 1), { formXml: FORM4 })).toEqual({ path, by: 'line' })
})

test('a line of another document is none of the form’s', () => {
  expect(concernedCell(message('Wrong.', 5, 2), { formXml: FORM4 })).toBeUndefined()
  expect(concernedCell(message('Wrong.', 5, 2), { formXml: FORM4, formNumber: 2 })?.by).toBe('line')
})

test('a line before the root, or none at all', () => {
  expect(pathAtLine(FORM4, 1)).toBeUndefined()
  expect(pathAtLine('', 1)).toBeUndefined()
})

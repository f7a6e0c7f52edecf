import { expect, test } from 'vitest'
import type { Word } from '../page/page.ts'
import { issuerOf } from './issuer.ts'
import { WordLedger } from './ledger.ts'

const words = (line: string, isBold?: boolean): Word[] =>
  line.split(' ').map((text, i) => ({
    text,
    place: { page: 1, left: 60 * i, top: 0, right: 60 * i + 50, bottom: 10 },
    certainty: 1,
    ...(isBold === undefined ? {} : { isBold }),
  }))

function read(line: string, isBold?: boolean) {
  const all = words(line, isBold)
  const ledger = new WordLedger(all)
  const { issuer, tradingSymbol } = issuerOf(all, 600, ledger)
  return [issuer?.text, tradingSymbol?.text, ledger.free(all).length]
}

test.each([
  ['Invented Bancorp Inc. /NY/ [INVT]', ['Invented Bancorp Inc. /NY/', 'INVT', 0]],
  ['Invented Bancorp Inc. /NY/[INVT]', ['Invented Bancorp Inc. /NY/', 'INVT', 0]],
  ['Invented Bancorp [ INVT ]', ['Invented Bancorp', 'INVT', 0]],
  ['Invented Bancorp', ['Invented Bancorp', undefined, 0]],
  ['[INVT]', [undefined, 'INVT', 0]],
])('%s', (line, expected) => expect(read(line)).toEqual(expected))

test('a bracket in the bold letters of the name is the name’s', () => {
  expect(read('Invented Bancorp[old]', true)).toEqual(['Invented Bancorp[old]', undefined, 0])
})

import { Decimal } from '@section16/core/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type NumberColumn, readNumber } from './readNumber.ts'

const said = (text: string, column: NumberColumn, isOcr: boolean) => {
  const { kind, written, because, alternatives, doubts } = readNumber(text, { column, isOcr })
  const value = kind === 'value' ? written : kind === 'open' ? `? ${alternatives.join(' ')}`.trim() : kind
  return [value, because ?? doubts[0] ?? ''].join(' | ')
}

test.each<[string, NumberColumn, string]>([
  ['10,000', 'count', '10000 | '],
  ['10000', 'count', '10000 | '],
  ['1,234.5678', 'count', '1234.5678 | '],
  ['$33,100', 'money', '33100 | '],
  ['$ 3.310', 'money', '3.310 | '],
  ['US$12.50', 'money', '12.50 | '],
  ['$.01', 'money', '.01 | '],
  ['0', 'money', '0 | '],
  ['$1.375', 'money', '1.375 | '],
  ['-', 'money', 'blank | '],
  ['--', 'count', 'blank | '],
  ['—', 'count', 'blank | '],
  ['N/A', 'money', 'blank | '],
  ['None', 'count', 'blank | '],
  ['', 'count', 'blank | '],
  ['-0-', 'count', '0 | zeroBetweenDashes'],
  ['500 shares', 'count', '500 | unit'],
  ['$12.50 per share', 'money', '12.50 | unit'],
  ['(1,000)', 'count', '1000 | parentheses'],
  ['12,000 -', 'count', '12000 | dashBeside'],
  ['$12 3/8', 'money', '12.375 | fraction'],
  ['12-1/2', 'money', '12.5 | fraction'],
  ['7/16', 'money', '0.4375 | fraction'],
  ['12 1/3', 'money', 'misfit | '],
  ['$10.25-$10.50', 'money', 'misfit | '],
  ['See footnote', 'money', 'misfit | '],
  ['various', 'count', 'misfit | '],
])('%s in a column of %s: %s, whoever read it', (text, column, expected) => {
  expect(said(text, column, false)).toBe(expected)
  expect(said(text, column, true)).toBe(expected)
})

test.each<[string, NumberColumn, string]>([
  ['l0,000', 'count', '10000 | letterForDigit'],
  ['1O,OOO', 'count', '10000 | letterForDigit'],
  ['$3.3I', 'money', '3.31 | letterForDigit'],
  ['S3.31', 'money', '? 53.31 3.31 | '],
  ['S00', 'count', '500 | letterForDigit'],
  ['3,31', 'money', '3.31 | commaForPoint'],
  ['10,00', 'count', '? 10.00 1000 | '],
  ['10.000', 'count', '? 10000 10.000 | '],
  ['1.000.000', 'count', '1000000 | pointForComma'],
  ['1,000,50', 'money', '1000.50 | commaForPoint'],
  ['1.000.50', 'money', '1000.50 | pointForComma'],
  ['10,00 0', 'count', '10000 | blankInNumber'],
  ['1 0,000', 'count', '10000 | blankInNumber'],
  ['10 000', 'count', '10000 | blankInNumber'],
  ['3 31', 'money', '? 331 3.31 | '],
  ['10,000 0', 'count', '? 10000 | '],
  ['10,,000', 'count', '10000 | doubledSeparator'],
  ['331', 'money', '331 | pointMayBeLost'],
  ['$1250', 'money', '1250 | pointMayBeLost'],
  ['10,0000', 'count', '? | '],
  [',000', 'count', '? | '],
  ['3.3?', 'money', '? | '],
])('OCR: %s in a column of %s: %s', (text, column, expected) => {
  expect(said(text, column, true)).toBe(expected)
})

test('a number printed as forms print it comes back exact', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 4 }), (units, scale) => {
      const decimal = Decimal.of(units, scale)
      const [whole = '', fraction] = String(decimal).split('.')
      const printed = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
      const { kind, written } = readNumber(printed, { column: 'count', isOcr: false })
      expect(kind).toBe('value')
      expect(Decimal.parse(written!)?.equals(decimal)).toBe(true)
    }),
  )
})

/** What OCR does to the letters of a number, one of them at a time. */
const SPOILERS: readonly [string, string][] = [
  ['0', 'O'],
  ['1', 'l'],
  ['1', 'I'],
  ['5', 'S'],
  ['8', 'B'],
  [',', '.'],
  ['.', ','],
  [',', ' '],
  ['.', ' '],
  ['.', ''],
]

test('a number of which OCR spoiled one sign never becomes another number without a flag', () => {
  const spoiled = fc.tuple(
    fc.integer({ min: 1, max: 9_999_999 }),
    fc.integer({ min: 0, max: 99 }),
    fc.constantFrom<NumberColumn>('count', 'money'),
    fc.constantFrom(...SPOILERS),
    fc.nat(12),
  )
  fc.assert(
    fc.property(spoiled, ([whole, cents, column, [from, to], nth]) => {
      const dollars = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
      const printed = column === 'money' ? `${dollars}.${String(cents).padStart(2, '0')}` : dollars
      const places = [...printed.matchAll(new RegExp(from === '.' ? '\\.' : from, 'g'))].map(({ index }) => index)
      const at = places[nth % Math.max(1, places.length)]
      if (at === undefined) return
      const read = readNumber(printed.slice(0, at) + to + printed.slice(at + from.length), { column, isOcr: true })
      if (read.kind !== 'value') return
      const isRight = Decimal.parse(read.written!)!.equals(Decimal.parse(printed.replaceAll(',', ''))!)
      const isFlagged = read.because !== undefined || read.doubts.length > 0
      expect(isRight || isFlagged, `${printed} spoiled to ${read.written}`).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

import { describe, expect, test } from 'vitest'
import { Decimal } from './decimal.ts'

const decimal = (written: string) => Decimal.parse(written) as Decimal

describe('a number as written', () => {
  test.each([
    // written, units, scale, shortest form
    ['1500', 1500n, 0, '1500'],
    ['0', 0n, 0, '0'],
    ['0.00', 0n, 0, '0'],
    ['3.49780', 34978n, 4, '3.4978'],
    ['.5', 5n, 1, '0.5'],
    ['5.', 5n, 0, '5'],
    ['007', 7n, 0, '7'],
    ['+317.01', 31701n, 2, '317.01'],
    ['-12.50', -125n, 1, '-12.5'],
    ['-0', 0n, 0, '0'],
    [' 42\n', 42n, 0, '42'],
    ['999999999999.9999', 9999999999999999n, 4, '999999999999.9999'],
    ['9007199254740993', 9007199254740993n, 0, '9007199254740993'],
    ['123456789012345', 123456789012345n, 0, '123456789012345'],
    ['0.000000000000000000001', 1n, 21, '0.000000000000000000001'],
    ['1'.repeat(1000), BigInt('1'.repeat(1000)), 0, '1'.repeat(1000)],
  ])('%j', (written, units, scale, shortest) => {
    const read = decimal(written)
    expect([read.units, read.scale, String(read)]).toEqual([units, scale, shortest])
    expect(JSON.stringify({ read })).toBe(`{"read":"${shortest}"}`)
  })

  test.each([
    '',
    ' ',
    '.',
    '+',
    '-',
    '+.',
    '1,500',
    '$3',
    '(3)',
    '1e3',
    '1 2',
    '1.2.3',
    '0x10',
    'n/a',
    'NaN',
    '١',
    '--1',
    '1'.repeat(1001),
  ])('%j is none', (written) => expect(Decimal.parse(written)).toBeUndefined())
})

describe('arithmetic is exact', () => {
  test.each([
    ['0.1', '0.2', '0.3', '-0.1', '0.02'],
    ['1.50', '1.5', '3', '0', '2.25'],
    ['-7', '.25', '-6.75', '-7.25', '-1.75'],
    ['99999999999999999999', '1', '100000000000000000000', '99999999999999999998', '99999999999999999999'],
  ])('%s and %s', (one, other, sum, less, product) => {
    const [a, b] = [decimal(one), decimal(other)]
    expect([a.plus(b), a.minus(b), a.times(b)].map(String)).toEqual([sum, less, product])
    expect(b.plus(a).equals(a.plus(b))).toBe(true)
  })

  test.each([
    ['1.5', '1.50', 0],
    ['1.05', '1.5', -1],
    ['-1', '0.001', -1],
    ['10', '9.999999999999999999', 1],
  ])('%s compared with %s', (one, other, order) => {
    expect(decimal(one).compare(decimal(other))).toBe(order)
    expect(decimal(one).equals(decimal(other))).toBe(order === 0)
  })

  test('the sign, and zero', () => {
    expect(['-0.01', '0.000', '3'].map((written) => decimal(written).sign)).toEqual([-1, 0, 1])
    expect(['0.000', '0.001'].map((written) => decimal(written).isZero)).toEqual([true, false])
    expect(String(Decimal.of(1500n, 3))).toBe('1.5')
    expect(String(Decimal.of(-5, 2))).toBe('-0.05')
  })

  test.each([
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['1.004999', 2, '1'],
    ['2.5', 0, '3'],
    ['1.5', 4, '1.5'],
    ['0.04', 1, '0'],
  ])('%s rounded to %i places', (written, places, rounded) => {
    expect(String(decimal(written).round(places))).toBe(rounded)
  })
})

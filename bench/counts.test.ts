import { describe, expect, test } from 'vitest'
import { DecimalSum, decimalText, differingCounts, writtenDay } from './counts.ts'

describe('DecimalSum', () => {
  test('adds exactly what floats would not', () => {
    const sum = new DecimalSum()
    for (const written of ['0.1', '.2', ' 3.49780 ', '999999999999.9999']) sum.add(written)
    expect(sum.toString()).toBe('1000000000003.7977')
  })

  test('adds nothing for what is no plain decimal', () => {
    const sum = new DecimalSum()
    for (const written of ['', '.', 'n/a', '1e3', '1,000', '$5']) sum.add(written)
    expect(sum.toString()).toBe('0')
  })
})

test('scaled integers become decimal text', () => {
  expect(decimalText(12500n, 3)).toBe('12.5')
  expect(decimalText(-5n, 2)).toBe('-0.05')
  expect(decimalText(7n, 0)).toBe('7')
})

test('a written date becomes days, whatever its century', () => {
  expect(writtenDay('1970-01-02')).toBe(1)
  expect(writtenDay('2003-05-09-05:00')).toBe(12181)
  expect(writtenDay('0023-01-01')).toBe(-711127)
  expect(writtenDay('soon')).toBeUndefined()
})

test('only counts that both carry can differ', () => {
  const ours = { documents: 2, transactions: 7, transactionShares: '10.5' }
  expect(differingCounts(ours, { documents: 2, elements: 80, transactions: 7 })).toEqual([])
  expect(differingCounts(ours, { documents: 2, transactions: 6, transactionShares: '10.50' })).toEqual([
    'transactions',
    'transactionShares',
  ])
})

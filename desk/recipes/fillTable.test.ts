import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillTable } from './fillTable.ts'
import { readFill, readList } from './values.ts'

const FILLS = [
  { date: '2026-06-02', shares: '1200', price: '20.01' },
  { date: '2026-06-03', shares: '300.5', price: '20.4999' },
]

const codes = (text: string) => fillTable(text).diagnostics.map(({ code, data }) => [code, data.line ?? data.column])

describe('a table of trades', () => {
  test.each([
    ['with names', 'Trade Date,Quantity,Price\n2026-06-02,1200,20.01\n2026-06-03,300.5,20.4999\n'],
    [
      'in another order, with more',
      'Symbol,Price,Side,Qty,Trade Date,Settlement Date\r\nSLTM,$20.01,Sell,"1,200",6/2/2026,6/3/2026\r\nsltm,$20.4999,SELL,300.5,6/3/2026,6/4/2026\r\n',
    ],
    ['pasted from a spreadsheet', '6/2/2026\t1,200\t$20.01\n6/3/2026\t300.50\t$20.4999'],
    ['with semicolons and named months', 'date;shares;price\n2-Jun-2026;-1200;20.01\n3 June 2026;-300.5;20.4999'],
    [
      'with a total',
      '\uFEFFDate,Shares Sold,Price per share\n06/02/2026,"(1,200)",20.01\n06/03/2026,(300.5),20.4999\n,"1,500.5",\n\n',
    ],
    ['with empty cells at the end', 'date,shares,price\n2026-06-02,1200,20.01,,\n\n2026-06-03,300.5,20.4999,'],
  ])('%s', (_, text) => {
    expect(fillTable(text)).toEqual({ fills: FILLS, diagnostics: [] })
  })

  test('what it gives is an answer to the question for trades', () => {
    expect(readList(readFill)(fillTable('2026-06-02\t5\t1.5').fills)).toHaveLength(1)
  })

  test.each([
    ['a column that is not there', 'date,price\n2026-06-02,20', [['D124', 'shares']]],
    ['the day of settlement alone', 'settlement date,shares,price\n2026-06-02,5,20', [['D124', 'date']]],
    ['a day that is none', '2026-02-30\t5\t20', [['D125', 1]]],
    ['a year of two digits', '6/2/26\t5\t20', [['D125', 1]]],
    ['a comma of thousands that nobody quoted', 'date,shares,price\n2026-06-02,1,200,20.01', [['D125', 2]]],
    [
      'nothing, for nothing, below nothing',
      '2026-06-02\t0\t20\n2026-06-02\t5\t0\n2026-06-02\t5\t-1',
      [
        ['D125', 1],
        ['D125', 2],
        ['D125', 3],
      ],
    ],
    ['a total that is another', 'date,shares,price\n2026-06-02,5,20\n,6,', [['D125', 3]]],
    ['purchases among sales', 'date,shares,price,side\n2026-06-02,5,20,Buy\n2026-06-02,5,20,Sell', [['D126', 'side']]],
    [
      'two accounts',
      'date,shares,price,account number\n2026-06-02,5,20,1\n2026-06-02,5,20,2',
      [['D126', 'account number']],
    ],
    [
      'an order that was not filled',
      'date,shares,price,status\n2026-06-02,5,20,Filled\n2026-06-02,5,20,Cancelled',
      [['D126', 'status']],
    ],
    ['the day of the order', 'order date,shares,price\n2026-06-02,5,20', [['D124', 'date']]],
    [
      'a quote that is never closed',
      '"2026-06-02\t5\t20',
      [
        ['R301', 1],
        ['D125', 1],
      ],
    ],
    ['two signs', '2026-06-02\t5\t20\n2026-06-02\t-5\t20', [['D127', undefined]]],
  ])('%s is told', (_, text, told) => {
    expect(codes(text)).toEqual(told)
  })

  test('lines that differ are not taken at all', () => {
    expect(fillTable('2026-06-02\t5\t20\n2026-06-02\t-5\t20').fills).toEqual([])
  })

  test('whatever the text, each trade can be read and nothing is thrown', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('date', 'shares', 'price', '2026-06-02', '1,000', '$5', '-3', '"'),
    )
    const text = fc
      .array(fc.array(cell, { maxLength: 5 }).map((cells) => cells.join('\t')))
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, (written) => {
        for (const fill of fillTable(written).fills) expect(Object.values(fill).every((one) => one !== '')).toBe(true)
      }),
    )
  })
})

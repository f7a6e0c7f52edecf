import { expect, it } from 'vitest'
import { messageOf } from '../../facts/messageOf.ts'
import { readDelimited } from '../../read/delimited.ts'
import { lotTable } from './lotTable.ts'

const read = (text: string) => {
  const { rows, lines } = readDelimited(text)
  return lotTable(rows, lines)
}

it('reads purchases and sales, each with its line, columns in any order', () => {
  const { purchases, sales, diagnostics } = read(
    'price, Shares,note,SIDE,date\r\n10.25,100,"a\r\nb",P,2025-01-06\r\n\r\n.5,0.0001,,s,2025-03-03\r\n',
  )
  const text = (list: typeof purchases) =>
    list.map(({ line, lot }) => [line, String(lot.date), String(lot.shares), String(lot.price)])
  expect(text(purchases)).toEqual([[2, '2025-01-06', '100', '10.25']])
  expect(text(sales)).toEqual([[5, '2025-03-03', '0.0001', '0.5']])
  expect(diagnostics).toEqual([])
})

it.each([
  ['date,side,price\n', 'L301', 1, 'The first line names no column “shares”.'],
  ['', 'L301', 1, 'The first line names no column “date”.'],
  ['date,side,shares,price\n2025-01-06,P,100', 'L302', 2, 'Line 2 has 3 cells where the first line has 4.'],
  ['date,side,shares,price\n2025-02-30,P,100,1', 'L303', 2, 'Line 2: “2025-02-30” is no date.'],
  ['date,side,shares,price\n2025-01-06,B,100,1', 'L304', 2, 'Line 2: “B” is no side.'],
  ['date,side,shares,price\n2025-01-06,P,0,1', 'L305', 2, 'Line 2: “0” is no number of shares above zero.'],
  ['date,side,shares,price\n2025-01-06,P,"1,000",1', 'L305', 2, 'Line 2: “1,000” is no number of shares above zero.'],
  ['date,side,shares,price\n2025-01-06,P,-5,1', 'L305', 2, 'Line 2: “-5” is no number of shares above zero.'],
  ['date,side,shares,price\n2025-01-06,P,1,$1', 'L306', 2, 'Line 2: “$1” is no price of zero or more.'],
  ['date,side,shares,price\n2025-01-06,P,1,', 'L306', 2, 'Line 2: “” is no price of zero or more.'],
])('says what is wrong: %j', (text, code, line, message) => {
  const { purchases, sales, diagnostics } = read(text)
  expect([...purchases, ...sales]).toEqual([])
  expect(diagnostics[0]).toMatchObject({ code, at: { line } })
  expect(messageOf(diagnostics[0]!)).toBe(message)
})

it('says everything that is wrong with a line, and keeps the others', () => {
  const { purchases, diagnostics } = read('date,side,shares,price\nx,y,z,w\n2025-01-06,P,1,0\n')
  expect(diagnostics.map(({ code }) => code)).toEqual(['L303', 'L304', 'L305', 'L306'])
  expect(purchases).toHaveLength(1)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFax } from './fax.ts'
import { bytesOf, ownRow, ROW_END, rowByAbove } from './faxEncoder.mts'

const pictures = fc.tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 8 })).chain(([width, height]) =>
  fc.array(fc.array(fc.constantFrom(0, 0, 0, 1, 1), { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  }),
)

const rowsOf = (ink: Uint8Array, width: number) =>
  Array.from({ length: ink.length / width }, (_, y) => [...ink.subarray(y * width, (y + 1) * width)])

const PLAIN = { isAligned: false, isLowestFirst: false }

test('what is written by the row above reads back', () => {
  fc.assert(
    fc.property(pictures, (rows) => {
      const width = rows[0]!.length
      const blank = rows[0]!.map(() => 0)
      const bits = rows.map((row, i) => rowByAbove(row, rows[i - 1] ?? blank)).join('')
      const ink = readFax(bytesOf(bits + ROW_END + ROW_END), width, rows.length, { ...PLAIN, coding: 'above' })
      expect(rowsOf(ink, width)).toEqual(rows)
    }),
  )
})

test('what is written row by row reads back, with row ends and without, aligned or not', () => {
  fc.assert(
    fc.property(pictures, (rows) => {
      const width = rows[0]!.length
      const ended = rows.map((row) => ROW_END + ownRow(row)).join('')
      const ink = readFax(bytesOf(ended), width, rows.length, { ...PLAIN, coding: 'own' })
      expect(rowsOf(ink, width)).toEqual(rows)
      const aligned = rows.flatMap((row) => [...bytesOf(ownRow(row))])
      const other = readFax(Uint8Array.from(aligned), width, rows.length, {
        coding: 'own',
        isAligned: true,
        isLowestFirst: false,
      })
      expect(rowsOf(other, width)).toEqual(rows)
    }),
  )
})

test('rows of both kinds, told apart by the bit after each row end', () => {
  fc.assert(
    fc.property(pictures, (rows) => {
      const width = rows[0]!.length
      const bits = rows.map((row, i) =>
        i % 2 === 0 ? `${ROW_END}1${ownRow(row)}` : `${ROW_END}0${rowByAbove(row, rows[i - 1]!)}`,
      )
      const ink = readFax(bytesOf(bits.join('')), width, rows.length, { ...PLAIN, coding: 'mixed' })
      expect(rowsOf(ink, width)).toEqual(rows)
    }),
  )
})

test('long runs take make-up codes', () => {
  const row = [...Array.from({ length: 2700 }, () => 0), ...Array.from({ length: 3000 }, () => 1), 0]
  const ink = readFax(bytesOf(ownRow(row)), row.length, 1, { ...PLAIN, coding: 'own' })
  expect([...ink]).toEqual(row)
})

test('garbage ends, white', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('own', 'above', 'mixed'), (bytes, coding) => {
      expect(readFax(bytes, 100, 100, { ...PLAIN, coding })).toHaveLength(10_000)
    }),
  )
})

import { CalendarDate } from '@section16/core/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDate } from './readDate.ts'

test.each([
  ['05/07/2003', '2003-05-07', ''],
  ['5/7/2004', '2004-05-07', ''],
  ['05-07-2003', '2003-05-07', ''],
  ['2003-05-07', '2003-05-07', ''],
  ['March 13, 2000', '2000-03-13', ''],
  ['February 29,2000', '2000-02-29', ''],
  ['Sept. 3, 2002', '2002-09-03', ''],
  ['MAY 1ST, 2002', '2002-05-01', ''],
  ['3rd day of April, 1998', '1998-04-03', ''],
  ['2/7/00', '2000-02-07', 'twoDigitYear'],
  ['2/7/69', '2069-02-07', 'twoDigitYear'],
  ['2/7/70', '1970-02-07', 'twoDigitYear'],
  ['O5/07/2003', '2003-05-07', 'letterForDigit'],
  ['05/l2/2003', '2003-05-12', 'letterForDigit'],
  ['05.07.2003', '2003-05-07', 'dateSeparators'],
  ['05/07 /2003', '2003-05-07', ''],
  ['0507/2003', '2003-05-07', 'dateSeparators'],
  ['05/07,2003', '2003-05-07', 'dateSeparators'],
  ['', 'blank', ''],
  ['-', 'blank', ''],
  ['N/A', 'blank', ''],
  ['September 2002', 'misfit', ''],
  ['9/02', 'misfit', ''],
  ['09/2002', 'misfit', ''],
  ['Immediately', 'misfit', ''],
  ['(1)', 'misfit', ''],
  ['02/30/2003', '? ', ''],
  ['02/29/2003', '? ', ''],
  ['13/05/2003', '? 2003-05-13', ''],
  ['00/00/2003', '? ', ''],
  ['05/0712003', '? 2003-05-07', ''],
])('%s: %s %s', (text, expected, because) => {
  const { kind, written, alternatives, because: why } = readDate(text)
  expect(kind === 'value' ? written : kind === 'open' ? `? ${alternatives.join(' ')}` : kind).toBe(expected)
  expect(why ?? '').toBe(because)
})

test('a month is kept as it is written', () => {
  expect(readDate('September 2002').written).toBe('September 2002')
})

test('every day comes back from the way forms print it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25_000 }), (day) => {
      const date = new CalendarDate(day)
      const { year, month, dayOfMonth } = date.parts
      const printed = `${String(month).padStart(2, '0')}/${String(dayOfMonth).padStart(2, '0')}/${year}`
      expect(readDate(printed).written).toBe(String(date))
    }),
  )
})

test('a day of which OCR spoiled one sign is right, flagged or open', () => {
  const spoilers = ['0O', '1l', '1I', '5S', '/1', '/ ', '/.', '/']
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25_000 }), fc.constantFrom(...spoilers), fc.nat(9), (day, spoiler, nth) => {
      const [year, month, dayOfMonth] = String(new CalendarDate(day)).split('-')
      const printed = `${month}/${dayOfMonth}/${year}`
      const places = printed.split('').flatMap((sign, i) => (sign === spoiler[0] ? [i] : []))
      const at = places[nth % Math.max(1, places.length)]
      if (at === undefined) return
      const read = readDate(printed.slice(0, at) + spoiler.slice(1) + printed.slice(at + 1))
      const isRight = read.written === String(new CalendarDate(day))
      expect(read.kind !== 'value' || isRight || read.because !== undefined, `${printed} read as ${read.written}`).toBe(
        true,
      )
    }),
    { numRuns: 2000 },
  )
})

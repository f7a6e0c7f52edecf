import { expect, test } from 'vitest'
import { CalendarDate } from '../model/calendarDate.ts'
import { footnoteNumber, printedDate, printedNumber } from './printed.ts'

test.each([
  ['0', '0'],
  ['0.000', '0'],
  ['.0', '0'],
  ['10000', '10,000'],
  ['999999999999.9999', '999,999,999,999.9999'],
  ['12.5', '12.50'],
  ['.5', '0.50'],
  ['3.49780', '3.49780'],
  ['3.00', '3.00'],
  ['5.', '5'],
  ['007', '7'],
  ['+317.01', '317.01'],
  ['-1234.5', '-1,234.50'],
  [' 100 ', '100'],
  ['12345678901234567890.1', '12,345,678,901,234,567,890.10'],
])('%s is printed as %s', (written, printed) => {
  expect(printedNumber(written)).toBe(printed)
})

test('dates as month, day, year; footnotes by their number', () => {
  expect(printedDate(CalendarDate.parse('2003-05-09')!)).toBe('05/09/2003')
  expect([footnoteNumber('F12'), footnoteNumber('note 3')]).toEqual(['12', 'note 3'])
})

import { expect, test } from 'vitest'
import { broughtFrom, easternMoment } from './listedFiling.ts'

test.each([
  ['2026-11-25 17:04:11', '2026-11-25T22:04:11Z'],
  ['11/25/2026 17:04', '2026-11-25T22:04:00Z'],
  ['2026-07-01 09:00', '2026-07-01T13:00:00Z'],
])('%s in Eastern time', (typed, utc) => expect(easternMoment(typed)).toBe(Date.parse(utc)))

test.each(['', '2026-11-25', '2026-02-30 10:00', '2026-11-25 25:61', 'yesterday 10:00'])('“%s” is no moment', (typed) =>
  expect(easternMoment(typed)).toBeUndefined(),
)

test('the XML alone says its content and no more', () => {
  const xml = '<?xml version="1.0"?>\n<ownershipDocument/>'
  expect(broughtFrom(` ${xml}\n`)).toEqual({ accessionNumber: '', accepted: '', xml })
  expect(broughtFrom('<html></html>')).toBeUndefined()
})

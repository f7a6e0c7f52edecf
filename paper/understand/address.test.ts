import { expect, test } from 'vitest'
import { addressLines } from './address.ts'

test.each<[string[], string | undefined]>([
  [['1 Nowhere Road', 'New Town, NY  10022'], '1 Nowhere Road | New Town | NY | 10022'],
  [['1 Nowhere Road', 'New Town NY 10022-0001', 'U.S.A.'], '1 Nowhere Road | New Town | NY | 10022-0001'],
  [['1 Nowhere Road', 'Old Town, North Carolina 27000'], '1 Nowhere Road | Old Town | NC | 27000'],
  [['1 Nowhere Road', 'Old Town, West Virginia, 25000'], '1 Nowhere Road | Old Town | WV | 25000'],
  [['1 Nowhere Road', 'Hamilton, Bermuda'], '1 Nowhere Road | Hamilton | D0 |  | Bermuda'],
  [['1 Nowhere Road', 'Zürich 8001, Nowhereland'], undefined],
  [['1 Nowhere Road'], undefined],
  [[], undefined],
])('%j: %s', (lines, expected) => {
  const told = addressLines(lines)
  expect(
    told && [...told.streets, told.city, told.state, told.zipCode, ...(told.country ? [told.country] : [])].join(' | '),
  ).toBe(expected)
})

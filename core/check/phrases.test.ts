import { describe, expect, test } from 'vitest'
import {
  adoptionDates,
  datesIn,
  plain,
  priceRanges,
  speaksOfPlan,
  speaksOfWeightedAverage,
  undertakes,
} from './phrases.ts'

const ranges = (text: string) => priceRanges(text).map(({ low, high }) => `${String(low)}..${String(high)}`)
const dates = (text: string) => datesIn(text).map(String)
const adopted = (text: string) => adoptionDates(text).map(String)

describe('priceRanges', () => {
  test.each([
    ['at prices ranging from $19.80 to $20.30, inclusive', ['19.8..20.3']],
    ['between $1,019.80 and $1,020', ['1019.8..1020']],
    ['$19.80 - $20.30', ['19.8..20.3']],
    ['$19.80–$20.30', ['19.8..20.3']],
    ['from a low of $.95 per share to a high of $1.05 per share', ['0.95..1.05']],
    ['from $19.80 through 20.30', ['19.8..20.3']],
    ['US$3.10 to US$3.20', ['3.1..3.2']],
    ['(1) $19.80 to $20.30; (2) $20.31 to $21.00', ['19.8..20.3', '20.31..21']],
    ['The highest price was $20.30 and the lowest price was $19.80.', ['19.8..20.3']],
    ['the lowest price was $19.80 and the highest was $20.30', ['19.8..20.3']],
    // As written: a rule asks whether the price lies in it.
    ['from $20.30 to $19.80', ['20.3..19.8']],
    ['sold at $20.30', []],
    ['options on 10 to 20 shares', []],
    ['from $0 to $0', []],
  ])('%s', (text, expected) => {
    expect(ranges(text)).toEqual(expected)
  })
})

describe('datesIn', () => {
  test.each([
    ['adopted on August 15, 2023.', ['2023-08-15']],
    ['adopted Aug. 5th 2023', ['2023-08-05']],
    ['on the 3rd day of March, 2024', ['2024-03-03']],
    ['15 September 2023', ['2023-09-15']],
    ['on 8/15/2023 and 12/1/23', ['2023-08-15', '2023-12-01']],
    ['2023-08-15', ['2023-08-15']],
    ['February 30, 2023 and 13/13/2023', []],
    ['in August 2023', []],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected)
  })
})

describe('adoptionDates', () => {
  test.each([
    ['Sold under a Rule 10b5-1 trading plan adopted on August 15, 2023.', ['2023-08-15']],
    ['Sold under a Rule 10b5-1 plan. The plan was adopted on August 15, 2023.', ['2023-08-15']],
    ['Under a trading plan entered into 8/15/2023', ['2023-08-15']],
    // A date of another sentence, of vesting or of another plan is none of adoption.
    ['Sold under a Rule 10b5-1 plan. The options vested on March 1, 2020.', []],
    ['Sold under a 10b5-1 plan. Granted under the Equity Plan dated March 1, 2020.', []],
    ['Sold under a Rule 10b5-1 plan that ends on March 1, 2025.', []],
    ['The incentive plan was adopted on March 1, 2020.', []],
  ])('%s', (text, expected) => {
    expect(adopted(text)).toEqual(expected)
  })
})

test.each([
  ['a weighted average price', true],
  ['the Weighted-Average sale price', true],
  ['an average of 5%', false],
])('a weighted average is spoken of: %s', (text, expected) => {
  expect(speaksOfWeightedAverage(text)).toBe(expected)
})

test.each([
  ['The reporting person undertakes to provide', true],
  ['will provide to the staff', true],
  ['full information regarding the number of shares', true],
  ['available upon request', true],
  ['prices ranged from $19.80 to $20.30', false],
])('an undertaking: %s', (text, expected) => {
  expect(undertakes(text)).toBe(expected)
})

test.each([
  ['pursuant to a Rule 10b5-1 plan', true],
  ['pursuant to Rule 10b-5(1)', true],
  ['under a pre-arranged trading plan', true],
  ['the employee stock purchase plan', false],
])('a plan of trading: %s', (text, expected) => {
  expect(speaksOfPlan(text)).toBe(expected)
})

test('plain text is small letters and digits', () => {
  expect(plain('  By Trust (the “A-1” Trust) ')).toBe('by trust the a 1 trust')
  expect(plain(undefined)).toBe('')
})

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
    ['$1.00 to $0', []],
    ['€1.00 to €2.00', []],
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
    ['', []],
    ['Jan 1, 2023; Feb 2, 2023; Mar 3, 2023', ['2023-01-01', '2023-02-02', '2023-03-03']],
    ['April 4, 2023; May 5, 2023; June 6, 2023', ['2023-04-04', '2023-05-05', '2023-06-06']],
    ['July 7, 2023; Aug 8, 2023; Sept. 9, 2023', ['2023-07-07', '2023-08-08', '2023-09-09']],
    ['October 10, 2023; Nov 11, 2023; DEC 12, 2023', ['2023-10-10', '2023-11-11', '2023-12-12']],
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
    ['The plan was adopted on March 1, 2020.', []],
    // Where a sentence ends: after a stop that a word of some length stands before, and before a capital.
    ['Sold under a Rule 10b5-1 plan of J. Doe adopted on August 15, 2023.', ['2023-08-15']],
    ['Sold under a Rule 10b5-1 plan adopted August 15, 2023.', ['2023-08-15']],
    ['Sold under a Rule 10b5-1 plan.  The grant dated March 1, 2020 has vested.', []],
    ['Sold under a Rule 10b5-1 plan;  (the grant dated March 1, 2020 has vested).', []],
    ['Sold under a Rule 10b5-1 plan\nthe grant dated March 1, 2020 has vested', []],
    ['Under a Rule 10b5-1 plan to enter on August 15, 2023.', ['2023-08-15']],
  ])('%s', (text, expected) => {
    expect(adopted(text)).toEqual(expected)
  })
})

test.each([
  ['a weighted average price', true],
  ['the Weighted-Average sale price', true],
  ['a weighted  -  average price', true],
  ['weightedaverage', true],
  ['an average of 5%', false],
])('a weighted average is spoken of: %s', (text, expected) => {
  expect(speaksOfWeightedAverage(text)).toBe(expected)
})

test.each([
  ['The reporting person undertakes to provide', true],
  ['will provide to the staff', true],
  ['full information regarding the number of shares', true],
  ['available upon request', true],
  ['available on request', true],
  ['available upon  written  request', true],
  ['agrees  to  promptly  furnish', true],
  ['agreed to supply', true],
  ['agree to make available', true],
  ['shall  provide', true],
  ['hereby provide', true],
  ['full  information', true],
  ['at the request', false],
  ['on any request', false],
  ['will keep', false],
  ['aggregate to provide', false],
  ['agree not to provide', false],
  ['prices ranged from $19.80 to $20.30', false],
])('an undertaking: %s', (text, expected) => {
  expect(undertakes(text)).toBe(expected)
})

test.each([
  ['pursuant to a Rule 10b5-1 plan', true],
  ['pursuant to Rule 10b-5(1)', true],
  ['pursuant to Rule 10b 5', true],
  ['pursuant to Rule 10b - 5', true],
  ['pursuant to Rule 10b5', true],
  ['pursuant to Rule 10b and 5', false],
  ['under a pre-arranged trading plan', true],
  ['under a prearranged stock plan', true],
  ['under a pre-arranged sales plan', true],
  ['under a sales plan', true],
  ['under a selling plan', true],
  ['under a trading planet', false],
  ['the employee stock purchase plan', false],
])('a plan of trading: %s', (text, expected) => {
  expect(speaksOfPlan(text)).toBe(expected)
})

test('plain text is small letters and digits', () => {
  expect(plain('  By Trust (the “A-1” Trust) ')).toBe('by trust the a 1 trust')
  expect(plain(undefined)).toBe('')
  expect(plain('')).toBe('')
  expect(plain('Class A')).toBe('class a')
  expect(plain('Class  A')).toBe('class a')
  expect(plain('Class A ')).toBe('class a')
  expect(plain('--')).toBe('')
  expect(plain('Class --')).toBe('class')
})

import { expect, it } from 'vitest'
import { messageOf } from '../../facts/messageOf.ts'
import { readShortSwingFacts } from './factsJson.ts'

const source = 'minutes of 2025-01-05'

it('reads every kind of fact', () => {
  const { facts, diagnostics } = readShortSwingFacts({
    foreignPrivateIssuer: [{ from: '2010-01-01', until: '2025-02-01', isRegisteredAtEnd: true, source }],
    offices: [{ from: '2020-01-01', source }],
    tenPercent: [{ until: '2025-03-04', source }],
    registered: { on: '2019-05-01', source },
    exemptions: [
      { transaction: 'x nonDerivative 1', exempt: false, source },
      { code: 'A', from: '2020-01-01', approved: true, heldSixMonths: false, source },
      { code: 'I', elected: '2024-07-01', lastOppositeElection: '2024-01-01', source },
      { code: 'C', isPriceFixed: true, source },
    ],
    prices: [{ transaction: 'x nonDerivative 2', price: '10.25', source }],
    marketPrices: [{ class: 'Common Shares', date: '2025-01-06', price: '30', source }],
    derivativeValues: [{ transaction: 'x derivative 1', on: '2025-03-03', value: '6.5', source }],
    splits: [{ date: '2025-02-01', before: '2', after: '3', source }],
    interests: [{ account: 'By LLC', part: '1/3', source }],
    rights: [{ title: 'Swap', right: 'put', source }],
    classes: [{ title: 'Class A Stock', security: 'Common Stock', issuer: '1001' }],
  })
  expect(diagnostics).toEqual([])
  expect(JSON.parse(JSON.stringify(facts))).toMatchObject({
    foreignPrivateIssuer: [{ from: '2010-01-01', until: '2025-02-01', isRegisteredAtEnd: true, source }],
    exemptions: [{ exempt: false }, { approved: true }, { elected: '2024-07-01' }, { isPriceFixed: true }],
    marketPrices: [{ classKey: 'common stock', date: '2025-01-06', price: '30' }],
    interests: [{ account: 'By LLC', part: '1/3' }],
    classes: [{ issuer: '0000001001' }],
  })
})

it.each([
  [[], 'The fact facts is [], which is not an object.'],
  [{ office: [] }, 'There is no fact “office”.'],
  [{ constructor: [] }, 'There is no fact “constructor”.'],
  [{ offices: {} }, 'The fact offices is {}, which is not a list.'],
  [{ offices: [1] }, 'The fact offices[0] is 1, which is not an object.'],
  [{ offices: [{ source, since: '2020-01-01' }] }, 'There is no fact “offices[0].since”.'],
  [{ offices: [{ from: '2020-01-01' }] }, 'The fact offices[0].source is missing.'],
  [
    { offices: [{ from: '2020-02-30', source }] },
    'The fact offices[0].from is "2020-02-30", which is not a day, YYYY-MM-DD.',
  ],
  [
    { prices: [{ transaction: 'x', price: 10.25, source }] },
    'The fact prices[0].price is 10.25, which is not a number as text, zero or more.',
  ],
  [
    { splits: [{ date: '2025-02-01', before: '0', after: '3', source }] },
    'The fact splits[0].before is "0", which is not a number as text, above zero.',
  ],
  [
    { interests: [{ account: 'x', part: '1/0', source }] },
    'The fact interests[0].part is "1/0", which is not a number as text, zero or more.',
  ],
  [{ exemptions: [{ exempt: 'yes', source }] }, 'The fact exemptions[0].exempt is "yes", which is not true or false.'],
])('refuses %j', (value, message) => {
  const { facts, diagnostics } = readShortSwingFacts(value)
  expect(facts).toBeUndefined()
  expect(diagnostics.map((one) => messageOf(one))).toEqual([message])
})

import { describe, expect, test } from 'vitest'
import { casesIn, checkCase, idOf } from './expectations.mts'

/**
 * What users of other tools asked for or complained about where filings are read, under its number in our survey: rows,
 * fields and footnotes (1 to 28), owners, codes, numbers and old filings (34 to 50); the others are about fetching and
 * analysis. Most have a case of their number in `complaints`; `peers` names the cases there that answer one,
 * `elsewhere` the part of the system that is to.
 */
const COMPLAINTS: Record<number, { asks: string; peers?: string[]; elsewhere?: string }> = {
  1: { asks: 'price tranches of one day stay rows' },
  2: { asks: 'direct and indirect lines stay apart' },
  3: { asks: 'all rows of a filing', peers: ['3.4.5a', '3.4.9a'] },
  4: { asks: 'fields of one row together', peers: ['3.4.5a'] },
  5: { asks: 'a row without transactionCoding costs nothing' },
  6: { asks: 'not reported is said, and why', peers: ['3.4.6b', '3.2g'] },
  7: { asks: 'coverage and freshness', elsewhere: 'warehouse: audit against the index' },
  8: { asks: 'completeness by security', elsewhere: 'warehouse: audit against the index' },
  9: { asks: 'one call from ticker to filings', elsewhere: 'edgar: fetch' },
  10: { asks: 'the plan box', peers: ['3.4.7a', '3.4.2b'] },
  11: { asks: 'the plan box in three states' },
  12: { asks: 'words do not make a plan' },
  13: { asks: 'plan from footnotes as a fallback', elsewhere: 'warehouse: derived fields with their source' },
  14: { asks: 'people by CIK', peers: ['3.2e'] },
  15: { asks: 'the insider on the row', peers: ['3.1m'] },
  16: { asks: 'name as filed and CIK' },
  17: { asks: 'a link from the row to the filing' },
  18: { asks: 'dates with their year', peers: ['3.1b'] },
  19: { asks: 'an empty field shifts nothing', peers: ['3.4.4a'] },
  20: { asks: 'several owners', peers: ['3.2e', '3.4.8c'] },
  21: { asks: 'a roster of insiders', elsewhere: 'ledger' },
  22: { asks: 'filings as SQL tables', elsewhere: 'warehouse' },
  23: { asks: 'footnotes in the data set', peers: ['3.2i'] },
  24: { asks: 'footnotes on each row', peers: ['3.2i', '3.1l'] },
  25: { asks: 'footnotes on the right row', peers: ['3.3c'] },
  26: { asks: 'footnotes on groups' },
  27: { asks: 'a number that is a footnote is shown' },
  28: { asks: 'over thirty footnotes on a value' },
  34: { asks: 'a listed company as owner stays owner' },
  35: { asks: 'a trade under its issuer' },
  36: { asks: 'search by name in any order', elsewhere: 'warehouse' },
  37: { asks: 'codes I and W' },
  38: { asks: 'a holding is not a trade' },
  39: { asks: 'dates far off flagged and kept' },
  40: { asks: 'a total typed as a price stays', peers: ['3.4.10a'] },
  41: { asks: 'shares and price in different units', elsewhere: 'check' },
  42: { asks: 'current position per line', peers: ['3.1g'] },
  43: { asks: 'a fraction of a large number' },
  44: { asks: 'trade date, code P', peers: ['3.3e', '3.3a'] },
  45: { asks: 'derivative by table' },
  46: { asks: 'which filings have XML', peers: ['3.4.2e'] },
  47: { asks: 'old and version-less documents' },
  48: { asks: 'commercial tables to filings', elsewhere: 'warehouse' },
  49: { asks: 'damaged filings as a quiet outcome' },
  50: { asks: 'filings of the text era', elsewhere: 'paper' },
}

const cases = casesIn('complaints')
const answered = new Set(cases.flatMap((each) => [idOf(each), ...each.also]))
const answeredByPeers = new Set(casesIn('peers').flatMap((each) => [idOf(each), ...each.also]))

test.for(Object.entries(COMPLAINTS))('complaint %s is answered', ([number, { peers, elsewhere }]) => {
  if (elsewhere !== undefined) expect(answered).not.toContain(number)
  else if (peers) for (const id of peers) expect(answeredByPeers).toContain(id)
  else expect(answered).toContain(number)
})

test('each case answers a known complaint', () => {
  expect([...answered].filter((number) => !(number in COMPLAINTS))).toEqual([])
})

describe('ours is right', () => {
  test.for(cases.map((each) => [each.name, each] as const))('%s', ([, each], context) => checkCase(each, context))
})

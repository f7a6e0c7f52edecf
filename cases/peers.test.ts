import { describe, expect, test } from 'vitest'
import { casesIn, checkCase, idOf } from './expectations.mts'

/**
 * Every wrong result that our survey of other readers found, under its number there and in few words. Each has a case
 * of that number, or is answered by a case that says so in `also`.
 */
const WRONG_RESULTS = {
  '3.1a': 'value of a derivative from underlying shares and exercise price',
  '3.1b': 'period of report in place of the trade date',
  '3.1c': 'amendments without rows',
  '3.1d': 'page without footnote texts, owners, signatures, columns, rows',
  '3.1e': 'holdings of Forms 4 and 5 dropped',
  '3.1f': 'rows without a group dropped, or the filing with them',
  '3.1g': 'one balance for all rows',
  '3.1h': 'amounts in value dropped',
  '3.1i': 'true read as false',
  '3.1j': 'binary floats, fractions cut off',
  '3.1k': 'direction and words of codes',
  '3.1l': 'footnote marks inside values',
  '3.1m': 'roles lost or given to the wrong owner',
  '3.1n': 'rows of 2003, and rows with a cut tag, lost',
  '3.1o': 'network inside the parser',
  '3.2a': 'holdings of 0 shares',
  '3.2b': 'form and nature of ownership empty',
  '3.2c': 'address empty',
  '3.2d': '1 read as false',
  '3.2e': 'joint filing without owner',
  '3.2f': 'derivative rows without code, price, ownership, position',
  '3.2g': 'missing price 0',
  '3.2h': 'dates as moments',
  '3.2i': 'footnote links, remarks, signatures, boxes not read',
  '3.2j': 'prints while parsing; forms taken for others',
  '3.3a': 'no transaction code',
  '3.3b': 'holdings only without transactions',
  '3.3c': 'footnotes bleed into later rows',
  '3.3d': 'two signatures or an empty footnote end the parse',
  '3.3e': 'signature date as date; text deleted before parsing',
  '3.4.1a': 'fractional shares cut',
  '3.4.1b': 'missing price, shares, direction, ownership filled in',
  '3.4.1c': 'first owner only',
  '3.4.1d': 'terms of derivatives and nature not stored',
  '3.4.1e': 'codes called Other',
  '3.4.2a': 'first owner only',
  '3.4.2b': 'no holdings, footnotes, plan box',
  '3.4.2c': 'true flags false',
  '3.4.2d': 'date of original submission as a date of change',
  '3.4.2e': 'filings without XML give nothing',
  '3.4.3a': 'a bare ampersand refuses the filing',
  '3.4.3b': 'an empty ticker refuses the filing',
  '3.4.3c': 'a row with one bad part skipped',
  '3.4.3d': 'words turned into numbers',
  '3.4.3e': 'footnotes end at the first nested element',
  '3.4.3f': 'one owner and one signature',
  '3.4.4a': 'a missing cell ends the row',
  '3.4.4b': 'first footnote of a cell only',
  '3.4.4c': 'direction from the column filled',
  '3.4.5a': 'one row a filing, or fields of different rows',
  '3.4.6a': 'integer share counts',
  '3.4.6b': 'no role flags; blanks without a reason',
  '3.4.7a': 'one owner a record, no plan box',
  '3.4.7b': 'JSON floats',
  '3.4.8b': 'amendments beside originals without a sign',
  '3.4.8c': 'rows multiplied by owners',
  '3.4.9a': 'several rows merged',
  '3.4.9b': 'no footnotes, holdings, terms, further owners',
  '3.4.10a': 'values corrected in place',
  '3.5a': 'cleansed values in place of those filed',
}

/** Those that are no matter of reading, writing or showing one filing, and the part of the system that is to answer. */
const NOT_HERE = {
  '3.1p': 'a tool for language models without the transactions: for mcp',
  '3.4.7c': 'fifty rows a page and a cap of 10,000: for the warehouse and its queries',
  '3.4.8a': 'filings of the last evening of a quarter in the next: for the warehouse, which loads feeds too',
  '3.5b': 'histories that change without a word: for the warehouse, which keeps the reader’s version',
}

const cases = casesIn('peers')
const answered = new Set(cases.flatMap((each) => [idOf(each), ...each.also]))

test.for(Object.entries(WRONG_RESULTS))('%s, %s, has a case', ([id]) => {
  expect(answered).toContain(id)
})

test('each case answers a known id, and no id is in both lists', () => {
  expect([...answered].filter((id) => !(id in WRONG_RESULTS))).toEqual([])
  expect(Object.keys(NOT_HERE).filter((id) => id in WRONG_RESULTS)).toEqual([])
})

describe('ours is right', () => {
  test.for(cases.map((each) => [each.name, each] as const))('%s', ([, each], context) => checkCase(each, context))
})

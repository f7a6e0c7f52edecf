import { describe, expect, test } from 'vitest'
import { readOwnershipXml } from '../../core/read/index.ts'
import { corpusFile, corpusIsThere, EDGAR_PAGES, looseSample, NO_CORPUS } from '../../tools/testing/corpus.ts'
import { editionInTurn, faultsOf } from '../trip.mts'
import { comparePrinted, type Printed, readFields, type Said } from '../truth.mts'
import { edgarTruth, readEdgarBack } from './edgarPages.mts'
import { readBack } from './ownPages.mts'
import { readHtmlForms } from './readHtmlForms.ts'
import { listing, misplacedWordsOf } from './testing.mts'

test.for([
  ['of ours', readBack],
  ["in EDGAR's markup", readEdgarBack],
] as const)('filings printed as pages %s are read back exactly', ([, read], context) => {
  context.skip(!corpusIsThere, NO_CORPUS)
  const sample = looseSample(0.06, 20030507)
  const trips = sample.map(({ text }, i) => read(readOwnershipXml(text).document!, editionInTurn(i)))
  expect(trips.flatMap(faultsOf)).toEqual([])
  const compared = trips.flatMap(({ outcomes }) => outcomes).length
  expect([trips.length > 50, compared > 3000]).toEqual([true, true])
})

describe('pages that EDGAR made', () => {
  test.for(EDGAR_PAGES)('%s', ([name, xml], context) => {
    context.skip(!corpusIsThere, NO_CORPUS)
    const html = corpusFile(name).toString('utf8')
    const [form, ...others] = readHtmlForms(html)
    expect([others.length, form?.unplaced, misplacedWordsOf(html)]).toEqual([0, [], []])
    const { document } = xml ? readOwnershipXml(corpusFile(xml)) : {}
    if (document)
      expect(comparePrinted(rounded(edgarTruth(document)), rounded(readFields(form!))).differences).toEqual([])
    else expect([form!.owners.length, form!.rows.I.length, form!.signatures.length]).toEqual(COUNTS[name])
  })
})

/** EDGAR's pages and ours differ in the zeros behind a decimal point that a filer wrote. */
function rounded(printed: Printed): Printed {
  const fields = [...printed.fields].map(([at, said]): [string, Said] => {
    return [at, at.startsWith('rows/') ? { ...said, text: said.text.replace(/(\d)\.0+$/, '$1') } : said]
  })
  return { ...printed, fields: new Map(fields) }
}

/** Counted by hand where there is no XML: persons, lines of Table I, signatures. */
const COUNTS: Record<string, number[]> = {
  'html/3_x-bam-partners-rendered.html': [10, 1, 1],
  'html/4_x-microsoft-rendered.html': [1, 1, 1],
}

/** A Form 5/A of 2002 as a law firm typed it, read by hand. */
const FORM_5_2002 = `form = 5
edition = 2002
ombExpires = January 31, 2005
dateOfOriginalSubmission = September 2002
footnotes/0/mark = *
footnotes/0/text = Adjusted to reflect 2-for-1 stock split effective 12/6/00
footnotes/1/mark = 1
footnotes/1/text = Exercisable in annual increments of 2,000 shares each, commencing 3/20/00.
footnotes/2/mark = 2
footnotes/2/text = Exercisable in annual increments of 400 shares each, commencing 9/18/00.
footnotes/3/mark = 3
footnotes/3/text = Exercisable in annual increments of 200 shares each, commencing 11/21/01.
form3HoldingsReported = empty
form4TransactionsReported = empty
isJoint = empty
isOnePerson = ticked
issuer = SurModics, Inc. (SRDX)
notSubjectToSection16 = empty
owners/0/address = 1386 Knollwood Lane Mendota Heights MN 55118
owners/0/isDirector = ticked
owners/0/isOfficer = empty
owners/0/isOther = empty
owners/0/isTenPercentOwner = empty
owners/0/name = Meslow John A.
rows/I/0/directOrIndirect = D
rows/I/0/owned = 28,000 {*}
rows/I/0/securityTitle = Common Stock
rows/II/0/conversionOrExercisePrice = $14.0625 {*}
rows/II/0/directOrIndirect = D
rows/II/0/exerciseDate = {1}
rows/II/0/expirationDate = 3/20/10
rows/II/0/owned = 10,000 {*}
rows/II/0/price = None
rows/II/0/securityTitle = Director Stock Option (Right to Buy)
rows/II/0/transactionDate = Previously Reported
rows/II/0/underlyingAmount = 10,000 {*}
rows/II/0/underlyingTitle = Common Stock
rows/II/1/conversionOrExercisePrice = $25.094 {*}
rows/II/1/directOrIndirect = D
rows/II/1/exerciseDate = {2}
rows/II/1/expirationDate = 9/18/10
rows/II/1/owned = 2,000 {*}
rows/II/1/price = None
rows/II/1/securityTitle = Director Stock Option (Right to Buy)
rows/II/1/transactionDate = Previously Reported
rows/II/1/underlyingAmount = 2000 {*}
rows/II/1/underlyingTitle = Common Stock
rows/II/2/acquired = 1,000
rows/II/2/code = A
rows/II/2/conversionOrExercisePrice = $34.85
rows/II/2/directOrIndirect = D
rows/II/2/exerciseDate = {3}
rows/II/2/expirationDate = 11/21/11
rows/II/2/owned = 1,000
rows/II/2/price = None
rows/II/2/securityTitle = Director Stock Option (Right to Buy)
rows/II/2/transactionDate = 11/21/01
rows/II/2/underlyingAmount = 1,000
rows/II/2/underlyingTitle = Common Stock
signatures/0/date = November 17, 2002
signatures/0/name = /s/ John A. Meslow
`

test('the law firm of 2002', (context) => {
  context.skip(!corpusIsThere, NO_CORPUS)
  const submission = corpusFile('paper/5A_0000950134-02-014785_html-in-sgml-2002.txt').toString('latin1')
  const html = submission.slice(submission.indexOf('<TEXT>') + '<TEXT>'.length, submission.indexOf('</TEXT>'))
  expect(readHtmlForms(html).map(listing)).toEqual([FORM_5_2002])
  expect(misplacedWordsOf(html)).toEqual([])
})

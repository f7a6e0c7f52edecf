import { expect, test } from 'vitest'
import { readSubmission } from '../read/submission/index.ts'
import { toCsv } from './csv.ts'
import { documentOf, form4, JANE, OF_2003, SUBMISSION, TRUST } from './inventedFilings.mts'
import { originOf } from './origin.ts'
import { type FlatRow, flatRowColumns, flatRows, flatTable } from './rows.ts'

const origin = { accessionNumber: '0009000009-24-000007', filedAsOf: '2024-05-31', acceptedAt: '2024-05-31T18:05:01' }
const rows = flatRows(documentOf(form4()), origin)
const [holding, sale, gift, option, warrant] = rows as [FlatRow, FlatRow, FlatRow, FlatRow, FlatRow]

test('there is one row per line, in the order filed, named by accession number, table and position', () => {
  expect(rows.map(({ table, position, kind }) => `${table} ${position} ${kind}`)).toEqual([
    'I 1 holding',
    'I 2 transaction',
    'I 3 transaction',
    'II 1 transaction',
    'II 2 holding',
  ])
  expect(rows.map(({ isDerivative }) => isDerivative)).toEqual([false, false, false, true, true])
  expect(new Set(rows.map(({ accessionNumber }) => accessionNumber))).toEqual(new Set([origin.accessionNumber]))
})

test('a row carries its filing', () => {
  expect(sale).toMatchObject({
    form: '4',
    filingDate: '2024-05-31',
    acceptedAt: '2024-05-31T18:05:01',
    filingUrl: 'https://www.sec.gov/Archives/edgar/data/9000001/000900000924000007/0009000009-24-000007-index.htm',
    periodOfReport: '2024-05-29',
    issuerCik: '0009000001',
    issuerName: 'Fernhill, Instruments & Co.',
    ticker: 'FERN',
    insiderCik: '0009000002',
    insiderName: 'Quill Jane',
    officerTitle: 'Chief "Everything" Officer',
    isDirector: true,
    isOfficer: true,
    isTenPercentOwner: false,
    aff10b5One: true,
  })
})

test('amounts are exact text, and no value says which kind of none it is', () => {
  expect(sale).toMatchObject({ shares: '14706', pricePerShare: '3.4978', sharesOwnedAfter: '12345678901234567.1234' })
  expect(gift).toMatchObject({ shares: '0.5', pricePerShare: '0', pricePerShareState: 'value' })
  expect(option).toMatchObject({ pricePerShare: null, pricePerShareState: 'footnote' })
  expect(holding).toMatchObject({ pricePerShare: null, pricePerShareState: 'absent', valueOwnedAfter: '1250.5' })
  expect(gift).toMatchObject({ transactionDate: null, transactionDateState: 'invalid' })
  expect(gift.invalid).toEqual({ transactionDate: '2024-02-30' })
  expect(sale.invalid).toEqual({})
})

test('codes, flags and terms are in their places', () => {
  expect(sale).toMatchObject({ transactionCode: 'S', transactionFormType: '4', equitySwapInvolved: false })
  expect(gift).toMatchObject({ equitySwapInvolved: true, timeliness: 'L', acquiredDisposed: 'D' })
  expect(holding).toMatchObject({ equitySwapInvolved: null, equitySwapInvolvedState: 'absent', directIndirect: 'I' })
  expect(option).toMatchObject({
    totalValue: '100000.005',
    deemedExecutionDate: '2024-05-29',
    exerciseDate: '2025-05-28',
    expirationDateState: 'footnote',
    conversionOrExercisePriceState: 'footnote',
    underlyingTitle: 'Common Stock',
    underlyingShares: '0.0033',
  })
  expect(warrant).toMatchObject({
    underlyingValue: '500',
    underlyingSharesState: 'absent',
    expirationDate: '2030-01-02',
  })
})

test('footnotes stay with their field and their row, and bring their texts', () => {
  expect(sale.footnotes).toEqual({ securityTitle: ['F1'], pricePerShare: ['F1', 'F2'], transactionCoding: ['F1'] })
  expect(sale.footnoteTexts).toEqual({ F1: 'Sold under a plan, "as agreed".', F2: 'See\nthe trust deed.' })
  expect(holding.footnotes).toEqual({ natureOfOwnership: ['F2'] })
  expect(gift.footnotes).toEqual({})
  expect(option.footnoteTexts).toEqual({ F2: 'See\nthe trust deed.', F9: null })
})

test('a joint filing multiplies no row and names no owner alone', () => {
  const joint = flatRows(documentOf(form4(JANE + TRUST)))
  expect(joint).toHaveLength(5)
  expect(joint[0]).toMatchObject({
    insiderCik: null,
    insiderName: null,
    officerTitle: null,
    insiderCiks: ['0009000002', '0009000003'],
    insiderNames: ['Quill Jane', 'Quill Family Trust'],
    isDirector: true,
    isTenPercentOwner: true,
    isOther: true,
  })
  expect(joint[0]?.owners.map(({ isDirector, otherText }) => [isDirector, otherText])).toEqual([
    [true, null],
    [false, 'Group member'],
  ])
})

test('a flag that is neither true nor false is null, unless another owner settles it', () => {
  const odd = TRUST.replace('<isDirector>0', '<isDirector>perhaps')
  expect(flatRows(documentOf(form4(odd)))[0]?.isDirector).toBeNull()
  expect(flatRows(documentOf(form4(odd + JANE)))[0]?.isDirector).toBe(true)
})

test('the value of 2003 is never called a price, and the plan box is unknown', () => {
  const [row] = flatRows(documentOf(OF_2003))
  expect(row).toMatchObject({
    transactionValue: '250',
    transactionValueMeaning: 'open',
    pricePerShare: null,
    pricePerShareState: 'absent',
    aff10b5One: null,
    aff10b5OneState: 'absent',
    ticker: null,
    accessionNumber: null,
    filingUrl: null,
    kind: 'transaction',
  })
})

test('what is invalid in the filing is in every row', () => {
  const [row] = flatRows(documentOf(form4().replace('<periodOfReport>2024-05-29', '<periodOfReport>May')))
  expect(row).toMatchObject({
    periodOfReport: null,
    periodOfReportState: 'invalid',
    invalid: { periodOfReport: 'May' },
  })
})

test('no CCC comes out', () => {
  expect(form4()).toContain('secret#1')
  expect(JSON.stringify(rows)).not.toContain('secret')
})

test('the columns are those of every row, and stand in the header also without rows', () => {
  for (const row of rows) expect(Object.keys(row)).toEqual(flatRowColumns)
  expect(toCsv(flatTable([]))).toBe(`${flatRowColumns.join(',')}\r\n`)
  const [header, , first] = toCsv(flatTable(rows), { separator: '\t' }).split('\n')
  const cell = (name: string) => first?.split('\t')[header?.split('\t').indexOf(name) ?? -1]
  expect([cell('pricePerShare'), cell('insiderCiks'), cell('timelinessState')]).toEqual([
    '3.4978',
    '"[""0009000002""]"',
    'absent',
  ])
})

test('a submission says where its document comes from', () => {
  expect(originOf(readSubmission(SUBMISSION))).toEqual({
    ...origin,
    fileNumbers: new Map([['0009000002', '001-90001']]),
  })
  expect(originOf(readSubmission('nothing of the kind'))).toEqual({})
})

import { expect, test } from 'vitest'
import { type DataSetTableName, dataSetColumns, dataSetTableNames } from '../facts/dataSetColumns.ts'
import { readSubmission } from '../read/submission/index.ts'
import { type DataSetOptions, type DataSetOrigin, toDataSetFile, toDataSets } from './dataSets.ts'
import { documentOf, form4, JANE, SUBMISSION, TRUST } from './inventedFilings.mts'
import { originOf } from './origin.ts'

/** The cells that are not empty, by column name. */
function cells(table: DataSetTableName, xml: string, origin: DataSetOrigin = {}, options: DataSetOptions = {}) {
  const rows = toDataSets(documentOf(xml), origin, options)[table]
  return rows.map((row) =>
    Object.fromEntries(dataSetColumns[table].flatMap(({ name }, i) => (row[i] === '' ? [] : [[name, row[i]]]))),
  )
}

const origin = originOf(readSubmission(SUBMISSION))
const ACCESSION_NUMBER = '0009000009-24-000007'

test('the columns are as many as in the real files, in their order, with their slips', () => {
  const names = (table: DataSetTableName) => dataSetColumns[table].map(({ name }) => name)
  expect(Object.fromEntries(dataSetTableNames.map((table) => [table, names(table).length]))).toEqual({
    SUBMISSION: 14,
    REPORTINGOWNER: 13,
    NONDERIV_TRANS: 28,
    NONDERIV_HOLDING: 14,
    DERIV_TRANS: 42,
    DERIV_HOLDING: 26,
    FOOTNOTES: 3,
    OWNER_SIGNATURE: 3,
  })
  expect(names('SUBMISSION').slice(-2)).toEqual(['REMARKS', 'AFF10B5ONE'])
  expect(names('DERIV_TRANS').slice(24, 30)).toEqual([
    'EXCERCISE_DATE',
    'EXCERCISE_DATE_FN',
    'EXPIRATION_DATE',
    'EXPIRATION_DATE_FN',
    'UNDLYNG_SEC_TITLE',
    'UNDLYNG_SEC_TITLE_FN',
  ])
  expect(names('DERIV_HOLDING').slice(1, 9)).toEqual([
    'DERIV_HOLDING_SK',
    'SECURITY_TITLE',
    'SECURITY_TITLE_FN',
    'CONV_EXERCISE_PRICE',
    'CONV_EXERCISE_PRICE_FN',
    'TRANS_FORM_TYPE',
    'TRANS_FORM_TYPE_FN',
    'EXERCISE_DATE',
  ])
  expect(names('NONDERIV_TRANS').slice(8, 14)).toEqual([
    'TRANS_FORM_TYPE',
    'TRANS_CODE',
    'EQUITY_SWAP_INVOLVED',
    'EQUITY_SWAP_TRANS_CD_FN',
    'TRANS_TIMELINESS',
    'TRANS_TIMELINESS_FN',
  ])
})

test('a filing is one row of SUBMISSION, its dates as the SEC writes them, its flags as filed', () => {
  expect(cells('SUBMISSION', form4(), origin)).toEqual([
    {
      ACCESSION_NUMBER,
      FILING_DATE: '31-MAY-2024',
      PERIOD_OF_REPORT: '29-MAY-2024',
      NOT_SUBJECT_SEC16: 'false',
      DOCUMENT_TYPE: '4',
      ISSUERCIK: '0009000001',
      ISSUERNAME: 'Fernhill, Instruments & Co.',
      ISSUERTRADINGSYMBOL: 'FERN',
      REMARKS: 'Two of two',
      AFF10B5ONE: '1',
    },
  ])
  expect(cells('SUBMISSION', form4(), origin, { spelling: 'sec' })[0]).toMatchObject({ ISSUERCIK: '9000001' })
})

test('each owner has a row, with flags as words and a file number from the header', () => {
  expect(cells('REPORTINGOWNER', form4(JANE + TRUST), origin)).toEqual([
    {
      ACCESSION_NUMBER,
      RPTOWNERCIK: '0009000002',
      RPTOWNERNAME: 'Quill Jane',
      RPTOWNER_RELATIONSHIP: 'Director,Officer',
      RPTOWNER_TITLE: 'Chief "Everything" Officer',
      RPTOWNER_STREET1: '1 FERN WAY',
      RPTOWNER_CITY: 'OAKTON',
      RPTOWNER_STATE: 'CA',
      RPTOWNER_ZIPCODE: '94000',
      FILE_NUMBER: '001-90001',
    },
    {
      ACCESSION_NUMBER,
      RPTOWNERCIK: '0009000003',
      RPTOWNERNAME: 'Quill Family Trust',
      RPTOWNER_RELATIONSHIP: 'TenPercentOwner,Other',
      RPTOWNER_TXT: 'Group member',
    },
  ])
})

test('lines go to their tables, exact, with footnotes behind their fields', () => {
  expect(cells('NONDERIV_TRANS', form4(), origin)).toEqual([
    {
      ACCESSION_NUMBER,
      NONDERIV_TRANS_SK: '1',
      SECURITY_TITLE: 'Common Stock',
      SECURITY_TITLE_FN: 'F1',
      TRANS_DATE: '29-MAY-2024',
      TRANS_FORM_TYPE: '4',
      TRANS_CODE: 'S',
      EQUITY_SWAP_INVOLVED: '0',
      EQUITY_SWAP_TRANS_CD_FN: 'F1',
      TRANS_SHARES: '14706',
      TRANS_PRICEPERSHARE: '3.4978',
      TRANS_PRICEPERSHARE_FN: 'F1, F2',
      TRANS_ACQUIRED_DISP_CD: 'D',
      SHRS_OWND_FOLWNG_TRANS: '12345678901234567.1234',
      DIRECT_INDIRECT_OWNERSHIP: 'D',
    },
    {
      ACCESSION_NUMBER,
      NONDERIV_TRANS_SK: '2',
      SECURITY_TITLE: '=cmd()',
      TRANS_DATE: '2024-02-30',
      TRANS_FORM_TYPE: '4',
      TRANS_CODE: 'G',
      EQUITY_SWAP_INVOLVED: 'true',
      TRANS_TIMELINESS: 'L',
      TRANS_SHARES: '0.5',
      TRANS_PRICEPERSHARE: '0',
      TRANS_ACQUIRED_DISP_CD: 'D',
      SHRS_OWND_FOLWNG_TRANS: '0',
      DIRECT_INDIRECT_OWNERSHIP: 'D',
    },
  ])
  expect(cells('NONDERIV_HOLDING', form4())).toEqual([
    {
      NONDERIV_HOLDING_SK: '1',
      SECURITY_TITLE: 'Class B Stock',
      VALU_OWND_FOLWNG_TRANS: '1250.5',
      DIRECT_INDIRECT_OWNERSHIP: 'I',
      NATURE_OF_OWNERSHIP: 'By Trust',
      NATURE_OF_OWNERSHIP_FN: 'F2',
    },
  ])
  expect(cells('DERIV_HOLDING', form4())).toMatchObject([{ EXERCISE_DATE: '02-JAN-2020', UNDLYNG_SEC_VALUE: '500' }])
  expect(cells('DERIV_TRANS', form4())).toMatchObject([
    {
      EXCERCISE_DATE: '28-MAY-2025',
      EXPIRATION_DATE_FN: 'F2',
      CONV_EXERCISE_PRICE_FN: 'F2',
      TRANS_PRICEPERSHARE_FN: 'F9',
    },
  ])
})

test("the SEC's spelling rounds half away from zero and never lacks a point", () => {
  expect(cells('DERIV_TRANS', form4(), origin, { spelling: 'sec' })[0]).toMatchObject({
    TRANS_TOTAL_VALUE: '100000.01',
    UNDLYNG_SEC_SHARES: '0.0',
    SHRS_OWND_FOLWNG_TRANS: '7.0',
  })
  expect(cells('NONDERIV_TRANS', form4(), origin, { spelling: 'sec' })[0]).toMatchObject({
    TRANS_SHARES: '14706.0',
    TRANS_PRICEPERSHARE: '3.5',
    SHRS_OWND_FOLWNG_TRANS: '12345678901234567.12',
  })
})

test('the numbers of the lines are the caller’s to give', () => {
  const rows = toDataSets(documentOf(form4()), { sk: (table, index) => `${table.length}${index}` })
  expect(rows.NONDERIV_TRANS.map(([, sk]) => sk)).toEqual(['140', '141'])
  expect(rows.DERIV_HOLDING.map(([, sk]) => sk)).toEqual(['130'])
})

test('footnotes and signatures have tables of their own', () => {
  expect(cells('FOOTNOTES', form4())).toEqual([
    { FOOTNOTE_ID: 'F1', FOOTNOTE_TXT: 'Sold under a plan, "as agreed".' },
    { FOOTNOTE_ID: 'F2', FOOTNOTE_TXT: 'See\nthe trust deed.' },
  ])
  expect(cells('OWNER_SIGNATURE', form4())).toEqual([
    { OWNERSIGNATURENAME: '/s/ Jane Quill', OWNERSIGNATUREDATE: '31-MAY-2024' },
    { OWNERSIGNATURENAME: '/s/ Jane Quill, trustee', OWNERSIGNATUREDATE: '01-JUN-2024' },
  ])
})

test('a file has tabs, line feeds, a header, and quotes only where they must be', () => {
  expect(toDataSetFile('FOOTNOTES', toDataSets(documentOf(form4()), origin).FOOTNOTES)).toBe(
    'ACCESSION_NUMBER\tFOOTNOTE_ID\tFOOTNOTE_TXT\n' +
      `${ACCESSION_NUMBER}\tF1\t"Sold under a plan, ""as agreed""."\n` +
      `${ACCESSION_NUMBER}\tF2\t"See\nthe trust deed."\n`,
  )
})

test('no CCC comes out', () => {
  expect(JSON.stringify(toDataSets(documentOf(form4()), origin))).not.toContain('secret')
})

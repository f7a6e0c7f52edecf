import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DataSetColumn,
  type DataSetRowTableName,
  type DataSetTableName,
  dataSetColumns,
  dataSetTableNames,
} from '../facts/dataSetColumns.ts'
import { type DataSetRows, dataSetTable, toDataSets } from '../write/dataSets.ts'
import { documentOf, form4, JANE, TRUST } from '../write/inventedFilings.mts'
import { writeOwnershipXml } from '../write/xml.ts'
import { type DataSetFiling, type DataSetTexts, readDataSets } from './dataSets.ts'
import { readOwnershipXml } from './ownershipXml.ts'

const ACCESSION_NUMBER = '0009000009-24-000007'

/** Rows with their headers, as the reader wants them. */
function withHeaders(rows: DataSetRows): DataSetTexts {
  return Object.fromEntries(
    dataSetTableNames.map((table) => [table, [dataSetTable(table, []).columns, ...rows[table]]]),
  ) as DataSetTexts
}

function rowsAgain(filing: DataSetFiling, spelling: 'exact' | 'sec', document = filing.document): DataSetRows {
  const sk = (table: DataSetRowTableName, index: number) => filing.sks[table][index] ?? 'none'
  return toDataSets(document, { ...filing, sk }, { spelling })
}

/** One row of a table from some of its cells. */
function table(name: DataSetTableName, ...rows: Record<string, string>[]): string[][] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return { [name]: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))] }[name] as string[][]
}

test.each(['exact', 'sec'] as const)('a filing goes to rows, to a document and to the same rows (%s)', (spelling) => {
  const origin = {
    accessionNumber: ACCESSION_NUMBER,
    filedAsOf: '2024-05-31',
    fileNumbers: new Map([['0009000003', '001-90001']]),
    sk: (name: DataSetRowTableName, index: number) => name.length * 1000 + index,
  }
  const rows = toDataSets(documentOf(form4(JANE + TRUST)), origin, { spelling })
  const { filings, diagnostics } = readDataSets(withHeaders(rows))
  expect(diagnostics).toEqual([])
  expect(filings).toHaveLength(1)
  const filing = filings[0] as DataSetFiling
  expect(filing).toMatchObject({ accessionNumber: ACCESSION_NUMBER, filedAsOf: '2024-05-31' })
  expect(rowsAgain(filing, spelling)).toEqual(rows)
})

test('the document is one like any other: its XML reads back to the same rows', () => {
  const rows = toDataSets(documentOf(form4(JANE + TRUST)), { accessionNumber: ACCESSION_NUMBER })
  const [filing] = readDataSets(withHeaders(rows)).filings as [DataSetFiling]
  const { document, outcome } = readOwnershipXml(writeOwnershipXml(filing.document))
  expect(outcome).toBe('read')
  expect(rowsAgain(filing, 'exact', document)).toEqual(rows)
})

test('lines stand in the order of their numbers, footnotes in that of their ids', () => {
  const line = (sk: string) => ({ ACCESSION_NUMBER, NONDERIV_TRANS_SK: sk, SECURITY_TITLE: `no. ${sk}` })
  const note = (id: string) => ({ ACCESSION_NUMBER, FOOTNOTE_ID: id, FOOTNOTE_TXT: `text ${id}` })
  const [filing] = readDataSets({
    NONDERIV_TRANS: table('NONDERIV_TRANS', line('1001'), line('999'), line('1000')),
    FOOTNOTES: table('FOOTNOTES', note('F10'), note('F9'), note('F1')),
  }).filings as [DataSetFiling]
  const titles = filing.document.nonDerivativeTable.rows.map(({ securityTitle }) => securityTitle.value)
  expect(titles).toEqual(['no. 999', 'no. 1000', 'no. 1001'])
  expect(filing.document.footnotes.footnotes.map(({ id }) => id)).toEqual(['F1', 'F9', 'F10'])
})

test('what a cell says becomes what a filing would say', () => {
  const [filing] = readDataSets({
    DERIV_TRANS: table('DERIV_TRANS', {
      ACCESSION_NUMBER,
      DERIV_TRANS_SK: '5',
      CONV_EXERCISE_PRICE_FN: 'F1, F12',
      TRANS_DATE: '02-APR-2023',
      EXPIRATION_DATE: '31-FEB-2023',
      TRANS_SHARES: '14706.0',
      EQUITY_SWAP_INVOLVED: 'false',
      EQUITY_SWAP_TRANS_CD_FN: 'F2',
    }),
  }).filings as [DataSetFiling]
  const [row] = filing.document.derivativeTable.rows
  expect(row?.conversionOrExercisePrice).toMatchObject({ kind: 'footnote', footnotes: ['F1', 'F12'] })
  expect(row?.transactionDate.written).toBe('2023-04-02')
  expect(row?.expirationDate).toMatchObject({ kind: 'invalid', written: '31-FEB-2023' })
  expect(row?.amounts.shares.written).toBe('14706')
  expect(row?.coding).toMatchObject({ footnotes: ['F2'] })
  expect(row?.coding.equitySwapInvolved.value).toBe(false)
  expect(row?.amounts.pricePerShare.present).toBe(false)
  expect(row?.underlyingSecurity.present).toBe(false)
})

test.each([
  ['Director,TenPercentOwner', ['isDirector', 'isTenPercentOwner'], []],
  // The SEC's files run the last word on.
  ['DirectorOther', ['isDirector', 'isOther'], []],
  ['Director,Officer,TenPercentOwnerOther', ['isDirector', 'isOfficer', 'isTenPercentOwner', 'isOther'], []],
  ['Officer,Captain', ['isOfficer'], ['R321']],
])('%s', (words, flags, codes) => {
  const owner = { ACCESSION_NUMBER, RPTOWNERCIK: '9000002', RPTOWNER_RELATIONSHIP: words }
  const { filings, diagnostics } = readDataSets({ REPORTINGOWNER: table('REPORTINGOWNER', owner) })
  const relationship = filings[0]?.document.reportingOwners[0]?.relationship
  const set = Object.entries(relationship ?? {}).flatMap(([name, field]) => (field?.value === true ? [name] : []))
  expect(set).toEqual(flags)
  expect(diagnostics.filter(({ code }) => !code.startsWith('R312')).map(({ code }) => code)).toEqual(codes)
})

test('a table that is not as it should be is read as far as it goes, and said', () => {
  const { filings, diagnostics } = readDataSets({
    SUBMISSION: [
      ['ACCESSION_NUMBER', 'DOCUMENT_TYPE', 'COLOUR'],
      [ACCESSION_NUMBER, '4', 'red'],
      [ACCESSION_NUMBER, '5', 'blue'],
      ['seven', '3', ''],
      ['0009000009-24-000008', '3'],
    ],
    OWNER_SIGNATURE: [
      ['ACCESSION_NUMBER', 'OWNERSIGNATURENAME', 'OWNERSIGNATUREDATE'],
      ['0009000009-24-000009', '/s/ Nobody', '01-JAN-2024'],
    ],
  })
  expect(filings.map(({ document }) => document.documentType.value)).toEqual(['4', '3', undefined])
  const said = diagnostics.filter(({ code }) => code !== 'R312')
  expect(said.map(({ code, data }) => [code, data.row ?? data.column])).toEqual([
    ['R311', 'COLOUR'],
    ['R313', 4],
    ['R316', 2],
    ['R314', 3],
    ['R315', undefined],
  ])
  expect(diagnostics.filter(({ code }) => code === 'R312').map(({ data }) => data.column)).not.toContain('AFF10B5ONE')
})

/** An invented cell for a column, spelled as the SEC does. */
function cellFor(name: DataSetTableName, column: DataSetColumn): fc.Arbitrary<string> {
  const two = fc.integer({ min: 0, max: 9_999_999 }).map((n) => String(n / 100))
  const date = fc
    .tuple(fc.integer({ min: 10, max: 28 }), fc.constantFrom('JAN', 'MAY', 'DEC'), fc.integer({ min: 1996, max: 2035 }))
    .map((parts) => parts.join('-'))
  const footnotes = fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 3 })
    .map((ids) => ids.map((id) => `F${id}`).join(', '))
  const values = {
    decimal: two.map((text) => (text.includes('.') ? text : `${text}.0`)),
    date,
    boolean: fc.constantFrom('0', '1', 'true', 'false'),
    cik: fc.integer({ min: 1, max: 9_999_999 }).map((n) => String(n).padStart(10, '0')),
    text: fc.string({ unit: fc.constantFrom('A', 'b', '"', ',', '&', '<', 'é'), minLength: 1, maxLength: 9 }),
  }
  switch (column.from) {
    case 'value':
      // The key of an owner is there always, as in the SEC's files.
      return column.name === 'RPTOWNERCIK' ? values.cik : fc.option(values[column.path.leaf.type], { nil: '' })
    case 'footnotes':
    case 'groupFootnotes':
      return footnotes
    case 'relationship':
      return fc.subarray(['Director', 'Officer', 'TenPercentOwner', 'Other']).map((words) => words.join(','))
    case 'filingDate':
      return date
    case 'fileNumber':
      return fc.constantFrom('', '001-90001')
    case 'footnoteText':
      return values.text
    case 'accessionNumber':
    case 'surrogateKey':
    case 'footnoteId':
      return fc.constant(name)
  }
}

const filingTables = fc
  .record(
    Object.fromEntries(
      dataSetTableNames.map((name) => {
        const row = fc.tuple(...dataSetColumns[name].map((column) => cellFor(name, column)))
        return [
          name,
          fc.array(row, { minLength: name === 'SUBMISSION' ? 1 : 0, maxLength: name === 'SUBMISSION' ? 1 : 4 }),
        ]
      }),
    ) as Record<DataSetTableName, fc.Arbitrary<string[][]>>,
  )
  .map((tables) => numbered(tables))

/** Gives rows their keys, so that no two are alike. */
function numbered(tables: DataSetRows): DataSetRows {
  const key = (column: DataSetColumn, cell: string, index: number) => {
    if (column.from === 'accessionNumber') return ACCESSION_NUMBER
    if (column.from === 'surrogateKey') return String(100 + index)
    if (column.from === 'footnoteId') return `F${index + 1}`
    return column.name === 'RPTOWNERCIK' ? String(9_000_000 + index).padStart(10, '0') : cell
  }
  return Object.fromEntries(
    dataSetTableNames.map((name) => [
      name,
      tables[name].map((row, index) => row.map((cell, i) => key(dataSetColumns[name][i]!, cell, index))),
    ]),
  ) as DataSetRows
}

test('invented rows go to documents, to XML, and to the same rows', () => {
  fc.assert(
    fc.property(filingTables, (tables) => {
      // A row without any cell but its keys has no trace in a document; real files have none.
      const rows = {
        ...tables,
        OWNER_SIGNATURE: tables.OWNER_SIGNATURE.filter(([, name, date]) => name !== '' || date !== ''),
      }
      const { filings, diagnostics } = readDataSets(withHeaders(rows))
      expect(diagnostics).toEqual([])
      const [filing] = filings as [DataSetFiling]
      expect(rowsAgain(filing, 'sec')).toEqual(rows)
      const { document } = readOwnershipXml(writeOwnershipXml(filing.document))
      expect(rowsAgain(filing, 'sec', document)).toEqual(rows)
    }),
    { seed: 16, numRuns: 100 },
  )
})

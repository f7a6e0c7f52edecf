/**
 * Our rows beside the SEC's own Insider Transactions Data Sets, cell by cell, where filing and table are both at hand;
 * and every filing of the tables through document and XML back to rows. Differences that are the SEC's are counted by class, each with
 * the proof that it is theirs; any other is a fault.
 */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sources } from '../../cli/input/sources.ts'
import {
  type DataSetColumn,
  type DataSetRowTableName,
  type DataSetTableName,
  dataSetColumns,
  dataSetTableNames,
} from '../../core/facts/dataSetColumns.ts'
import { Decimal } from '../../core/model/decimal.ts'
import { type OwnershipDocument, rowsOf } from '../../core/model/ownershipDocument.ts'
import { type DataSetFiling, readDataSets } from '../../core/read/dataSets.ts'
import { readDelimited } from '../../core/read/delimited.ts'
import { readOwnershipXml } from '../../core/read/ownershipXml.ts'
import { toCsv } from '../../core/write/csv.ts'
import { type DataSetOptions, toDataSets } from '../../core/write/dataSets.ts'
import { writeOwnershipXml } from '../../core/write/xml.ts'
import type { LongTestArgs } from '../full.ts'
import { root } from '../repository.ts'
import { bulkDocuments, corpusIsThere, looseDocuments, NO_CORPUS } from '../testing/corpus.ts'

export const about = "our rows equal the SEC's data sets; their rows survive document and XML; half a minute"

const folder = join(root, '../shared/corpus/datasets')
const MOST_FAULTS_SHOWN = 20

type Tables = Partial<Record<DataSetTableName, string[][]>>

/** What is counted, by name, and the faults in words. */
class Tally {
  readonly counts = new Map<string, number>()
  readonly faults: string[] = []

  add(name: string, n = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + n)
  }

  get(name: string): number {
    return this.counts.get(name) ?? 0
  }
}

/** The tables of each edition: a zip, or loose files that begin alike. Every text must be written again byte for byte. */
async function editions(tally: Tally): Promise<Map<string, Tables>> {
  const found = new Map<string, Tables>()
  for await (const source of sources([folder])) {
    const file = basename(source.name.replace(/^.*!/, ''))
    const table = dataSetTableNames.find((name) => new RegExp(`(^|_)${name}\\.tsv$`).test(file))
    if (!table || 'problem' in source) continue
    const text = new TextDecoder().decode(source.bytes)
    const { rows, diagnostics } = readDelimited(text, '\t')
    for (const { code } of diagnostics) tally.faults.push(`${source.name}: ${code}`)
    const [columns = [], ...cells] = rows
    const written = toCsv({ columns, rows: cells }, { separator: '\t', formulas: 'kept' })
    // An excerpt may lack the last line end.
    if (written.trimEnd() === text.trimEnd()) tally.add('files rewritten byte for byte')
    else tally.faults.push(`${source.name}: the text written again differs`)
    const edition = source.name.includes('!') ? basename(source.name.replace(/!.*$/, '')) : file.slice(0, 6)
    found.set(edition, { ...found.get(edition), [table]: rows })
  }
  return found
}

/** The cells of a table's rows by column name, under accession number and, where there are any, `_SK` numbers. */
function byKey(table: DataSetTableName, [header = [], ...rows]: string[][]): Map<string, Map<string, string>> {
  const keyed = new Map<string, Map<string, string>>()
  const repeats = new Map<string, number>()
  for (const row of rows) {
    const cells = new Map(header.map((name, i) => [name, row[i] ?? '']))
    const accession = cells.get('ACCESSION_NUMBER') ?? ''
    const repeat = repeats.get(accession) ?? 0
    repeats.set(accession, repeat + 1)
    keyed.set(`${accession} ${cells.get(`${table}_SK`) ?? repeat}`, cells)
  }
  return keyed
}

const isGiven = ({ from }: DataSetColumn) =>
  from === 'accessionNumber' || from === 'filingDate' || from === 'surrogateKey' || from === 'fileNumber'

function rowsOfFiling(filing: DataSetFiling, document: OwnershipDocument, options: DataSetOptions) {
  const sk = (table: DataSetRowTableName, index: number) => filing.sks[table][index] ?? 'none'
  return toDataSets(document, { ...filing, sk }, options)
}

/** Counts the cells of our rows that are theirs, and reports those that are not. */
function compare(
  table: DataSetTableName,
  ours: string[][],
  theirs: Map<string, Map<string, string>>,
  report: (column: DataSetColumn, ours: string, theirs: string) => void,
): number {
  const names = dataSetColumns[table].map(({ name }) => name)
  let cells = 0
  for (const [key, row] of byKey(table, [names, ...ours])) {
    const other = theirs.get(key)
    for (const column of dataSetColumns[table]) {
      const their = other?.get(column.name)
      // A column that the edition does not have; a row that it does not have is a difference.
      if (other && their === undefined) continue
      cells++
      const our = row.get(column.name) ?? ''
      if (our !== their) report(column, our, their ?? `no row ${key}`)
    }
  }
  return cells
}

/** Every filing of an edition to a document and back, and once more by way of XML. */
function roundTrip(edition: string, tables: Tables, tally: Tally): void {
  const { filings, diagnostics } = readDataSets(tables)
  for (const { code } of diagnostics) tally.add(`${edition} ${code}`)
  const theirs = new Map(Object.entries(tables).map(([table, rows]) => [table, byKey(table as DataSetTableName, rows)]))
  const seen = new Map<string, number>()
  for (const filing of filings) {
    tally.add('filings round trip')
    const reread = readOwnershipXml(writeOwnershipXml(filing.document)).document
    for (const [way, document] of Object.entries({ 'by document': filing.document, 'by XML': reread })) {
      if (!document) {
        tally.faults.push(`${edition} ${filing.accessionNumber}: the XML written was refused`)
        continue
      }
      const ours = rowsOfFiling(filing, document, { spelling: 'sec' })
      for (const table of dataSetTableNames) {
        const their = theirs.get(table)
        // Excerpts have lines of filings whose SUBMISSION row they lack (R315).
        if (!their || (table === 'SUBMISSION' && filing.filedAsOf === undefined)) continue
        seen.set(`${way} ${table}`, (seen.get(`${way} ${table}`) ?? 0) + ours[table].length)
        const cells = compare(table, ours[table], their, (column, our, other) =>
          tally.faults.push(`${edition} ${filing.accessionNumber} ${way}: ${column.name} “${our}”, theirs “${other}”`),
        )
        tally.add(`cells round trip ${way}`, cells)
      }
    }
  }
  for (const [key, rows] of seen) {
    const their = theirs.get(key.split(' ')[2] as string)?.size
    if (rows === their) tally.add(`rows round trip ${key.split(' ').slice(0, 2).join(' ')}`, rows)
    else tally.faults.push(`${edition} ${key}: ${rows} rows, theirs ${their}`)
  }
}

/** The filings that are both in the corpus as XML and in an edition, cell by cell. */
function compareFilings(
  documents: Map<string, OwnershipDocument>,
  edition: string,
  tables: Tables,
  tally: Tally,
): void {
  const theirs = new Map(Object.entries(tables).map(([table, rows]) => [table, byKey(table as DataSetTableName, rows)]))
  for (const filing of readDataSets(tables).filings) {
    const document = documents.get(filing.accessionNumber)
    if (!document) continue
    tally.add('filings compared')
    const rounded = rowsOfFiling(filing, document, { spelling: 'sec' })
    const exact = rowsOfFiling(filing, document, {})
    for (const [table, their] of theirs as Map<DataSetTableName, Map<string, Map<string, string>>>) {
      tally.add('rows compared', rounded[table].length)
      const count = [...their.keys()].filter((key) => key.startsWith(filing.accessionNumber)).length
      if (count !== rounded[table].length) {
        tally.faults.push(`${filing.accessionNumber} ${table}: ${rounded[table].length} rows, theirs ${count}`)
      }
      const cells = compare(table, rounded[table], their, (column, our, other) =>
        tally.faults.push(`${edition} ${filing.accessionNumber} ${column.name}: “${our}”, theirs “${other}”`),
      )
      const given = dataSetColumns[table].filter(isGiven).length * rounded[table].length
      tally.add('cells compared', cells - given)
      compare(table, exact[table], their, (column, our, other) => {
        const difference = differenceOf(our, other)
        if (difference) tally.add(`cells ${difference}`)
        else tally.faults.push(`${edition} ${filing.accessionNumber} ${column.name}: “${our}”, theirs “${other}”`)
      })
    }
  }
}

/** What sets the SEC's spelling of an amount apart from the exact one; `undefined` where it is none of the known. */
function differenceOf(exact: string, theirs: string): string | undefined {
  const ours = Decimal.parse(exact)
  const their = Decimal.parse(theirs)
  if (!ours || !their) return undefined
  if (ours.equals(their)) return 'spelled as 14706.0'
  return ours.round(2).equals(their) ? 'rounded to two decimals' : undefined
}

/**
 * Quirk 3 of the SEC's data sets: D with a nature of ownership, I without. EDGAR refuses both, and no filing at hand has
 * either; and in every filing concerned there are as many I as natures, so the column was shuffled.
 */
function shuffledOwnership(tables: Tables, tally: Tally): void {
  for (const table of ['NONDERIV_HOLDING', 'DERIV_TRANS', 'DERIV_HOLDING', 'NONDERIV_TRANS'] as const) {
    const filings = Map.groupBy(byKey(table, tables[table] ?? []).values(), (row) => row.get('ACCESSION_NUMBER'))
    for (const [accession, rows] of filings) {
      const odd = rows.filter((row) => isOdd(row.get('DIRECT_INDIRECT_OWNERSHIP'), row.get('NATURE_OF_OWNERSHIP')))
      if (odd.length === 0) continue
      tally.add(`${table} rows with D or I of another row`, odd.length)
      tally.add(`${table} filings with shuffled D and I`)
      const indirect = rows.filter((row) => row.get('DIRECT_INDIRECT_OWNERSHIP') === 'I').length
      const natures = rows.filter((row) => row.get('NATURE_OF_OWNERSHIP') !== '').length
      if (indirect === natures) tally.add('filings with as many I as natures')
      else tally.faults.push(`${accession} ${table}: ${indirect} I, but ${natures} natures of ownership`)
    }
  }
}

function isOdd(direct: string | undefined, nature: string | undefined): boolean {
  return direct === 'I' ? nature === '' : nature !== ''
}

function corpusDocuments(tally: Tally): Map<string, OwnershipDocument> {
  const documents = new Map<string, OwnershipDocument>()
  for (const { name, text } of [...looseDocuments(), ...bulkDocuments()]) {
    const { document } = readOwnershipXml(text)
    const accession = /\d{10}-\d\d-\d{6}/.exec(name)?.[0]
    if (!document) continue
    if (accession) documents.set(accession, document)
    for (const { ownershipNature } of rowsOf(document)) {
      tally.add('XML rows')
      const direct = ownershipNature.directOrIndirectOwnership.value
      if (direct && isOdd(direct, ownershipNature.natureOfOwnership.value ?? '')) {
        tally.faults.push(`${name}: ${direct} that does not go with its nature of ownership`)
      }
    }
  }
  return documents
}

export async function run({ out }: LongTestArgs): Promise<{ summary: string; ok: boolean }> {
  if (!corpusIsThere || readdirSync(folder).length === 0) return { summary: `not run: ${NO_CORPUS}`, ok: true }
  const tally = new Tally()
  const found = await editions(tally)
  const documents = corpusDocuments(tally)
  for (const [edition, tables] of found) {
    compareFilings(documents, edition, tables, tally)
    roundTrip(edition, tables, tally)
    shuffledOwnership(tables, tally)
  }
  for (const [name, n] of [...tally.counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    out(`  ${String(n).padStart(9)} ${name}`)
  for (const fault of tally.faults.slice(0, MOST_FAULTS_SHOWN)) out(`  fault: ${fault}`)
  const counted = (name: RegExp) => [...tally.counts].reduce((sum, [key, n]) => sum + (name.test(key) ? n : 0), 0)
  const classes = [
    `${tally.get('cells spelled as 14706.0')} amounts spelled as 14706.0`,
    `${tally.get('cells rounded to two decimals')} rounded`,
    `${counted(/rows with D or I of another/)} rows of theirs with D or I of another`,
  ].join(', ')
  const summary = [
    `${tally.get('filings compared')} filings compared with the SEC's, ${tally.get('cells compared')} cells`,
    classes,
    `${tally.get('filings round trip')} filings to document and XML and back`,
    `${tally.faults.length} faults`,
  ].join('; ')
  const isComplete = tally.get('filings compared') > 0 && tally.get('filings round trip') > 0
  return { summary, ok: isComplete && tally.faults.length === 0 }
}

import { join } from 'node:path'
import { type DataSetRowTableName, type DataSetTableName, dataSetTableNames } from '@section16/core/facts'
import { dataSetTable, toCsv, toDataSets } from '@section16/core/write'
import { assertFree, NewFile } from './files.ts'
import type { Filing } from './filings.ts'

/** The eight files of the SEC's Insider Transactions Data Sets, written filing by filing. */
export class DataSetFiles {
  private readonly files: ReadonlyMap<DataSetTableName, NewFile>
  /** The last `_SK` number given in each table: unique in a file, as the SEC's are. */
  private readonly counts = new Map<DataSetRowTableName, number>()

  /** Refuses a folder that has any of the files already, unless `force`. */
  constructor(folder: string, force: boolean) {
    const paths = dataSetTableNames.map((table): [DataSetTableName, string] => [table, join(folder, `${table}.tsv`)])
    assertFree(
      paths.map(([, path]) => path),
      force,
    )
    this.files = new Map(paths.map(([table, path]) => [table, new NewFile(path, force)]))
    for (const [table, file] of this.files) file.write(text(table, [], true))
  }

  add({ reading, origin }: Filing): void {
    const starts = new Map(this.counts)
    const sk = (table: DataSetRowTableName, index: number) => {
      const number = (starts.get(table) ?? 0) + index + 1
      this.counts.set(table, number)
      return number
    }
    const rows = toDataSets(reading.document!, { ...origin, sk })
    for (const [table, file] of this.files) if (rows[table].length > 0) file.write(text(table, rows[table], false))
  }

  close(): void {
    for (const file of this.files.values()) file.close()
  }
}

function text(table: DataSetTableName, rows: readonly (readonly string[])[], header: boolean): string {
  return toCsv(dataSetTable(table, rows), { separator: '\t', formulas: 'kept', header })
}

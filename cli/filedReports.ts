import type { FiledReport } from '@section16/core/ledger'
import { type AcceptedAt, CalendarDate, parseAccessionNumber } from '@section16/core/model'
import type { Batch } from './batch.ts'
import { commandDiagnostic } from './commandDiagnostics.ts'
import type { Filing } from './filings.ts'
import { problemLine } from './problems.ts'

/**
 * All filings of a command as the ledger sees them, in the order met. The filing date and the acceptance come from the
 * submission's header or the filing JSON, never from a signature. One accession number is one report: of several files
 * with the same one the first that knows its filing date is kept, and each other is said on standard error.
 */
export async function filedReports(batch: Batch, whats: readonly string[]): Promise<FiledReport[]> {
  const reports = new Map<string, FiledReport>()
  const files = new Map<string, string>()
  for await (const filing of batch.documents(whats)) {
    const report = filedReportOf(filing, reports)
    const earlier = reports.get(report.key)
    if (earlier) {
      const data = { accessionNumber: report.key, other: files.get(report.key) ?? '' }
      batch.complaints.line(problemLine(filing.file, commandDiagnostic('I230', data)))
      if (earlier.filedOn || !report.filedOn) continue
    }
    reports.set(report.key, report)
    files.set(report.key, filing.file)
  }
  return [...reports.values()]
}

function filedReportOf(filing: Filing, taken: ReadonlyMap<string, unknown>): FiledReport {
  const { filedAsOf, acceptedAt } = filing.origin
  const accessionNumber = parseAccessionNumber(filing.accessionNumber ?? '')
  return {
    key: accessionNumber ?? freeName(filing.file, taken),
    accessionNumber,
    filedOn: filedAsOf === undefined ? undefined : CalendarDate.parse(filedAsOf),
    acceptedAt: acceptedAt === undefined ? undefined : moment(acceptedAt),
    document: filing.reading.document!,
  }
}

/** A file can hold several filings that have no number: `list.json`, `list.json#2`. */
function freeName(file: string, taken: ReadonlyMap<string, unknown>): string {
  let name = file
  for (let n = 2; taken.has(name); n++) name = `${file}#${n}`
  return name
}

/** `YYYY-MM-DDTHH:MM:SS`; `undefined` for anything else. */
function moment(written: string): AcceptedAt | undefined {
  const [day = '', time = ''] = written.split('T')
  const date = CalendarDate.parse(day)
  return date && /^\d\d:\d\d:\d\d$/.test(time) ? { date, time } : undefined
}

import { edgarCalendar } from '@section16/core/facts'
import { item405, judgeReports, type MonthDay, parseMonthDay, YEAR_END } from '@section16/core/ledger'
import { toCsv } from '@section16/core/write'
import { Batch, UNREADABLE } from '../batch.ts'
import { readCalendarFile } from '../calendarFile.ts'
import { filedReports } from '../filedReports.ts'
import { jsonText } from '../json.ts'
import { drawItem405, drawLate, item405Json, item405Table, judgedJson, lateSummary, lateTable } from '../lateTold.ts'
import { Output } from '../output.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'
import type { ShowOptions } from '../terminal.ts'
import { UsageError } from '../usageError.ts'

export interface LateVerbOptions extends ShowOptions, PaperVerbOptions {
  item405?: string
  fiscalYearEnd?: string
  graceBefore2003?: 'listed' | 'notListed'
  corrections?: 'notLate' | 'judged'
  calendar?: string
  json?: boolean
  ndjson?: boolean
  csv?: boolean
  explain?: boolean
}

/** `section16 late`: each transaction judged by its own deadline, or the list of Item 405. */
export async function late(whats: readonly string[], options: LateVerbOptions): Promise<number> {
  const end = monthDayOf(options.fiscalYearEnd)
  const year = yearOf(options.item405)
  const batch = new Batch(options)
  const file = options.calendar === undefined ? { calendar: edgarCalendar } : await readCalendarFile(options.calendar)
  if ('problem' in file) {
    batch.complaints.line(file.problem)
    return UNREADABLE
  }
  const reports = await filedReports(batch, whats)
  const { corrections = 'notLate' } = options
  const judged = judgeReports(reports, {
    calendar: file.calendar,
    corrections,
    ...(end && { fiscalYearEnd: end }),
  })
  const output = new Output(process.stdout, options.csv ?? false)
  if (year !== undefined) {
    const { graceBefore2003 = 'listed' } = options
    const list = item405(judged, { year, fiscalYearEnd: end ?? YEAR_END, graceBefore2003 })
    if (options.json || options.ndjson) await output.line(jsonText(item405Json(list), options.ndjson ? undefined : 2))
    else if (options.csv) await output.write(toCsv(item405Table(list)))
    else for (const line of drawItem405(list, options)) await output.line(line)
  } else await writeJudged(judged, options, output)
  await output.end()
  return batch.exitStatus
}

async function writeJudged(
  judged: ReturnType<typeof judgeReports>,
  options: LateVerbOptions,
  output: Output,
): Promise<void> {
  const { explain = false } = options
  if (options.ndjson) for (const one of judged) await output.line(jsonText(judgedJson(one, explain)))
  else if (options.json) {
    const reports = judged.map((one) => judgedJson(one, explain))
    await output.line(jsonText({ reports, summary: lateSummary(judged) }, 2))
  } else if (options.csv) await output.write(toCsv(lateTable(judged)))
  else for (const line of drawLate(judged, options)) await output.line(line)
}

function monthDayOf(written: string | undefined): MonthDay | undefined {
  if (written === undefined) return undefined
  const end = parseMonthDay(written)
  if (!end) throw new UsageError(`--fiscal-year-end takes a day of the year, MM-DD, not ${written}`)
  return end
}

function yearOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  if (!/^(?:19|20)\d\d$/.test(written)) throw new UsageError(`--item-405 takes a year, not ${written}`)
  return Number(written)
}

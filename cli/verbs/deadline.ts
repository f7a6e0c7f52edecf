import { edgarCalendar } from '@section16/core/facts'
import { FINE, UNREADABLE, USAGE } from '../batch.ts'
import { readCalendarFile } from '../calendarFile.ts'
import { Complaints } from '../complaints.ts'
import { answered } from '../deadlineAnswered.ts'
import type { DeadlineOptions } from '../deadlineAsked.ts'
import { deadlineJson, drawDeadline, missingJson, missingLines } from '../deadlineTold.ts'
import { jsonText } from '../json.ts'
import { Output } from '../output.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'
import type { ShowOptions } from '../terminal.ts'
import { UsageError } from '../usageError.ts'
import { late } from './late.ts'

export interface DeadlineVerbOptions extends DeadlineOptions, PaperVerbOptions, ShowOptions {
  calendar?: string
  json?: boolean
  explain?: boolean
}

/**
 * `section16 deadline`: by when something is reported, on which form, and whether a filing is late. Of filings that are
 * named it is asked line by line: what `late` answers, where the lines that are on time are shown too.
 */
export async function deadline(whats: readonly string[], options: DeadlineVerbOptions): Promise<number> {
  if (whats.length > 0) return ofFilings(whats, options)
  const complaints = new Complaints()
  const file = options.calendar === undefined ? { calendar: edgarCalendar } : await readCalendarFile(options.calendar)
  if ('problem' in file) {
    complaints.line(file.problem)
    return UNREADABLE
  }
  const told = answered(options, file.calendar)
  const output = new Output()
  if ('missing' in told) {
    for (const line of missingLines(told)) complaints.line(line)
    if (options.json) await output.line(jsonText(missingJson(told), 2))
  } else if (options.json) await output.line(jsonText(deadlineJson(told), 2))
  else for (const line of drawDeadline(told, options.explain ?? false)) await output.line(line)
  await output.end()
  return 'missing' in told ? USAGE : FINE
}

/** The options that say how to answer; all others say what is asked. */
const HOW = new Set(['calendar', 'json', 'explain', 'width', 'color', 'answers', 'minCertainty'])

function ofFilings(whats: readonly string[], options: DeadlineVerbOptions): Promise<number> {
  const asking = Object.keys(options).find((name) => !HOW.has(name))
  if (asking !== undefined) {
    const option = asking.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    throw new UsageError(`--${option} asks without a filing, and a filing was named: a filing says its own facts`)
  }
  return late(whats, { ...options, explain: true })
}

import { edgarCalendar } from '@section16/core/facts'
import { FINE, UNREADABLE, USAGE } from '../batch.ts'
import { readCalendarFile } from '../calendarFile.ts'
import { Complaints } from '../complaints.ts'
import { answered } from '../deadlineAnswered.ts'
import type { DeadlineOptions } from '../deadlineAsked.ts'
import { deadlineJson, drawDeadline, missingJson, missingLines } from '../deadlineTold.ts'
import { jsonText } from '../json.ts'
import { Output } from '../output.ts'

export interface DeadlineVerbOptions extends DeadlineOptions {
  calendar?: string
  json?: boolean
  explain?: boolean
}

/** `section16 deadline`: by when something is reported, on which form, and whether a filing is late. */
export async function deadline(options: DeadlineVerbOptions): Promise<number> {
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

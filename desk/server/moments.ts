import { CalendarDate } from '@section16/core/model'
import { eastern } from '@section16/edgar'

/** The day in Eastern time, in which EDGAR counts. */
export function easternDay(at: number): CalendarDate {
  return CalendarDate.parse(eastern(at).date) as CalendarDate
}

/** A moment in a time zone, `2026-03-20 22:00 EDT`; in UTC where there is no such zone. */
export function writtenIn(zone: string, at: number): string {
  const format = formatIn(zone) ?? (formatIn('UTC') as Intl.DateTimeFormat)
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute} ${part.timeZoneName}`
}

export const EASTERN = 'America/New_York'

const formats = new Map<string, Intl.DateTimeFormat>()
/** No more zones than these are kept; there are about 600. */
const MOST_FORMATS = 1000

function formatIn(zone: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(zone)
  if (known) return known
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
    })
    if (formats.size < MOST_FORMATS) formats.set(zone, format)
    return format
  } catch {
    return undefined
  }
}

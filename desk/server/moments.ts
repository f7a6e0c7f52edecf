import { CalendarDate } from '@section16/core/model'

export const EASTERN = 'America/New_York'

const UTC = formatOf('UTC')
const EASTERN_CLOCK = formatOf(EASTERN)
const formats = new Map<string, Intl.DateTimeFormat>()
/** No more zones than these are kept; there are about 600. */
const MOST_FORMATS = 1000

/** Day and time (`HH:MM:SS`) by EDGAR's clock of a moment, milliseconds UTC. */
export function eastern(at: number): { date: CalendarDate; time: string } {
  const { year, month, day, hour, minute, second } = partsOf(EASTERN_CLOCK, at)
  const date = CalendarDate.of(Number(year), Number(month), Number(day)) as CalendarDate
  return { date, time: `${hour}:${minute}:${second}` }
}

/** The day in Eastern time, in which EDGAR counts. */
export const easternDay = (at: number): CalendarDate => eastern(at).date

/**
 * The moment of a day and time by EDGAR's clock (`YYYY-MM-DD HH:MM:SS`), milliseconds UTC; of an hour that comes twice the
 * first. `undefined` where there is none such.
 */
export function easternMoment(written: string): number | undefined {
  // Eastern time is four or five hours behind.
  const moments = ['-04:00', '-05:00'].map((offset) => Date.parse(`${written.replace(' ', 'T')}${offset}`))
  return moments.find((at) => {
    if (Number.isNaN(at)) return false
    const { date, time } = eastern(at)
    return `${date.toString()} ${time}` === written
  })
}

/** A moment in a time zone, `2026-03-20 22:00 EDT`; in UTC where there is no such zone. */
export function writtenIn(zone: string, at: number): string {
  const format = formatIn(zone) ?? UTC
  const part = partsOf(format, at)
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute} ${part.timeZoneName}`
}

function partsOf(format: Intl.DateTimeFormat, at: number): Record<string, string> {
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}

function formatIn(zone: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(zone)
  if (known) return known
  try {
    const format = formatOf(zone)
    if (formats.size < MOST_FORMATS) formats.set(zone, format)
    return format
  } catch {
    return undefined
  }
}

/** Throws a RangeError where there is no such zone. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  })
}

import { CalendarDate } from '@section16/core/model'

export const EASTERN = 'America/New_York'

const MINUTE_MS = 60_000

const UTC = clockOf('UTC')
const EASTERN_CLOCK = clockOf(EASTERN)
const clocks = new Map<string, Clock>()
/** No more zones than these are kept; there are about 600. */
const MOST_CLOCKS = 1000
/** Lists tell the same few moments again and again, and asking `Intl` is slow: so many minutes are kept for each zone. */
const MOST_MINUTES = 2000

/** Day and time (`HH:MM:SS`) by EDGAR's clock of a moment, milliseconds UTC. */
export function eastern(at: number): { date: CalendarDate; time: string } {
  const { year, month, day, hour, minute } = EASTERN_CLOCK(at)
  const date = CalendarDate.of(Number(year), Number(month), Number(day)) as CalendarDate
  // Seconds are the same everywhere: zones differ by whole minutes.
  const second = Math.floor((at - minuteOf(at)) / 1000)
  return { date, time: `${hour}:${minute}:${String(second).padStart(2, '0')}` }
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
  const part = (clockIn(zone) ?? UTC)(at)
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute} ${part.timeZoneName}`
}

type Parts = Readonly<Record<string, string>>

/** What a zone's clock shows at a moment, but for the seconds. */
type Clock = (at: number) => Parts

const minuteOf = (at: number) => Math.floor(at / MINUTE_MS) * MINUTE_MS

function clockIn(zone: string): Clock | undefined {
  const known = clocks.get(zone)
  if (known) return known
  try {
    const clock = clockOf(zone)
    if (clocks.size < MOST_CLOCKS) clocks.set(zone, clock)
    return clock
  } catch {
    return undefined
  }
}

/** Throws a RangeError where there is no such zone. */
function clockOf(timeZone: string): Clock {
  const format = formatOf(timeZone)
  const minutes = new Map<number, Parts>()
  return (at) => {
    const minute = minuteOf(at)
    const known = minutes.get(minute)
    if (known) return known
    const parts = Object.fromEntries(format.formatToParts(minute).map(({ type, value }) => [type, value]))
    if (minutes.size >= MOST_MINUTES) minutes.clear()
    minutes.set(minute, parts)
    return parts
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
}

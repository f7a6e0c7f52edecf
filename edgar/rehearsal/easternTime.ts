/** The clock on EDGAR's wall. Its own reading, by the platform's time zone data. */

/** A moment in Eastern civil time. */
export interface EasternMoment {
  /** `YYYY-MM-DD`. */
  date: string
  /** `HH:MM:SS`. */
  time: string
  /** Milliseconds since midnight by that clock, fractions of a second included. */
  msOfDay: number
  /** `YYYY-MM-DDTHH:MM:SS-05:00`, as EDGAR writes moments (EDGAR API 1.11.0). */
  written: string
}

const FORMAT = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** What the clock shows at a moment, milliseconds UTC. */
export function eastern(at: number): EasternMoment {
  const part = Object.fromEntries(FORMAT.formatToParts(at).map(({ type, value }) => [type, value]))
  const date = `${part.year}-${part.month}-${part.day}`
  const time = `${part.hour}:${part.minute}:${part.second}`
  const fraction = ((at % 1000) + 1000) % 1000
  const hours = Math.round((at - fraction - Date.parse(`${date}T${time}Z`)) / 3_600_000)
  const msOfDay = (Number(part.hour) * 3600 + Number(part.minute) * 60 + Number(part.second)) * 1000 + fraction
  return { date, time, msOfDay, written: `${date}T${time}-0${hours}:00` }
}

/**
 * The moment at which the clock shows a day and time (`HH:MM` or `HH:MM:SS`), milliseconds UTC; the first of two when
 * the clock is set back. Throws for a time that there is not.
 */
export function easternMoment(date: string, time: string): number {
  const full = time.length === 5 ? `${time}:00` : time
  for (const offset of ['-04:00', '-05:00']) {
    const at = Date.parse(`${date}T${full}${offset}`)
    if (!Number.isNaN(at) && eastern(at).date === date && eastern(at).time === full) return at
  }
  throw new RangeError(`there is no ${date} ${time} Eastern time`)
}

import { easternOffset } from '../../facts/easternTime.ts'
import { filingCutoffOn } from '../../facts/filingHours.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import type { AcceptedAt } from '../../model/submission.ts'

const SECONDS_A_DAY = 86_400

/**
 * The last moment of a day at which a Form 3, 4 or 5 was still dated with it, ISO 8601 with the offset of Eastern time:
 * `2003-05-09T17:30:00-04:00`. Before 1987, for which no offset is kept, without one.
 */
export function lastMomentOf(date: CalendarDate): string {
  const { time } = filingCutoffOn(date)
  return `${date.toString()}T${time}${easternOffset(date, time) ?? ''}`
}

/**
 * A moment in Eastern civil time, from `YYYY-MM-DDTHH:MM` with or without seconds (a fraction of one is cut off). With
 * an offset or `Z` it is converted, else it is Eastern already. `undefined` for anything else, also a date alone.
 */
export function parseMoment(written: string): AcceptedAt | undefined {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(written.trim())
  const date = CalendarDate.parse(found?.[1] ?? '')
  if (!found || !date) return undefined
  const [hours, minutes, seconds] = [Number(found[2]), Number(found[3]), Number(found[4] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined
  const ofDay = hours * 3600 + minutes * 60 + seconds
  const zone = found[5]
  return zone === undefined ? momentAt(date, ofDay) : inEastern(date, ofDay - secondsOf(zone))
}

/** From a moment in UTC: the Eastern time whose offset leads back; standard time in the hour that occurs twice. */
function inEastern(date: CalendarDate, secondsUtc: number): AcceptedAt {
  const standard = momentAt(date, secondsUtc - 5 * 3600)
  if (easternOffset(standard.date, standard.time) === '-05:00') return standard
  const summer = momentAt(date, secondsUtc - 4 * 3600)
  return easternOffset(summer.date, summer.time) === '-04:00' ? summer : standard
}

function secondsOf(zone: string): number {
  if (zone === 'Z') return 0
  const seconds = Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(4)) * 60
  return zone.startsWith('-') ? -seconds : seconds
}

/** So many seconds from a day's midnight, fewer than none or more than a day's too. */
function momentAt(date: CalendarDate, seconds: number): AcceptedAt {
  const days = Math.floor(seconds / SECONDS_A_DAY)
  const left = seconds - days * SECONDS_A_DAY
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  const time = `${two(left / 3600)}:${two((left % 3600) / 60)}:${two(left % 60)}`
  return { date: new CalendarDate(date.day + days), time }
}

import { CalendarDate } from '@section16/core/model'
import { UsageError } from './usageError.ts'

/** The day that an option gives; refuses what is none. */
export function dayOption(name: string, written: string | undefined): CalendarDate | undefined {
  if (written === undefined) return undefined
  const day = CalendarDate.parse(written)
  if (!day) throw new UsageError(`${name} takes a day, YYYY-MM-DD, not ${written}`)
  return day
}

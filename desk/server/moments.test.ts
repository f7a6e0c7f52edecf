import { expect, test } from 'vitest'
import { eastern, writtenIn } from './moments.ts'

/** Asked anew each time: what the kept minutes have to agree with. */
function slowly(timeZone: string, at: number): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return format.format(at)
}

const DAYS_OF_CHANGE = [
  Date.UTC(2026, 2, 8, 6, 59, 58),
  Date.UTC(2026, 10, 1, 5, 59, 58),
  Date.UTC(2026, 5, 3, 1, 0, 0),
]

test('a moment in Eastern time is that of the clock, to the second, over every change of it', () => {
  for (const from of DAYS_OF_CHANGE)
    for (let at = from; at < from + 2 * 3_600_000; at += 17_321) {
      const { date, time } = eastern(at)
      const [, month, day, year, clock] = /^(\d+)\/(\d+)\/(\d+), ([\d:]+)$/.exec(slowly('America/New_York', at)) ?? []
      expect([date.year % 100, date.month, date.dayOfMonth, time]).toEqual(
        [year, month, day].map(Number).concat(clock as never),
      )
    }
})

test('a moment is written in its own zone, asked for once or often', () => {
  const at = Date.UTC(2026, 2, 21, 2, 0, 30)
  for (let n = 0; n < 2; n++) {
    expect(writtenIn('America/New_York', at)).toBe('2026-03-20 22:00 EDT')
    expect(writtenIn('Asia/Tokyo', at)).toBe('2026-03-21 11:00 GMT+9')
    expect(writtenIn('no such zone', at)).toBe('2026-03-21 02:00 UTC')
  }
})

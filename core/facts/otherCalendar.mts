/** A calendar by other means, for tests: the platform's own dates, and the closings written out once more. */

/** The other way: a year's holidays made from its twelve months with the platform's own dates. */
export function holidaysMadeOf(year: number): Set<string> {
  const made = new Set<string>()
  const put = (date: Date) => made.add(date.toISOString().slice(0, 10))
  const utc = (month: number, dayOfMonth: number, ofYear = year) => new Date(Date.UTC(ofYear, month - 1, dayOfMonth))
  const mondays = (month: number) => {
    const all: Date[] = []
    for (let d = 1; d <= 31; d++) {
      const date = utc(month, d)
      if (date.getUTCMonth() === month - 1 && date.getUTCDay() === 1) all.push(date)
    }
    return all
  }
  const moved = (date: Date) => {
    const shift = date.getUTCDay() === 6 ? -1 : date.getUTCDay() === 0 ? 1 : 0
    return new Date(date.getTime() + shift * 86_400_000)
  }
  put(mondays(1)[2]!)
  put(mondays(2)[2]!)
  put(mondays(5).at(-1)!)
  put(mondays(9)[0]!)
  put(mondays(10)[1]!)
  // The fourth Thursday: three weeks and three days after the Monday of the week of the first one.
  const first = utc(11, 1).getUTCDay()
  put(utc(11, 1 + ((4 - first + 7) % 7) + 21))
  for (const [month, dayOfMonth] of [
    [1, 1],
    [7, 4],
    [11, 11],
    [12, 25],
  ] as const)
    put(moved(utc(month, dayOfMonth)))
  if (year >= 2021) put(moved(utc(6, 19)))
  // The next New Year's Day may be kept in this year, this one's in the year before.
  put(moved(utc(1, 1, year + 1)))
  return new Set([...made].filter((date) => date.startsWith(`${year}-`)))
}

/** Section 3.8, the days whose column `BD?` says no. */
const CLOSINGS = `
  2003-12-26 2004-06-11 2007-01-02 2007-12-24 2008-12-26 2012-12-24 2014-12-26 2018-12-05 2018-12-24 2019-12-24 2020-12-24
  2024-12-24 2025-01-09 2025-12-24 2025-12-26`
  .trim()
  .split(/\s+/)

/** Every business day from 2003 to 2040, in order, as `YYYY-MM-DD`. */
export function businessDaysByOtherMeans(): string[] {
  const days: string[] = []
  for (let year = 2003; year <= 2040; year++) {
    const closed = new Set([...holidaysMadeOf(year), ...CLOSINGS])
    for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
      const date = new Date(at)
      const written = date.toISOString().slice(0, 10)
      if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6 && !closed.has(written)) days.push(written)
    }
  }
  return days
}

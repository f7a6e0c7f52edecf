/**
 * A calendar date: a day, without time or zone, held as the count of days from 1970-01-01 in the proleptic Gregorian
 * calendar. Two dates are equal when their `day` is. Years 1 to 9999.
 */
export class CalendarDate {
  /** Civil days from 1970-01-01; negative before. */
  declare readonly day: number

  constructor(day: number) {
    this.day = day
  }

  /** The date, or `undefined` where the calendar has none such (2024-02-30). */
  static of(year: number, month: number, dayOfMonth: number): CalendarDate | undefined {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) return undefined
    if (dayOfMonth > daysInMonth(year, month)) return undefined
    return new CalendarDate(civilDay(year, month, dayOfMonth))
  }

  /**
   * From `YYYY-MM-DD`, white space around it ignored, a zone (`Z`, `-05:00`) or a time after it cut off, because a
   * filing's dates are days (ownership-xml.md sections 2 and 9.1). `undefined` for anything else.
   */
  static parse(written: string): CalendarDate | undefined {
    let text = written
    if (text.length !== 10) {
      text = text.trim()
      if (text.length > 10 && !/^(?:T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?$/.test(text.slice(10))) return undefined
    }
    if (text.length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined
    const year = digits(text, 0, 4)
    const month = digits(text, 5, 7)
    const dayOfMonth = digits(text, 8, 10)
    return year < 0 || month < 0 || dayOfMonth < 0 ? undefined : CalendarDate.of(year, month, dayOfMonth)
  }

  get year(): number {
    return civil(this.day).year
  }

  /** 1 to 12. */
  get month(): number {
    return civil(this.day).month
  }

  /** 1 to 31. */
  get dayOfMonth(): number {
    return civil(this.day).dayOfMonth
  }

  /** Year, month and day of the month at once: for work in bulk. */
  get parts(): { year: number; month: number; dayOfMonth: number } {
    return civil(this.day)
  }

  equals(other: CalendarDate): boolean {
    return this.day === other.day
  }

  /** `YYYY-MM-DD`. */
  toString(): string {
    const { year, month, dayOfMonth } = civil(this.day)
    return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  }

  toJSON(): string {
    return this.toString()
  }
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The number at [from, to), or -1 where a character is no digit. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

/** Days of the civil calendar from years that begin in March, so that the leap day is the last day of a year. */
function civilDay(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

function civil(day: number): { year: number; month: number; dayOfMonth: number } {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

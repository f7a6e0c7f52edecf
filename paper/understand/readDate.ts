import { CalendarDate } from '@section16/core/model'
import { withDigits } from './digitOf.ts'
import { BLANK, type CorrectionReason, corrected, isBlankMark, misfit, open, plainly, type Reading } from './reading.ts'

/** Two digits of a year stand for 1970 to 2069: the first electronic forms are of 1991, options run for decades. */
export const FIRST_OF_TWO_DIGITS = 70

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** No date is longer. */
const LONGEST = 40

/**
 * A date of a form as `YYYY-MM-DD`. Read are month, day and year in figures (`05/07/2003`, `2/7/00`, `5-7-2004`) and the
 * month in letters (`March 13, 2000`, `February 29,2000`, `3rd day of April, 1998`). A month without a day is no date: a misfit, kept as written.
 * A day that the calendar does not have, or that could be another, is open; what OCR spoils is repaired only where one
 * date is possible.
 */
export function readDate(printed: string): Reading {
  const text = printed.trim().replace(/\s+/g, ' ')
  if (isBlankMark(text)) return BLANK
  if (text.length > LONGEST) return misfit(text)
  return inFigures(text) ?? inLetters(text) ?? withoutDay(text) ?? repaired(text) ?? misfit(text)
}

function inFigures(text: string): Reading | undefined {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (iso) return CalendarDate.parse(text) ? plainly(text) : open()
  const found = /^(\d{1,2})\s?([/-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/.exec(text)
  return found ? monthDayYear(found[1]!, found[3]!, found[4]!) : undefined
}

function inLetters(text: string): Reading | undefined {
  const found = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(\d{4})$/i.exec(text)
  const turned = /^(\d{1,2})(?:st|nd|rd|th)?(?: day of)? ([a-z]{3,9})\.?,? (\d{4})$/i.exec(text)
  const [, word = '', day = '', year = ''] = found ?? (turned ? ['', turned[2], turned[1], turned[3]] : [])
  const month = word === '' ? undefined : monthNamed(word)
  return month ? monthDayYear(String(month), day, year) : undefined
}

/** The month, 1 to 12, by its name or the first letters of it. */
function monthNamed(word: string): number | undefined {
  const name = word.toLowerCase()
  const index = MONTHS.findIndex((month) => month.startsWith(name) || (name === 'sept' && month === 'september'))
  return index < 0 ? undefined : index + 1
}

function withoutDay(text: string): Reading | undefined {
  const figures = /^(\d{1,2})\s?[/-]\s?(\d{4}|\d{2})$/.exec(text)
  if (figures && Number(figures[1]) <= 12) return misfit(text)
  const word = /^([a-z]{3,9})\.?,?\s*\d{4}$/i.exec(text)?.[1]
  return word !== undefined && monthNamed(word) ? misfit(text) : undefined
}

/** A shape that is a date's and no day of the calendar is open; the other order of day and month is offered. */
function monthDayYear(month: string, day: string, year: string, because?: CorrectionReason): Reading {
  const date = CalendarDate.of(fullYear(year), Number(month), Number(day))
  if (!date) {
    const turned = CalendarDate.of(fullYear(year), Number(day), Number(month))
    return open(turned ? [String(turned)] : [])
  }
  if (because) return corrected(String(date), because)
  return year.length === 2 ? corrected(String(date), 'twoDigitYear') : plainly(String(date))
}

function fullYear(year: string): number {
  const number = Number(year)
  if (year.length > 2) return number
  return number >= FIRST_OF_TWO_DIGITS ? 1900 + number : 2000 + number
}

/** Letters for digits, lost and misread separators. */
function repaired(text: string): Reading | undefined {
  if (!/^[\dOoQlIi|!ZzSsB/.,:\\\s-]+$/.test(text) || (text.match(/\d/g)?.length ?? 0) < 3) return undefined
  const figures = withDigits(text)
  const parts = /^(\d{1,2})[\s/.,:\\-]+(\d{1,2})[\s/.,:\\-]+(\d{4}|\d{2})$/.exec(figures)
  if (parts) return byParts(parts[1]!, parts[2]!, parts[3]!, text === figures ? 'dateSeparators' : 'letterForDigit')
  const dates = candidates(figures)
  return dates.length === 1 && !isSlashADigit(figures) ? corrected(dates[0]!, 'dateSeparators') : open(dates)
}

function byParts(month: string, day: string, year: string, because: CorrectionReason): Reading {
  const reading = monthDayYear(month, day, year, because)
  return reading.kind === 'open' ? open() : reading
}

/** All dates with two digits each for month and day that the digits hold, one separator or none between them. */
function candidates(figures: string): string[] {
  const digits = figures.replace(/\D/g, '')
  const shapes =
    digits.length === 8
      ? [/^(\d\d)(\d\d)(\d{4})$/]
      : [/^(\d\d)1(\d\d)(\d{4})$/, /^(\d\d)(\d\d)1(\d{4})$/, /^(\d\d)1(\d\d)1(\d{4})$/]
  const dates = shapes.flatMap((shape) => {
    const [, month, day, year] = shape.exec(digits) ?? []
    const date = year === undefined ? undefined : CalendarDate.of(Number(year), Number(month), Number(day))
    return date && date.year >= 1900 + FIRST_OF_TWO_DIGITS && date.year < 2070 ? [String(date)] : []
  })
  return [...new Set(dates)]
}

/** Nine or ten digits: a slash was read as 1, and which of the ones it was cannot be told for sure. */
function isSlashADigit(figures: string): boolean {
  return figures.replace(/\D/g, '').length !== 8
}

import type { CalendarDate } from '../../model/calendarDate.ts'
import type { Decimal } from '../../model/decimal.ts'
import { footnotesOn, type ReportLine } from './reportLine.ts'
import type { AmendmentStatement } from './statements.ts'

/**
 * How it is known which line a statement means. `footnote`: it is a footnote on the line; `named`: it names the line's
 * number of shares, or its date; `onlyLineLeft`: the amendment restates all other lines, and it names no number or date.
 */
export type WithdrawalBasis = 'footnote' | 'named' | 'onlyLineLeft'

export interface WithdrawalFound {
  readonly lines: readonly ReportLine[]
  readonly basis: WithdrawalBasis
}

/** Whether a line of an amendment carries the footnote of a statement. */
export function carries(line: ReportLine, statement: AmendmentStatement): boolean {
  return statement.at !== 'remarks' && footnotesOn(line.row).includes(statement.at)
}

/**
 * The lines that a statement without a line of its own takes back: of those that the amendment does not restate the ones
 * that it names by shares, else by date; where it names nothing, the only one there is.
 * `undefined` where it cannot be told.
 */
export function withdrawnBy({ text }: AmendmentStatement, kept: readonly ReportLine[]): WithdrawalFound | undefined {
  const transactions = kept.filter(({ row }) => row.isTransaction)
  const lines = transactions.length > 0 ? transactions : kept
  const numbers = numbersIn(text)
  const byShares = lines.filter(({ row }) => isNamed(row.amounts.shares.value, numbers))
  const dates = datesIn(text)
  const byDate = lines.filter(({ row }) => isDated(row.transactionDate.value, dates))
  const both = byShares.filter((line) => byDate.includes(line))
  const named = [both, byShares, byDate].find((some) => some.length === 1 || (some.length > 1 && PLURAL.test(text)))
  if (named) return { lines: named, basis: 'named' }
  return lines.length === 1 && numbers.size === 0 ? { lines, basis: 'onlyLineLeft' } : undefined
}

const PLURAL = /\b(?:transactions|sales|purchases|lines|rows|entries|grants|awards|were|have been)\b/i

function isNamed(shares: Decimal | undefined, numbers: ReadonlySet<string>): boolean {
  return shares !== undefined && numbers.has(String(shares))
}

function isDated(date: CalendarDate | undefined, dates: ReadonlySet<string>): boolean {
  return date !== undefined && dates.has(String(date))
}

function numbersIn(text: string): Set<string> {
  const found = text.match(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g) ?? []
  return new Set(found.map((number) => number.replaceAll(',', '')))
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/** `March 4, 2024`, `3/4/2024`, `3/4/24`, `2024-03-04`, as `YYYY-MM-DD`. */
export function datesIn(text: string): Set<string> {
  const dates = new Set<string>()
  const add = (year: string, month: number, day: string) => {
    const full = year.length === 2 ? `20${year}` : year
    dates.add(`${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
  }
  for (const [, month = '', day = '', year = ''] of text.matchAll(/\b([A-Z][a-z]{2,8})\.? (\d{1,2}), ?(\d{4})\b/g)) {
    const number = MONTHS.findIndex((name) => name.startsWith(month.toLowerCase()))
    if (number >= 0) add(year, number + 1, day)
  }
  for (const [, month = '', day = '', year = ''] of text.matchAll(/\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b/g)) {
    add(year, Number(month), day)
  }
  for (const [, year = '', month = '', day = ''] of text.matchAll(/\b(\d{4})-(\d\d)-(\d\d)\b/g)) {
    add(year, Number(month), day)
  }
  return dates
}

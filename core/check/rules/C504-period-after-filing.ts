import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The period of report is not after the filing date. A Form 4 whose lines are all reported early may name a day to
 * come.
 *
 * ## Why
 * A report speaks of what has happened. Only a scheduled exempt event may be reported before its day.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Period 2025-03-01, filed on 2024-03-05.
 *
 * ## Fix
 * Correct the date: the event on a Form 3, the earliest transaction on a Form 4.
 *
 * ## Source
 * section16-rules.md 7.2 [K]; ownership-xml.md 7.6 (none seen)
 */
export default rule({
  code: 'C504',
  name: 'period-after-filing',
  severity: 'law',
  message: 'The period of report, {period}, is after the filing date of {filed}.',
  fix: 'Correct the date: the event on a Form 3, the earliest transaction on a Form 4.',
  source: 'section16-rules.md 7.2 [K]; ownership-xml.md 7.6 (none seen)',
  forms: ['3', '4'],
  of: 'filing',
  check: ({ document, transactions, filedOn }, report) => {
    const period = document.periodOfReport.value
    if (!filedOn || !period || period.day <= filedOn.day) return
    if (transactions.length > 0 && transactions.every(({ row }) => row.coding.formType.value === '5')) return
    report('/ownershipDocument/periodOfReport', { period: String(period), filed: String(filedOn) })
  },
})

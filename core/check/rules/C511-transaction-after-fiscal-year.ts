import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Transactions of an original Form 5 are not dated after the fiscal year end that it names.
 *
 * ## Why
 * Form 5 states what happened in the year and what was owned at its end. A later transaction changes that total.
 *
 * Fires on less than 0.01 % of 14,054 accepted filings, 1.1 % of the 87 Forms 5 among them.
 *
 * ## Example
 * Year to 2023-12-31, transaction of 2024-01-15.
 *
 * ## Fix
 * Correct a date, or report it for the year in which it fell.
 *
 * ## Source
 * section16-rules.md 7.6 (covers the issuer's fiscal year) [K]
 */
export default rule({
  code: 'C511',
  name: 'transaction-after-fiscal-year',
  severity: 'doubt',
  message: 'The transaction of {date} lies after the fiscal year that ended on {year}.',
  fix: 'Correct a date, or report it for the year in which it fell.',
  source: "section16-rules.md 7.6 (covers the issuer's fiscal year) [K]",
  forms: ['5'],
  of: 'transactions',
  check: ({ row }, report, { document, isAmendment }) => {
    const year = document.periodOfReport.value
    if (!year || isAmendment) return
    const date = row.transactionDate.value
    if (date && date.day > year.day) report('transactionDate', { date: String(date), year: String(year) })
  },
})

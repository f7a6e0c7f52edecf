import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An item of Form 5 that is more than a year older than the fiscal year end is marked as late.
 *
 * ## Why
 * What belonged on an earlier year's Form 5 is late on this one, and the mark says so.
 *
 * Fires on less than 0.01 % of 14,054 accepted filings, 1.1 % of the 87 Forms 5 among them.
 *
 * ## Example
 * Year to 2023-12-31, transaction of 2021-05-02, form type 5, no timeliness.
 *
 * ## Fix
 * Mark it as late: form type 4, or 5 with timeliness L.
 *
 * ## Source
 * section16-rules.md 2.1 and 2.2 note 6 [K]
 */
export default rule({
  code: 'C512',
  name: 'item-of-earlier-year',
  severity: 'doubt',
  message: 'The transaction of {date} lies before the fiscal year that ended on {year}, and is not marked as late.',
  fix: 'Mark it as late: form type 4, or 5 with timeliness L.',
  source: 'section16-rules.md 2.1 and 2.2 note 6 [K]',
  forms: ['5'],
  of: 'transactions',
  check: ({ row }, report, { document }) => {
    const year = document.periodOfReport.value
    if (!year) return
    const date = row.transactionDate.value
    if (!date || year.day - date.day <= 366 || row.coding.formType.value !== '5' || row.timeliness.value) return
    report('transactionTimeliness', { date: String(date), year: String(year) })
  },
})

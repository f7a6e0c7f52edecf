import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The period of a report is not later than its filing date, unless all its transactions are reported early of their
 * own accord.
 *
 * ## Why
 * A form speaks of what has happened. In 17,942 accepted Form 4s none is later.
 *
 * ## Example
 * Period 2027-01-04 on a form filed on 2026-01-05.
 *
 * ## Fix
 * Correct the date.
 *
 * ## Source
 * ownership-xml.md section 7.6; section16-rules.md section 7.2.
 */
export default rule({
  code: 'C274',
  name: 'period-after-filing',
  severity: 'doubt',
  message: 'The period of the report, {period}, is later than the filing date {filedOn}.',
  fix: 'Compare the dates.',
  source: 'ownership-xml.md section 7.6; section16-rules.md section 7.2',
  check: ({ document, form, transactions, filedOn }, report) => {
    const period = document.periodOfReport.value
    if (!filedOn || !period || period.day <= filedOn.day) return
    if (form === '4' && transactions.length > 0 && transactions.every(({ row }) => row.coding.formType.value === '5'))
      return
    report('/ownershipDocument/periodOfReport', { period: String(period), filedOn: String(filedOn) })
  },
})

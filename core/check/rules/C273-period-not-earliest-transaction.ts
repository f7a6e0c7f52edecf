import type { CalendarDate } from '../../model/calendarDate.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The period of a Form 4 is the date of its earliest transaction. On an amendment, which may leave lines out, it is
 * not later.
 *
 * ## Why
 * Item 3 asks for that date, and searches by period rely on it. EDGAR does not compare: 184 of 17,942 differ.
 *
 * ## Example
 * Item 3 says 2026-04-06, the first line 2026-04-02.
 *
 * ## Fix
 * Correct the one that is wrong.
 *
 * ## Source
 * Form 4, item 3; ownership-xml.md sections 4 and 7.6 (not enforced).
 */
export default rule({
  code: 'C273',
  name: 'period-not-earliest-transaction',
  severity: 'doubt',
  message: 'The date of earliest transaction is {period}; the earliest transaction on the form is of {earliest}.',
  fix: 'Give the date of the earliest transaction.',
  source: 'Form 4, item 3; ownership-xml.md sections 4 and 7.6 (not enforced)',
  forms: ['4'],
  check: ({ document, transactions, isAmendment }, report) => {
    const period = document.periodOfReport.value
    let earliest: CalendarDate | undefined
    for (const { row } of transactions) {
      const date = row.transactionDate.value
      if (date && (!earliest || date.day < earliest.day)) earliest = date
    }
    if (!period || !earliest || period.day === earliest.day || (isAmendment && period.day < earliest.day)) return
    report('/ownershipDocument/periodOfReport', { period: String(period), earliest: String(earliest) })
  },
})

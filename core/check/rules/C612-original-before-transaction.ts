import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A 4/A all of whose transactions are later than its original.
 *
 * ## Why
 * An amendment speaks as of the original: it cannot report what came after it. Either the date is wrong or this is a
 * new report.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * A 4/A with an original of 2024-02-01 and one purchase of 2024-03-04.
 *
 * ## Fix
 * Give the day on which the original was filed, or file a new report in place of an amendment.
 *
 * ## Source
 * Form 4, item 4; section16-rules.md R5.2.1 and R5.2.3.
 */
export default rule({
  code: 'C612',
  name: 'original-before-transaction',
  severity: 'doubt',
  message: 'The original was filed on {original}, before every transaction reported here (first {first}).',
  fix: 'Give the day on which the original was filed, or file a new report in place of an amendment.',
  source: 'Form 4, item 4; section16-rules.md R5.2.1 and R5.2.3',
  forms: ['4'],
  of: 'filing',
  check: ({ document, transactions, isAmendment }, report) => {
    const original = document.dateOfOriginalSubmission.value
    if (!original || !isAmendment) return
    const days = transactions.flatMap(({ row }) =>
      row.coding.formType.value === '5' ? [] : (row.transactionDate.value ?? []),
    )
    const first = days.reduce<(typeof days)[number] | undefined>(
      (least, day) => (least && least.day <= day.day ? least : day),
      undefined,
    )
    if (!first || first.day <= original.day) return
    report('/ownershipDocument/dateOfOriginalSubmission', { original: String(original), first: String(first) })
  },
})

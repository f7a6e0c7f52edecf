import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Column 2A is filled only when it differs from the transaction date.
 *
 * ## Why
 * The column is for the rule's use only. Repeating the date does no harm; it hides the filings that rely on the rule.
 *
 * ## Example
 * Transaction and deemed date both 2024-03-01.
 *
 * ## Fix
 * Leave column 2A empty.
 *
 * ## Source
 * section16-rules.md 3.4 [K]; ownership-xml.md 7.6
 */
export default rule({
  code: 'C509',
  name: 'needless-deemed-date',
  severity: 'note',
  message: 'The deemed execution date repeats the transaction date.',
  fix: 'Leave column 2A empty.',
  source: 'section16-rules.md 3.4 [K]; ownership-xml.md 7.6',
  forms: ['4', '5'],
  of: 'transactions',
  check: ({ row }, report) => {
    const deemed = row.deemedExecutionDate.value
    if (deemed && deemed.day === row.transactionDate.value?.day) report('deemedExecutionDate')
  },
})

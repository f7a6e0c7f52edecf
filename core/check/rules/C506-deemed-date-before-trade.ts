import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A deemed execution date is not before the transaction date.
 *
 * ## Why
 * The notice of a trade cannot come before the trade.
 *
 * Fires on 0.02 % of 14,054 accepted filings.
 *
 * ## Example
 * Trade of 2024-03-01, deemed 2024-02-28.
 *
 * ## Fix
 * Give in column 2A the day of the notice, or leave it empty.
 *
 * ## Source
 * section16-rules.md 3.4 (never before the trade) [V:FACTS]; Rule 16a-3(g)(2), (3)
 */
export default rule({
  code: 'C506',
  name: 'deemed-date-before-trade',
  severity: 'law',
  message: 'The deemed execution date {deemed} lies before the trade of {date}.',
  fix: 'Give in column 2A the day of the notice, or leave it empty.',
  source: 'section16-rules.md 3.4 (never before the trade) [V:FACTS]; Rule 16a-3(g)(2), (3)',
  forms: ['4', '5'],
  of: 'transactions',
  check: ({ row }, report) => {
    const date = row.transactionDate.value
    const deemed = row.deemedExecutionDate.value
    if (!date || !deemed || deemed.day >= date.day) return
    report('deemedExecutionDate', { deemed: String(deemed), date: String(date) })
  },
})

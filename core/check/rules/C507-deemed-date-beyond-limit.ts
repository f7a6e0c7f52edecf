import { deemedLimit } from '../../facts/deadlines.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A deemed execution date is at most the third business day after the trade.
 *
 * ## Why
 * The rule caps the delay: later notices do not move the clock any further.
 *
 * Fires on 0.01 % of 14,054 accepted filings.
 *
 * ## Example
 * Trade of 2024-03-01, deemed 2024-03-15.
 *
 * ## Fix
 * Give the day of the notice, at most the third business day after the trade.
 *
 * ## Source
 * section16-rules.md 3.4 [V:FACTS]; Rule 16a-3(g)(2), (3)
 */
export default rule({
  code: 'C507',
  name: 'deemed-date-beyond-limit',
  severity: 'law',
  message: 'The deemed execution date {deemed} lies after {limit}, the third business day after the trade of {date}.',
  fix: 'Give the day of the notice, at most the third business day after the trade.',
  source: 'section16-rules.md 3.4 [V:FACTS]; Rule 16a-3(g)(2), (3)',
  forms: ['4', '5'],
  of: 'transactions',
  check: ({ row }, report) => {
    const date = row.transactionDate.value
    const deemed = row.deemedExecutionDate.value
    if (!date || !deemed || deemed.day - date.day <= 3) return
    const limit = deemedLimit(date)
    if (deemed.day <= limit.day) return
    report('deemedExecutionDate', { deemed: String(deemed), limit: String(limit), date: String(date) })
  },
})

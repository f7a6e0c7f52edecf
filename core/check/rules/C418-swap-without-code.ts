import { codeOf } from '../lines.ts'
import { CODE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A line marked as equity swap has a transaction code too.
 *
 * ## Why
 * K stands only beside another code (P/K, S/K): alone it says neither purchase nor sale.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Equity swap marked, transaction code empty.
 *
 * ## Fix
 * Give the leading code (P or S) beside the mark.
 *
 * ## Source
 * section16-rules.md 2.3 [V:FACTS]; Form 4, General Instruction 8
 */
export default rule({
  code: 'C418',
  name: 'swap-without-code',
  severity: 'law',
  message: 'An equity swap is marked without the code of what it did.',
  fix: 'Give the leading code (P or S) beside the mark.',
  source: 'section16-rules.md 2.3 [V:FACTS]; Form 4, General Instruction 8',
  forms: ['4', '5'],
  of: 'transactions',
  check: (line, report) => {
    if (line.row.coding.equitySwapInvolved.value && codeOf(line) === '') report(CODE)
  },
})

import { codeOf } from '../lines.ts'
import { CODE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A holding has no transaction code.
 *
 * ## Why
 * A code says that something happened. A line with a code and without a date is neither a holding nor a transaction.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * A holding of 400 shares with code P.
 *
 * ## Fix
 * Leave the code out, or report the line as a transaction with its date.
 *
 * ## Source
 * section16-rules.md 2.3 [K]
 */
export default rule({
  code: 'C429',
  name: 'coded-holding',
  severity: 'law',
  message: 'A holding carries transaction code {code}.',
  fix: 'Leave the code out, or report the line as a transaction with its date.',
  source: 'section16-rules.md 2.3 [K]',
  of: 'holdings',
  check: (line, report) => {
    if (codeOf(line) !== '') report(CODE, { code: codeOf(line) })
  },
})

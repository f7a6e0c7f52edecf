import { titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * No line of Table I has a title that says stock option, right to buy, warrant, stock appreciation right or
 * convertible note.
 *
 * ## Why
 * Options, warrants and convertibles with a price are derivatives. In Table I their terms cannot be shown, and their
 * number is added to the stock. Rights without a price (restricted stock units) may stand in either table.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Table I, “Stock Option (right to buy)”.
 *
 * ## Fix
 * Report it in Table II with exercise price, dates and underlying security.
 *
 * ## Source
 * section16-rules.md 2.5 [K]; Rule 16a-1(c)
 */
export default rule({
  code: 'C440',
  name: 'derivative-in-table-i',
  severity: 'doubt',
  message: '{title} stands in Table I, but its title is that of a derivative.',
  fix: 'Report it in Table II with exercise price, dates and underlying security.',
  source: 'section16-rules.md 2.5 [K]; Rule 16a-1(c)',
  of: 'rows',
  table: 'I',
  check: (line, report) => {
    if (DERIVATIVE.test(titleOf(line))) report('securityTitle', { title: titleOf(line) })
  },
})

const DERIVATIVE =
  /\b(?:stock|share|call|put) options?\b|right to buy|\bwarrants?\b|appreciation right|convertible (?:senior )?note/i

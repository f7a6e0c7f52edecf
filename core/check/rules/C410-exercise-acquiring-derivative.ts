import { codeOf } from '../lines.ts'
import { directionOf, EXERCISES, hasCodeOf, reportDirection } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An exercise or conversion (codes M, C, O, X) disposes of the derivative in Table II. A filing that also disposes of
 * a derivative under the same code is left alone: one derivative may turn into another.
 *
 * ## Why
 * An exercise closes the derivative. Marked acquired, it doubles the derivatives held.
 *
 * Fires on 0.23 % of 14,054 accepted filings.
 *
 * ## Example
 * Code M, Stock Option (right to buy), A in column 5.
 *
 * ## Fix
 * Mark the derivative disposed of (D).
 *
 * ## Source
 * section16-rules.md 2.3 [K]; Rule 16a-4(b)
 */
export default rule({
  code: 'C410',
  name: 'exercise-acquiring-derivative',
  severity: 'doubt',
  message: 'Code {code} in Table II is marked acquired: an exercise or conversion uses {title} up.',
  fix: 'Mark the derivative disposed of (D).',
  source: 'section16-rules.md 2.3 [K]; Rule 16a-4(b)',
  forms: ['4', '5'],
  check: (filing, report) => {
    const derivatives = filing.transactions.filter((line) => line.table === 'II' && hasCodeOf(line, EXERCISES))
    if (derivatives.length === 0) return
    const used = new Set(derivatives.filter((line) => directionOf(line) === 'D').map(codeOf))
    reportDirection(filing, report, { codes: EXERCISES, except: used, direction: 'A', table: 'II' })
  },
})

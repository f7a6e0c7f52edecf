import { codeOf } from '../lines.ts'
import { DIRECTION, directionOf, EXERCISES, titleOf } from '../rowFacts.ts'
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
  of: 'transactions',
  table: 'II',
  codes: EXERCISES,
  check: (line, report, { transactions }) => {
    if (directionOf(line) !== 'A') return
    const used = transactions.some(
      (other) => other.table === 'II' && codeOf(other) === codeOf(line) && directionOf(other) === 'D',
    )
    if (!used) report(DIRECTION, { code: codeOf(line), title: titleOf(line) })
  },
})

import type { CheckedRow } from '../checkedRow.ts'
import { codeOf, footnotesOn } from '../lines.ts'
import { CODE, directionOf, EXERCISES, hasCodeOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A line of Table II with code M, C, O or X stands beside a line with one of these codes that acquires, in either
 * table, unless a footnote on the line or a remark explains it. Amendments are left alone.
 *
 * ## Why
 * An exercise brings stock. Where it brought cash or another derivative instead, a footnote says so.
 *
 * Fires on less than 0.01 % of 14,054 accepted filings.
 *
 * ## Example
 * Code M in Table II, Table I empty, no footnote.
 *
 * ## Fix
 * Add the stock's line in Table I, or a footnote that says what was received.
 *
 * ## Source
 * section16-rules.md 2.6 [K]; Rule 16a-4
 */
export default rule({
  code: 'C447',
  name: 'exercise-without-stock-line',
  severity: 'doubt',
  message: 'Code {code} in Table II has no line of the stock received in Table I.',
  fix: "Add the stock's line in Table I, or a footnote that says what was received.",
  source: 'section16-rules.md 2.6 [K]; Rule 16a-4',
  forms: ['4', '5'],
  of: 'transactions',
  codes: EXERCISES,
  check: (line, report, { transactions, isAmendment, document }) => {
    if (isAmendment || document.remarks.kind === 'value') return
    if (footnotesOn(line).length > 0) return
    if (transactions.some((other) => hasCodeOf(other, EXERCISES) && isStockSide(other))) return
    report(CODE, { code: codeOf(line) })
  },
})

// The exercise of a put gives stock away in Table I.
const isStockSide = (line: CheckedRow): boolean => line.table === 'I' || directionOf(line) === 'A'

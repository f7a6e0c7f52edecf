import type { CheckedRow } from '../checkedFiling.ts'
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
  check: ({ transactions, isAmendment, document }, report) => {
    if (isAmendment || document.remarks.kind === 'value') return
    if (transactions.some((line) => hasCodeOf(line, EXERCISES) && isStockSide(line))) return
    for (const line of transactions) {
      if (!hasCodeOf(line, EXERCISES) || footnotesOn(line).length > 0) continue
      report(`${line.path}/${CODE}`, { code: codeOf(line) })
    }
  },
})

// The exercise of a put gives stock away in Table I.
const isStockSide = (line: CheckedRow): boolean => line.table === 'I' || directionOf(line) === 'A'

import { codeOf, footnotesOn } from '../lines.ts'
import { CODE, EXERCISES, hasCodeOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A line of Table I with code M, C, O or X stands beside a line of Table II with one of these codes, unless a footnote
 * or a remark explains it. Amendments, which restate only what changes, are left alone.
 *
 * ## Why
 * An exercise is two entries: the stock comes, the derivative goes. Without the second the derivative stays in the
 * books for ever. Units reported in Table I from the start have no second line; a footnote says so.
 *
 * Fires on 0.03 % of 14,054 accepted filings.
 *
 * ## Example
 * Code M in Table I, Table II empty, no footnote.
 *
 * ## Fix
 * Add the derivative's line in Table II (disposed of), or a footnote that says why there is none.
 *
 * ## Source
 * section16-rules.md 2.6 [K]; Rule 16a-4
 */
export default rule({
  code: 'C446',
  name: 'exercise-without-derivative-line',
  severity: 'doubt',
  message: 'Code {code} in Table I has no line of an exercise or conversion in Table II.',
  fix: "Add the derivative's line in Table II (disposed of), or a footnote that says why there is none.",
  source: 'section16-rules.md 2.6 [K]; Rule 16a-4',
  forms: ['4', '5'],
  of: 'transactions',
  codes: EXERCISES,
  check: (line, report, { transactions, isAmendment, document }) => {
    if (isAmendment || document.remarks.kind === 'value') return
    if (footnotesOn(line).length > 0) return
    if (transactions.some((other) => other.table === 'II' && hasCodeOf(other, EXERCISES))) return
    report(CODE, { code: codeOf(line) })
  },
})

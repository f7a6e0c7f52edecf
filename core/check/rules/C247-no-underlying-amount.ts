import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A line of Table II says how much stands under the derivative: shares or value, as a number or by a footnote.
 *
 * ## Why
 * The specification asks for exactly one of the two; the schema lets a line with neither pass.
 *
 * ## Example
 * A stock option whose `underlyingSecurity` has a title only.
 *
 * ## Fix
 * Give the number of shares after any ratio; where it cannot be said yet, a footnote.
 *
 * ## Source
 * ownership-xml.md rule 39 (EDGAR Ownership XML Technical Specification 5.5, section 3.3, cm(6)); Form 4, Table II,
 * column 7.
 */
export default rule({
  code: 'C247',
  name: 'no-underlying-amount',
  severity: 'suspends',
  message: 'The derivative says neither the number nor the value of the securities under it.',
  fix: 'Give underlyingSecurityShares or underlyingSecurityValue, or a footnote on one of them.',
  source:
    'ownership-xml.md rule 39 (EDGAR Ownership XML Technical Specification 5.5, section 3.3, cm(6)); Form 4, Table II, column 7',
  of: 'rows',
  table: 'II',
  check: ({ row }, report) => {
    const { shares, value } = row.underlyingSecurity
    if (shares.kind === 'absent' && value.kind === 'absent') report('underlyingSecurity')
  },
})

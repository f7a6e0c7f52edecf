import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A line owned directly has no nature of indirect ownership.
 *
 * ## Why
 * The two contradict one another, and EDGAR suspends the filing. An empty `value` is fine. The schema cannot compare
 * the two.
 *
 * ## Example
 * `D` with “By Spouse”.
 *
 * ## Fix
 * Say how the securities are owned; a remark on a direct line belongs in a footnote.
 *
 * ## Source
 * ownership-xml.md rule 37 (EDGAR Ownership XML Technical Specification 5.5, sections 3.3 and 5); Form 4, columns 6
 * and 7.
 */
export default rule({
  code: 'C245',
  name: 'direct-with-nature',
  severity: 'suspends',
  message: 'The line is direct and says a nature of indirect ownership: “{nature}”.',
  fix: 'Take the nature out, or write I.',
  source:
    'ownership-xml.md rule 37 (EDGAR Ownership XML Technical Specification 5.5, sections 3.3 and 5); Form 4, columns 6 and 7',
  of: 'rows',
  check: ({ row }, report) => {
    const { directOrIndirectOwnership, natureOfOwnership } = row.ownershipNature
    if (directOrIndirectOwnership.value !== 'D' || natureOfOwnership.kind !== 'value') return
    report('ownershipNature/natureOfOwnership', { nature: natureOfOwnership.value })
  },
})

import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A line owned indirectly says how: its nature of ownership.
 *
 * ## Why
 * Each nature is a line of its own: without it no reader can follow the position. The schema cannot compare the two.
 *
 * ## Example
 * `I` with an empty nature.
 *
 * ## Fix
 * A person says the nature; text of at most 100 characters, longer text in a footnote on it.
 *
 * ## Source
 * ownership-xml.md rule 38 (EDGAR Ownership XML Technical Specification 5.5, section 3.3, cm(5)); Form 4, column 7.
 */
export default rule({
  code: 'C246',
  name: 'indirect-without-nature',
  severity: 'suspends',
  message: 'The line is indirect and says no nature of ownership.',
  fix: 'Say how the securities are owned: “By Spouse”, “By Trust”.',
  source:
    'ownership-xml.md rule 38 (EDGAR Ownership XML Technical Specification 5.5, section 3.3, cm(5)); Form 4, column 7',
  of: 'rows',
  check: ({ row }, report) => {
    const { directOrIndirectOwnership, natureOfOwnership } = row.ownershipNature
    if (directOrIndirectOwnership.value === 'I' && natureOfOwnership.value === undefined) {
      report('ownershipNature/natureOfOwnership')
    }
  },
})

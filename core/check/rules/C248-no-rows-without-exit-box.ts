import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A Form 4 or 5 without any line has `notSubjectToSection16` true.
 *
 * ## Why
 * A form without lines makes sense only as the notice of an exit. EDGAR suspends any other; in 17,942 accepted Form 4s
 * all 37 without a line have the flag.
 *
 * ## Example
 * A Form 4 with two empty tables.
 *
 * ## Fix
 * A person reports what happened or says that the owner is no longer subject; the box is never ticked by itself.
 *
 * ## Source
 * ownership-xml.md rule 41 (EDGAR Ownership XML Technical Specification 5.5, section 4.3).
 */
export default rule({
  code: 'C248',
  name: 'no-rows-without-exit-box',
  severity: 'suspends',
  message: 'The form reports nothing, and the box “no longer subject to Section 16” is not ticked.',
  fix: 'Report the transactions, or tick the box if it is so.',
  source: 'ownership-xml.md rule 41 (EDGAR Ownership XML Technical Specification 5.5, section 4.3)',
  forms: ['4', '5'],
  of: 'filing',
  check: ({ document, rows }, report) => {
    if (rows.length === 0 && document.notSubjectToSection16.value !== true) {
      report('/ownershipDocument/notSubjectToSection16')
    }
  },
})

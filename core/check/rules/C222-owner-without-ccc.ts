import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Every owner's CIK confirmation code is there when the form is filed.
 *
 * ## Why
 * EDGAR takes no form without each owner's CCC, and suspends or blocks one whose CCC does not match. Whether it
 * matches is known to EDGAR alone.
 *
 * ## Example
 * A draft whose second owner has no `rptOwnerCcc`.
 *
 * ## Fix
 * Put the CCC in as the last step, with `--with-ccc`. It is shown in no output.
 *
 * ## Source
 * ownership-xml.md rule 26 and section 4.1 (EDGAR Ownership XML Technical Specification 5.5, sections 2 and 5).
 */
export default rule({
  code: 'C222',
  name: 'owner-without-ccc',
  severity: 'note',
  message: 'The owner has no CCC yet.',
  fix: 'Put it in as the last step before filing.',
  source:
    'ownership-xml.md rule 26 and section 4.1 (EDGAR Ownership XML Technical Specification 5.5, sections 2 and 5)',
  stage: 'draft',
  of: 'owners',
  check: (owner, report) => {
    if ((owner.id.ccc.written ?? '').trim() === '') report('reportingOwnerId/rptOwnerCcc')
  },
})

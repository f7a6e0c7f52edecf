import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An officer has a title.
 *
 * ## Why
 * The form says “Officer (give title below)”, and the specification makes the title mandatory with the flag. The
 * schema does not.
 *
 * ## Example
 * `<isOfficer>1</isOfficer>` and an empty `officerTitle`.
 *
 * ## Fix
 * Give the title; one longer than 30 characters is continued in the remarks (“See Remarks”).
 *
 * ## Source
 * ownership-xml.md rule 29 (EDGAR Ownership XML Technical Specification 5.5, section 3.3, cm(2)); Form 4, item 5.
 */
export default rule({
  code: 'C225',
  name: 'officer-without-title',
  severity: 'suspends',
  message: 'The owner is an officer without a title.',
  fix: 'Give the title, at most 30 characters.',
  source:
    'ownership-xml.md rule 29 (EDGAR Ownership XML Technical Specification 5.5, section 3.3, cm(2)); Form 4, item 5',
  of: 'owners',
  check: (owner, report) => {
    const { isOfficer, officerTitle } = owner.relationship
    if (isOfficer.value === true && officerTitle.kind === 'absent') {
      report('reportingOwnerRelationship/officerTitle')
    }
  },
})

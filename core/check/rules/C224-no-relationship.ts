import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Each owner is at least one of director, officer, 10% owner, other.
 *
 * ## Why
 * A flag that is left out counts as false. The schema makes every flag optional; the specification asks for one that
 * is true.
 *
 * ## Example
 * All four flags `0`.
 *
 * ## Fix
 * A person says which relationship holds; it is never filled in by itself.
 *
 * ## Source
 * ownership-xml.md rule 28 (EDGAR Ownership XML Technical Specification 5.5, section 3.3, cm(1)).
 */
export default rule({
  code: 'C224',
  name: 'no-relationship',
  severity: 'suspends',
  message: 'No relationship of the owner to the issuer is true.',
  fix: 'Say which it is: director, officer, 10% owner or other.',
  source: 'ownership-xml.md rule 28 (EDGAR Ownership XML Technical Specification 5.5, section 3.3, cm(1))',
  of: 'owners',
  check: (owner, report) => {
    const { isDirector, isOfficer, isTenPercentOwner, isOther } = owner.relationship
    if (![isDirector, isOfficer, isTenPercentOwner, isOther].some(({ value }) => value === true)) {
      report('reportingOwnerRelationship')
    }
  },
})

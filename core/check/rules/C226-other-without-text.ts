import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An owner marked “Other” says what that is.
 *
 * ## Why
 * The form says “Other (specify below)”, and the specification makes the text mandatory with the flag. The schema does
 * not.
 *
 * ## Example
 * `<isOther>1</isOther>` without `otherText`.
 *
 * ## Fix
 * Say it in at most 30 characters: “Member of 10% group”, “Former officer”.
 *
 * ## Source
 * ownership-xml.md rule 30 (EDGAR Ownership XML Technical Specification 5.5, section 3.3, cm(3)); Form 4, item 5.
 */
export default rule({
  code: 'C226',
  name: 'other-without-text',
  severity: 'suspends',
  message: 'The owner is “other” without saying what.',
  fix: 'Say in otherText what the relationship is.',
  source:
    'ownership-xml.md rule 30 (EDGAR Ownership XML Technical Specification 5.5, section 3.3, cm(3)); Form 4, item 5',
  of: 'owners',
  check: (owner, report) => {
    const { isOther, otherText } = owner.relationship
    if (isOther.value === true && otherText.kind === 'absent') report('reportingOwnerRelationship/otherText')
  },
})

import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An officer title stands only with the officer flag.
 *
 * ## Why
 * Either the flag is forgotten or the title is. EDGAR takes both (8 of 20,076 owners); searches for officers then miss
 * the filing.
 *
 * ## Example
 * “Chief Executive Officer” with `isOfficer` 0.
 *
 * ## Fix
 * A person says which is right.
 *
 * ## Source
 * Form 4, item 5; ownership-xml.md sections 4.1 and 7.6.
 */
export default rule({
  code: 'C277',
  name: 'title-without-officer',
  severity: 'doubt',
  message: 'The owner has the title “{title}” and is not marked as an officer.',
  fix: 'Mark the owner as an officer if it is so.',
  source: 'Form 4, item 5; ownership-xml.md sections 4.1 and 7.6',
  check: ({ document }, report) => {
    for (const [i, owner] of document.reportingOwners.entries()) {
      const at = `/ownershipDocument/reportingOwner[${i + 1}]`
      const { isOfficer, officerTitle } = owner.relationship
      if (isOfficer.value === true || officerTitle.kind !== 'value') continue
      report(`${at}/reportingOwnerRelationship/officerTitle`, { title: officerTitle.value })
    }
  },
})

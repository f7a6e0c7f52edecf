import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A text of another relationship stands only with the flag “other”.
 *
 * ## Why
 * Either the flag is forgotten or the text stands in the wrong element. EDGAR takes both (7 of 20,076 owners).
 *
 * ## Example
 * “Member of 10% group” with `isOther` 0.
 *
 * ## Fix
 * A person says which is right.
 *
 * ## Source
 * Form 4, item 5; ownership-xml.md sections 4.1 and 7.6.
 */
export default rule({
  code: 'C278',
  name: 'text-without-other',
  severity: 'doubt',
  message: 'The owner has the relationship “{text}” and is not marked “other”.',
  fix: 'Mark the owner as other if it is so.',
  source: 'Form 4, item 5; ownership-xml.md sections 4.1 and 7.6',
  check: ({ document }, report) => {
    for (const [i, owner] of document.reportingOwners.entries()) {
      const at = `/ownershipDocument/reportingOwner[${i + 1}]`
      const { isOther, otherText } = owner.relationship
      if (isOther.value === true || otherText.kind !== 'value') continue
      report(`${at}/reportingOwnerRelationship/otherText`, { text: otherText.value })
    }
  },
})

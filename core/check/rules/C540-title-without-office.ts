import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An officer's title stands only beside the officer mark.
 *
 * ## Why
 * Four independent flags say what an owner is. A title without the mark is read by people and missed by programs.
 *
 * Fires on 0.06 % of 14,054 accepted filings.
 *
 * ## Example
 * isOfficer false, officerTitle “Chief Executive Officer”.
 *
 * ## Fix
 * Mark the owner as officer, or leave the title out.
 *
 * ## Source
 * section16-rules.md 7.2 [V:FACTS]; ownership-xml.md 4.1 and 7.6
 */
export default rule({
  code: 'C540',
  name: 'title-without-office',
  severity: 'doubt',
  message: 'The title “{title}” is given, but the owner is not marked as officer.',
  fix: 'Mark the owner as officer, or leave the title out.',
  source: 'section16-rules.md 7.2 [V:FACTS]; ownership-xml.md 4.1 and 7.6',
  of: 'owners',
  check: ({ relationship: { isOfficer, officerTitle } }, report) => {
    if (isOfficer.value || officerTitle.kind !== 'value' || /^\W*(?:n\W?a|none)?\W*$/i.test(officerTitle.value)) return
    report('reportingOwnerRelationship/officerTitle', { title: officerTitle.value })
  },
})

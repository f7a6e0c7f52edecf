import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An officer's title is not just director, ten percent owner, officer or none.
 *
 * ## Why
 * The title tells what the person does for the issuer. “Director” is a box of its own, and “Officer” repeats the box.
 *
 * Fires on 0.01 % of 14,054 accepted filings.
 *
 * ## Example
 * isOfficer true, officerTitle “Director”.
 *
 * ## Fix
 * Give the office held, or mark the relationship that is meant.
 *
 * ## Source
 * section16-rules.md R1.1.4 and 7.2 [V:FACTS]
 */
export default rule({
  code: 'C542',
  name: 'title-names-no-office',
  severity: 'doubt',
  message: "“{title}” is no officer's title.",
  fix: 'Give the office held, or mark the relationship that is meant.',
  source: 'section16-rules.md R1.1.4 and 7.2 [V:FACTS]',
  of: 'owners',
  check: ({ relationship: { isOfficer, officerTitle } }, report) => {
    if (!isOfficer.value || officerTitle.kind !== 'value' || !NO_OFFICE.test(officerTitle.value)) return
    report('reportingOwnerRelationship/officerTitle', { title: officerTitle.value })
  },
})

const NO_OFFICE =
  /^\W*(?:director|officer|executive officer|(?:10 ?%?|ten) ?(?:percent )?(?:beneficial )?owner|shareholder|n\W?a|none|other)?\W*$/i

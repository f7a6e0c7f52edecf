import { plain } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The text of another relationship does not say just officer or ten percent owner while that box is empty; C676 asks
 * about directors.
 *
 * ## Why
 * Programs ask the boxes. Whoever writes “10% owner” into the text is missing from every list of them.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * isOther true, otherText “10% Owner”, isTenPercentOwner false.
 *
 * ## Fix
 * Mark the box of the relationship; “other” is for what has none.
 *
 * ## Source
 * section16-rules.md 7.2 [V:FACTS]
 */
export default rule({
  code: 'C544',
  name: 'other-repeats-box',
  severity: 'doubt',
  message: '“{text}” has a box of its own, which is not marked.',
  fix: 'Mark the box of the relationship; “other” is for what has none.',
  source: 'section16-rules.md 7.2 [V:FACTS]',
  of: 'owners',
  check: ({ relationship }, report) => {
    if (!relationship.isOther.value) return
    const said = plain(relationship.otherText.value)
    const unmarked =
      (/^(?:executive )?officer$/.test(said) && !relationship.isOfficer.value) ||
      (/^(?:10|ten) (?:percent )?(?:beneficial )?owner$/.test(said) && !relationship.isTenPercentOwner.value)
    if (!unmarked) return
    report('reportingOwnerRelationship/otherText', { text: relationship.otherText.value ?? '' })
  },
})

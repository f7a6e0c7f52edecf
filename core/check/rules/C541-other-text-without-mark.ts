import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The text of another relationship stands only beside its mark.
 *
 * ## Why
 * Four independent flags say what an owner is; a text without its mark is missed by programs.
 *
 * Fires on 0.02 % of 14,054 accepted filings.
 *
 * ## Example
 * isOther false, otherText “Member of 10% group”.
 *
 * ## Fix
 * Mark “other”, or leave the text out.
 *
 * ## Source
 * section16-rules.md 7.2 [V:FACTS]; ownership-xml.md 7.6
 */
export default rule({
  code: 'C541',
  name: 'other-text-without-mark',
  severity: 'doubt',
  message: '“{text}” specifies another relationship, but “other” is not marked.',
  fix: 'Mark “other”, or leave the text out.',
  source: 'section16-rules.md 7.2 [V:FACTS]; ownership-xml.md 7.6',
  of: 'owners',
  check: ({ relationship: { isOther, otherText } }, report) => {
    if (isOther.value || otherText.kind !== 'value' || /^\W*(?:n\W?a|none)?\W*$/i.test(otherText.value)) return
    report('reportingOwnerRelationship/otherText', { text: otherText.value })
  },
})

import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Where a title or the other text says “see remarks”, the form has remarks, or a footnote that may hold them.
 *
 * ## Why
 * Titles have 30 characters; longer ones go into the remarks. When those are left out the office is not stated at all.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * officerTitle “See Remarks”, remarks empty.
 *
 * ## Fix
 * Write the full title into the remarks.
 *
 * ## Source
 * section16-rules.md 7.2 (Remarks) [K]
 */
export default rule({
  code: 'C543',
  name: 'title-in-missing-remarks',
  severity: 'doubt',
  message: 'The title says “{title}”, but there are no remarks.',
  fix: 'Write the full title into the remarks.',
  source: 'section16-rules.md 7.2 (Remarks) [K]',
  of: 'owners',
  check: ({ relationship: { officerTitle, otherText } }, report, { document }) => {
    if (document.remarks.kind === 'value' || document.footnotes.footnotes.length > 0) return
    if (/see.*(?:remark|below)/i.test(officerTitle.value ?? '')) {
      report('reportingOwnerRelationship/officerTitle', { title: officerTitle.value ?? '' })
    }
    if (/see.*(?:remark|below)/i.test(otherText.value ?? ''))
      report('reportingOwnerRelationship/otherText', { title: otherText.value ?? '' })
  },
})

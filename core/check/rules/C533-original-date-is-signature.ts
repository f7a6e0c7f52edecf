import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The date of the original filing is not just the date of this amendment's signature, where the amendment was filed on
 * a later day.
 *
 * ## Why
 * The box wants the original's filing date. The signature date of the amendment stands there by default in some
 * programs.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Original and signature 2024-03-20, filed 2024-03-21.
 *
 * ## Fix
 * Give the day on which the original was filed.
 *
 * ## Source
 * section16-rules.md 7.2 (not the signature date) [V:PC4A]
 */
export default rule({
  code: 'C533',
  name: 'original-date-is-signature',
  severity: 'doubt',
  message:
    'The date of the original, {original}, is the day on which this amendment was signed; it was filed on {filed}.',
  fix: 'Give the day on which the original was filed.',
  source: 'section16-rules.md 7.2 (not the signature date) [V:PC4A]',
  of: 'filing',
  check: ({ document, filedOn }, report) => {
    const original = document.dateOfOriginalSubmission.value
    if (!original || !filedOn || filedOn.day <= original.day) return
    if (!document.ownerSignatures.some(({ date }) => date.value?.day === original.day)) return
    const data = { original: String(original), filed: String(filedOn) }
    report('/ownershipDocument/dateOfOriginalSubmission', data)
  },
})

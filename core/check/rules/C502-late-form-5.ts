import { form5Due } from '../../facts/deadlines.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A Form 5 is filed by the 45th day after the issuer's fiscal year end, or the next business day. Asked where the
 * filing date is known, of original forms.
 *
 * ## Why
 * The 45 days are the rule's. This fires on more than one Form 5 in a hundred, and rightly so: both dates stand in the
 * filing, and much that comes on a Form 5 at all is something that was missed.
 *
 * Fires on 0.08 % of 14,054 accepted filings, 12.6 % of the 87 Forms 5 among them.
 *
 * ## Example
 * Year to 2023-12-31, filed on 2024-03-01.
 *
 * ## Fix
 * Nothing can be mended in the filing; the issuer names it under Item 405.
 *
 * ## Source
 * section16-rules.md 3.3 [V:XSD51]; Rule 16a-3(f)(1)
 */
export default rule({
  code: 'C502',
  name: 'late-form-5',
  severity: 'law',
  message: 'The form for the fiscal year to {year} was due on {due} and filed on {filed}.',
  fix: 'Nothing can be mended in the filing; the issuer names it under Item 405.',
  source: 'section16-rules.md 3.3 [V:XSD51]; Rule 16a-3(f)(1)',
  forms: ['5'],
  of: 'filing',
  check: ({ document, filedOn, isAmendment }, report) => {
    const year = document.periodOfReport.value
    if (!filedOn || !year || isAmendment) return
    const due = form5Due(year)
    if (filedOn.day <= due.day) return
    report('/ownershipDocument/periodOfReport', { year: String(year), due: String(due), filed: String(filedOn) })
  },
})

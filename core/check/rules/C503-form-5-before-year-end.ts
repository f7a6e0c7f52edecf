import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A Form 5 is filed after the fiscal year end that it names.
 *
 * ## Why
 * Form 5 covers a whole year and states what is owned at its end; before it nobody knows.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Year to 2024-12-31, filed on 2024-03-01.
 *
 * ## Fix
 * Correct the fiscal year end; what is reported early goes on a Form 4.
 *
 * ## Source
 * section16-rules.md 7.2 (period ≤ filing date) and 7.6 [K]
 */
export default rule({
  code: 'C503',
  name: 'form-5-before-year-end',
  severity: 'doubt',
  message: 'The form was filed on {filed}, before the fiscal year ended on {year}.',
  fix: 'Correct the fiscal year end; what is reported early goes on a Form 4.',
  source: 'section16-rules.md 7.2 (period ≤ filing date) and 7.6 [K]',
  forms: ['5'],
  of: 'filing',
  check: ({ document, filedOn }, report) => {
    const year = document.periodOfReport.value
    if (!filedOn || !year || year.day <= filedOn.day) return
    report('/ownershipDocument/periodOfReport', { year: String(year), filed: String(filedOn) })
  },
})

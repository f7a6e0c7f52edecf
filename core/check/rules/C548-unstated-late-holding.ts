import { rule } from '../rule.ts'

/**
 * ## What it checks
 * On a filed Form 5 the box for omitted Form 3 holdings is true exactly where a holding carries form type 3.
 *
 * ## Why
 * EDGAR works the box out from the lines. Where the two differ the file has been changed since, or predates the rule.
 *
 * ## Example
 * Box true, no holding marked 3.
 *
 * ## Fix
 * Mark the holding that was left out of the Form 3 (form type 3); EDGAR sets the box itself.
 *
 * ## Source
 * section16-rules.md 2.2 note 6 [K], 7.1; ownership-xml.md section 4
 */
export default rule({
  code: 'C548',
  name: 'unstated-late-holding',
  severity: 'note',
  message: 'The box “Form 3 holdings reported” does not fit the lines.',
  fix: 'Mark the holding that was left out of the Form 3 (form type 3); EDGAR sets the box itself.',
  source: 'section16-rules.md 2.2 note 6 [K], 7.1; ownership-xml.md section 4',
  forms: ['5'],
  of: 'filing',
  check: ({ document, holdings }, report) => {
    const box = document.form3HoldingsReported.value
    if (box === undefined || box === holdings.some(({ row }) => row.coding.formType.value === '3')) return
    report('/ownershipDocument/form3HoldingsReported')
  },
})

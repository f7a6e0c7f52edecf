import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An original Form 4 whose exit box is ticked reports a transaction.
 *
 * ## Why
 * Nobody has to report leaving. The box is for a form that is filed anyway; a form for its sake alone is not asked
 * for, and draws the question whether a transaction was forgotten.
 *
 * Fires on 0.30 % of 14,054 accepted filings.
 *
 * ## Example
 * Exit box ticked, one holding, no transaction.
 *
 * ## Fix
 * File no form for the box alone; tick it on one that is due anyway.
 *
 * ## Source
 * section16-rules.md R1.5.6 [K]
 */
export default rule({
  code: 'C547',
  name: 'exit-form-without-transaction',
  severity: 'doubt',
  message: 'The form only ticks the exit box: no transaction stands on it.',
  fix: 'File no form for the box alone; tick it on one that is due anyway.',
  source: 'section16-rules.md R1.5.6 [K]',
  forms: ['4'],
  of: 'filing',
  check: ({ document, transactions, isAmendment }, report) => {
    if (isAmendment || transactions.length > 0 || !document.notSubjectToSection16.value) return
    report('/ownershipDocument/notSubjectToSection16')
  },
})

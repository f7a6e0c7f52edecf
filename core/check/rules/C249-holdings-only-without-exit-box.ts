import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A Form 4 or 5 reports at least one transaction, or an exit, or (Form 5) holdings that a Form 3 left out.
 *
 * ## Why
 * The specification says so, and EDGAR does not enforce it: 8 of 17,942 accepted Form 4s have holdings only. Some are
 * the second part of a form with more than 30 lines and say so; others have lost their transactions.
 *
 * ## Example
 * A Form 4 with one holding line.
 *
 * ## Fix
 * Add the transaction; where the form is a further part of another, say so in the remarks.
 *
 * ## Source
 * ownership-xml.md rule 42 (EDGAR Ownership XML Technical Specification 5.5, sections 4.3.3 and 4.3.4; not enforced as
 * worded).
 */
export default rule({
  code: 'C249',
  name: 'holdings-only-without-exit-box',
  severity: 'doubt',
  message: 'The form reports holdings and no transaction, and the box “no longer subject to Section 16” is not ticked.',
  fix: 'Look whether a transaction is missing.',
  source:
    'ownership-xml.md rule 42 (EDGAR Ownership XML Technical Specification 5.5, sections 4.3.3 and 4.3.4; not enforced as worded)',
  forms: ['4', '5'],
  of: 'filing',
  check: ({ document, form, transactions, holdings }, report) => {
    if (transactions.length > 0 || holdings.length === 0 || document.notSubjectToSection16.value === true) return
    // A Form 5 may report what a Form 3 left out.
    if (form === '5' && holdings.some(({ row }) => row.coding.formType.value === '3')) return
    report('/ownershipDocument')
  },
})

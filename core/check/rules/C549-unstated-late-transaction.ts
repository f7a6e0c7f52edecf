import { rule } from '../rule.ts'

/**
 * ## What it checks
 * On a filed Form 5 the box for omitted Form 4 transactions is true exactly where a transaction carries form type 4.
 *
 * ## Why
 * EDGAR works the box out from the lines. Where the two differ the file has been changed since, or predates the rule.
 *
 * ## Example
 * Box true, no transaction of form type 4.
 *
 * ## Fix
 * Mark the transaction that belonged on a Form 4 (form type 4); EDGAR sets the box itself.
 *
 * ## Source
 * section16-rules.md 2.2 note 6 [K], 7.1; ownership-xml.md section 4
 */
export default rule({
  code: 'C549',
  name: 'unstated-late-transaction',
  severity: 'note',
  message: 'The box “Form 4 transactions reported” does not fit the lines.',
  fix: 'Mark the transaction that belonged on a Form 4 (form type 4); EDGAR sets the box itself.',
  source: 'section16-rules.md 2.2 note 6 [K], 7.1; ownership-xml.md section 4',
  forms: ['5'],
  of: 'filing',
  check: ({ document, transactions }, report) => {
    const box = document.form4TransactionsReported.value
    if (box === undefined || box === transactions.some(({ row }) => row.coding.formType.value === '4')) return
    report('/ownershipDocument/form4TransactionsReported')
  },
})

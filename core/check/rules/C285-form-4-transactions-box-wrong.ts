import { rule } from '../rule.ts'

/**
 * ## What it checks
 * On a Form 5 as disseminated `form4TransactionsReported` is true where a transaction has form type 4 and false where
 * none has.
 *
 * ## Why
 * EDGAR works it out. A contradiction means that the file was changed or made by somebody else.
 *
 * ## Example
 * `0` beside a late sale of form type 4.
 *
 * ## Fix
 * Compare with EDGAR.
 *
 * ## Source
 * ownership-xml.md section 4 (EDGAR Ownership XML Technical Specification 5.5, section 4.3).
 */
export default rule({
  code: 'C285',
  name: 'form-4-transactions-box-wrong',
  severity: 'doubt',
  message: 'form4TransactionsReported is {said}, and {count} transactions have form type 4.',
  fix: 'Go by the lines.',
  source: 'ownership-xml.md section 4 (EDGAR Ownership XML Technical Specification 5.5, section 4.3)',
  forms: ['5'],
  stage: 'filed',
  check: ({ document: { form4TransactionsReported }, transactions }, report) => {
    const said = form4TransactionsReported.value
    const count = transactions.filter(({ row }) => row.coding.formType.value === '4').length
    if (said === undefined || said === count > 0) return
    report('/ownershipDocument/form4TransactionsReported', { said, count })
  },
})

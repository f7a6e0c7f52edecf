import { rule } from '../rule.ts'

/**
 * ## What it checks
 * On a Form 5 as disseminated `form3HoldingsReported` is true where a holding has form type 3 and false where none
 * has.
 *
 * ## Why
 * EDGAR works it out. A contradiction means that the file was changed or made by somebody else.
 *
 * ## Example
 * `1` and no holding of form type 3.
 *
 * ## Fix
 * Compare with EDGAR.
 *
 * ## Source
 * ownership-xml.md sections 4 and 5.5 (EDGAR Ownership XML Technical Specification 5.5, section 4.3).
 */
export default rule({
  code: 'C284',
  name: 'form-3-holdings-box-wrong',
  severity: 'doubt',
  message: 'form3HoldingsReported is {said}, and {count} holdings have form type 3.',
  fix: 'Go by the lines.',
  source: 'ownership-xml.md sections 4 and 5.5 (EDGAR Ownership XML Technical Specification 5.5, section 4.3)',
  forms: ['5'],
  stage: 'filed',
  check: ({ document: { form3HoldingsReported }, holdings }, report) => {
    const said = form3HoldingsReported.value
    const count = holdings.filter(({ row }) => row.coding.formType.value === '3').length
    if (said === undefined || said === count > 0) return
    report('/ownershipDocument/form3HoldingsReported', { said, count })
  },
})

import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Every transaction has `transactionCoding`.
 *
 * ## Why
 * The specification makes it mandatory with its row; the schema leaves it optional. A transaction without a code is no
 * report of one.
 *
 * ## Example
 * A `nonDerivativeTransaction` that goes from its date to its amounts.
 *
 * ## Fix
 * A person says what kind of transaction it was; no code is filled in by itself.
 *
 * ## Source
 * ownership-xml.md rule 33 (EDGAR Ownership XML Technical Specification 5.5, section 3.5).
 */
export default rule({
  code: 'C240',
  name: 'transaction-without-coding',
  severity: 'suspends',
  message: 'The transaction has no coding.',
  fix: 'Give transactionCoding with form type, code and equity swap.',
  source: 'ownership-xml.md rule 33 (EDGAR Ownership XML Technical Specification 5.5, section 3.5)',
  forms: ['4', '5'],
  of: 'transactions',
  check: ({ row }, report) => {
    if (!row.coding.present) report('transactionCoding')
  },
})

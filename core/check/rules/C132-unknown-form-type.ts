import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The form type of a transaction is 4 or 5; that of a holding on a Form 5 is 3 or nothing.
 *
 * ## Why
 * It says on which form the line belonged.
 *
 * ## Example
 * Form type 3 on a transaction.
 *
 * ## Fix
 * Give 4 or 5 for a transaction, 3 for a holding that belonged on a Form 3.
 *
 * ## Source
 * ownership-xml.md rule 19 and sections 5.4, 5.5; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C132',
  name: 'unknown-form-type',
  severity: 'suspends',
  message: '“{value}” is no form type for this line.',
  fix: 'Give 4 or 5 for a transaction, 3 for a holding that belonged on a Form 3.',
  source: 'ownership-xml.md rule 19 and sections 5.4, 5.5; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'unknown-form-type',
})

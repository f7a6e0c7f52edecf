import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A table has at most 30 lines, transactions and holdings together.
 *
 * ## Why
 * The schema allows no more, and a second filing is the way filers take.
 *
 * ## Example
 * 31 purchases in Table I.
 *
 * ## Fix
 * File the further lines in a second report that says it is a part.
 *
 * ## Source
 * ownership-xml.md rule 40 and section 6; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C106',
  name: 'too-many-rows',
  severity: 'suspends',
  message: 'The table has {count} lines; {most} are the most.',
  fix: 'File the further lines in a second report that says it is a part.',
  source: 'ownership-xml.md rule 40 and section 6; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'too-many-rows',
})

import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A transaction is marked `A` for acquired or `D` for disposed of.
 *
 * ## Why
 * The letter is the sign of the number: the schema takes these two.
 *
 * ## Example
 * `B` for bought.
 *
 * ## Fix
 * Give A or D.
 *
 * ## Source
 * ownership-xml.md rule 19; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C134',
  name: 'neither-acquired-nor-disposed',
  severity: 'suspends',
  message: '“{value}” is neither A (acquired) nor D (disposed of).',
  fix: 'Give A or D.',
  source: 'ownership-xml.md rule 19; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'neither-acquired-nor-disposed',
})

import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Ownership is marked `D` for direct or `I` for indirect.
 *
 * ## Why
 * The schema takes these two letters.
 *
 * ## Example
 * `d`.
 *
 * ## Fix
 * Give D or I.
 *
 * ## Source
 * ownership-xml.md rule 19; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C135',
  name: 'neither-direct-nor-indirect',
  severity: 'suspends',
  message: '“{value}” is neither D (direct) nor I (indirect).',
  fix: 'Give D or I.',
  source: 'ownership-xml.md rule 19; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'neither-direct-nor-indirect',
})

import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A report has at most ten reporting owners.
 *
 * ## Why
 * The schema allows no more; the members of a larger group file a second report with the same lines.
 *
 * ## Example
 * Eleven owners on one Form 4.
 *
 * ## Fix
 * Report the further owners in a second filing with the same lines.
 *
 * ## Source
 * ownership-xml.md rule 17 and section 6; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C107',
  name: 'too-many-owners',
  severity: 'suspends',
  message: 'There are {count} reporting owners; {most} are the most.',
  fix: 'Report the further owners in a second filing with the same lines.',
  source: 'ownership-xml.md rule 17 and section 6; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'too-many-owners',
})

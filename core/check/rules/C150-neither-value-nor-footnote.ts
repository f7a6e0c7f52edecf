import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A price, an exercise or expiration date and an amount of underlying securities have a value, a footnote, or both.
 *
 * ## Why
 * These fields may be explained instead of stated, but not left open.
 *
 * ## Example
 * An `exerciseDate` without value and footnote.
 *
 * ## Fix
 * Give the value, or name a footnote that explains it.
 *
 * ## Source
 * ownership-xml.md rule 43; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C150',
  name: 'neither-value-nor-footnote',
  severity: 'suspends',
  message: '{element} has neither a value nor a footnote.',
  fix: 'Give the value, or name a footnote that explains it.',
  source: 'ownership-xml.md rule 43; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'neither-value-nor-footnote',
})

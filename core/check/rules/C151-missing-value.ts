import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Titles, dates, share counts, codes and the nature of ownership have a value even where a footnote explains them.
 *
 * ## Why
 * Unlike a price, these may not be given by a footnote alone.
 *
 * ## Example
 * `transactionShares` with a footnote only.
 *
 * ## Fix
 * Give the value and keep the footnote.
 *
 * ## Source
 * ownership-xml.md rule 20 and section 5.1; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C151',
  name: 'missing-value',
  severity: 'suspends',
  message: '{element} has no value; a footnote does not replace it.',
  fix: 'Give the value and keep the footnote.',
  source: 'ownership-xml.md rule 20 and section 5.1; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'missing-value',
})

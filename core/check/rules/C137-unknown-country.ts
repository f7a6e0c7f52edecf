import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The country is a code of EDGAR’s list, or empty.
 *
 * ## Why
 * EDGAR’s codes are its own, not those of ISO: Luxembourg is `N4`.
 *
 * ## Example
 * `LU`.
 *
 * ## Fix
 * Give EDGAR’s own code for the country.
 *
 * ## Source
 * ownership-xml.md rule 19 and section 14.2; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C137',
  name: 'unknown-country',
  severity: 'suspends',
  message: '“{value}” is no country code of EDGAR.',
  fix: 'Give EDGAR’s own code for the country.',
  source: 'ownership-xml.md rule 19 and section 14.2; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'unknown-country',
})

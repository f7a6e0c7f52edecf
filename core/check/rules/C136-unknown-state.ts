import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The state is a code of EDGAR’s list, or empty. Until 2026-03-17 the list held countries too.
 *
 * ## Why
 * EDGAR’s codes are not those of the post throughout, and since 2026-03-18 a country has an element of its own.
 *
 * ## Example
 * `N4` (Luxembourg) as state of a filing of May 2026.
 *
 * ## Fix
 * Give the state’s code; put a country into rptOwnerCountry.
 *
 * ## Source
 * ownership-xml.md rule 19 and section 14.1; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C136',
  name: 'unknown-state',
  severity: 'suspends',
  message: '“{value}” is no state code that EDGAR takes here.',
  fix: 'Give the state’s code; put a country into rptOwnerCountry.',
  source: 'ownership-xml.md rule 19 and section 14.1; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'unknown-state',
})

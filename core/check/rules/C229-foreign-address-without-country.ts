import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An address whose flag says that it is outside the United States names a country.
 *
 * ## Why
 * The country is mandatory then; the schema cannot say so.
 *
 * ## Example
 * Flag `true`, city London, no `rptOwnerCountry`.
 *
 * ## Fix
 * Give the country by EDGAR's code (`X0` is the United Kingdom), or correct the flag.
 *
 * ## Source
 * ownership-xml.md rule 31 (EDGAR Ownership XML Technical Specification 5.5, section 3.3).
 */
export default rule({
  code: 'C229',
  name: 'foreign-address-without-country',
  severity: 'suspends',
  message: 'The address is outside the United States and names no country.',
  fix: 'Give rptOwnerCountry.',
  source: 'ownership-xml.md rule 31 (EDGAR Ownership XML Technical Specification 5.5, section 3.3)',
  from: '2026-03-18',
  of: 'owners',
  check: (owner, report) => {
    const { nonUSAddressFlag, country } = owner.address
    if (nonUSAddressFlag.value === true && country.kind === 'absent') report('reportingOwnerAddress/rptOwnerCountry')
  },
})

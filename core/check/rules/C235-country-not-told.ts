import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The country of an address is known.
 *
 * ## Why
 * `XX` is a valid code that says nothing.
 *
 * ## Example
 * `<rptOwnerCountry>XX</rptOwnerCountry>`.
 *
 * ## Fix
 * Give the country.
 *
 * ## Source
 * ownership-xml.md sections 4.1 and 14.2.
 */
export default rule({
  code: 'C235',
  name: 'country-not-told',
  severity: 'note',
  message: 'The country of the address is XX, unknown.',
  fix: "Give the country by EDGAR's code.",
  source: 'ownership-xml.md sections 4.1 and 14.2',
  from: '2026-03-18',
  of: 'owners',
  check: (owner, report) => {
    if (owner.address.country.value === 'XX') report('reportingOwnerAddress/rptOwnerCountry')
  },
})

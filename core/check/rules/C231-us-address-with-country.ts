import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An address in the United States has no country and no foreign state or territory.
 *
 * ## Why
 * Flag and elements contradict one another: the form prints the one or the other.
 *
 * ## Example
 * Flag `false` with `rptOwnerCountry` `X0`.
 *
 * ## Fix
 * Look where the owner is; correct the flag or take the element out.
 *
 * ## Source
 * ownership-xml.md sections 4.1 and 10 (EDGAR Ownership XML Technical Specification 5.5, section 3.3).
 */
export default rule({
  code: 'C231',
  name: 'us-address-with-country',
  severity: 'doubt',
  message: 'The address is in the United States and has {element}.',
  fix: 'Correct the flag, or take the element out.',
  source: 'ownership-xml.md sections 4.1 and 10 (EDGAR Ownership XML Technical Specification 5.5, section 3.3)',
  from: '2026-03-18',
  of: 'owners',
  check: (owner, report) => {
    const { nonUSAddressFlag, country, nonUSStateTerritory } = owner.address
    if (nonUSAddressFlag.value !== false) return
    if (country.kind === 'value') report('reportingOwnerAddress/rptOwnerCountry', { element: 'a country' })
    if (nonUSStateTerritory.kind === 'value')
      report('reportingOwnerAddress/rptOwnerNonUSStateTerritory', { element: 'a foreign territory' })
  },
})

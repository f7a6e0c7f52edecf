import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An address outside the United States has another country than `X1`, the United States.
 *
 * ## Why
 * The list of countries has the United States, so that the schema takes the contradiction.
 *
 * ## Example
 * Flag `true` with `rptOwnerCountry` `X1`.
 *
 * ## Fix
 * Correct the flag or the country.
 *
 * ## Source
 * ownership-xml.md sections 4.1 and 14.2.
 */
export default rule({
  code: 'C234',
  name: 'united-states-as-foreign-country',
  severity: 'doubt',
  message: 'The address is outside the United States, and its country is the United States.',
  fix: 'Set the flag to false and give the state.',
  source: 'ownership-xml.md sections 4.1 and 14.2',
  from: '2026-03-18',
  of: 'owners',
  check: (owner, report) => {
    const { nonUSAddressFlag, country } = owner.address
    if (nonUSAddressFlag.value === true && country.value === 'X1') report('reportingOwnerAddress/rptOwnerCountry')
  },
})

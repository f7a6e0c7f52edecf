import { countryCodes } from '../../facts/placeCodes.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A country code is not one of the 22 that EDGAR has given up.
 *
 * ## Why
 * They pass the schema, whose list still has them, and suspend the filing.
 *
 * ## Example
 * `<rptOwnerCountry>Y2</rptOwnerCountry>`.
 *
 * ## Fix
 * Look up the code of the country in the list of active ones.
 *
 * ## Source
 * ownership-xml.md rule 32 and section 14.3 (EDGAR Ownership XML Technical Specification 5.5, appendix H).
 */
export default rule({
  code: 'C230',
  name: 'obsolete-country',
  severity: 'suspends',
  message: 'The country code {code} ({name}) is obsolete.',
  fix: 'Give the code in use today.',
  source: 'ownership-xml.md rule 32 and section 14.3 (EDGAR Ownership XML Technical Specification 5.5, appendix H)',
  from: '2026-03-18',
  of: 'owners',
  check: (owner, report) => {
    const code = owner.address.country.value ?? ''
    const country = code === '' ? undefined : countryCodes.get(code)
    if (country?.obsolete) report('reportingOwnerAddress/rptOwnerCountry', { code, name: country.name })
  },
})

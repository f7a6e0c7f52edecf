import { rule } from '../rule.ts'

/**
 * ## What it checks
 * `rptOwnerNonUSAddressFlag` is written as `true` or `false`.
 *
 * ## Why
 * The schema takes `1` and `0` as well, but EDGAR's stylesheet compares with the word `true` only: a foreign address
 * with `1` is printed as one without a country.
 *
 * ## Example
 * `<rptOwnerNonUSAddressFlag>1</rptOwnerNonUSAddressFlag>`.
 *
 * ## Fix
 * Write the word.
 *
 * ## Source
 * ownership-xml.md section 4.1 (stylesheets of EDGAR Ownership XML Technical Specification 5.5).
 */
export default rule({
  code: 'C237',
  name: 'address-flag-as-digit',
  severity: 'note',
  message: 'rptOwnerNonUSAddressFlag is written {written}.',
  fix: 'Write the word true or false.',
  source: 'ownership-xml.md section 4.1 (stylesheets of EDGAR Ownership XML Technical Specification 5.5)',
  from: '2026-03-18',
  stage: 'draft',
  of: 'owners',
  check: (owner, report) => {
    const { nonUSAddressFlag } = owner.address
    const written = nonUSAddressFlag.written?.trim() ?? ''
    if (written === '0' || written === '1') report('reportingOwnerAddress/rptOwnerNonUSAddressFlag', { written })
  },
})

import { addressIsEmpty } from '../address.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An address that is given says by `rptOwnerNonUSAddressFlag` whether it lies outside the United States.
 *
 * ## Why
 * The element is mandatory with an address since 2026-03-18; in the schema it is optional.
 *
 * ## Example
 * A Form 4 of May 2026 with street, city and state, but no flag.
 *
 * ## Fix
 * Write `false` for an address in the United States, `true` for one elsewhere.
 *
 * ## Source
 * ownership-xml.md rule 31 (EDGAR Ownership XML Technical Specification 5.5, section 3.3).
 */
export default rule({
  code: 'C227',
  name: 'address-without-foreign-flag',
  severity: 'suspends',
  message: 'The address does not say whether it is outside the United States.',
  fix: 'Give rptOwnerNonUSAddressFlag: true or false.',
  source: 'ownership-xml.md rule 31 (EDGAR Ownership XML Technical Specification 5.5, section 3.3)',
  from: '2026-03-18',
  of: 'owners',
  check: (owner, report) => {
    const { address } = owner
    if (address.present && address.nonUSAddressFlag.kind === 'absent' && !addressIsEmpty(address)) {
      report('reportingOwnerAddress/rptOwnerNonUSAddressFlag')
    }
  },
})

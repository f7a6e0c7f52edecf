import { addressIsEmpty } from '../address.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An address that is given has a street and a city.
 *
 * ## Why
 * Where one element of the address is given EDGAR takes nothing from its records: the address stands as incomplete as
 * it was given.
 *
 * ## Example
 * Only a ZIP code, meant to correct that of the address of record.
 *
 * ## Fix
 * Give the whole address, or leave it out so that EDGAR inserts that of record.
 *
 * ## Source
 * ownership-xml.md section 4.1 (EDGAR Ownership XML Technical Specification 5.5, section 3.3).
 */
export default rule({
  code: 'C236',
  name: 'partial-address',
  severity: 'doubt',
  message: 'The address has no {missing}.',
  fix: 'Give the whole address, or none.',
  source: 'ownership-xml.md section 4.1 (EDGAR Ownership XML Technical Specification 5.5, section 3.3)',
  stage: 'draft',
  of: 'owners',
  check: (owner, report) => {
    const { address } = owner
    if (addressIsEmpty(address)) return
    if (address.street1.kind === 'absent' && address.street2.kind === 'absent') {
      report('reportingOwnerAddress/rptOwnerStreet1', { missing: 'street' })
    }
    if (address.city.kind === 'absent') report('reportingOwnerAddress/rptOwnerCity', { missing: 'city' })
  },
})

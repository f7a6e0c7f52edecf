import { addressIsEmpty } from '../address.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An owner has an address with at least one value, or no address element at all.
 *
 * ## Why
 * Without an address EDGAR inserts the one of record. An empty element says neither.
 *
 * ## Example
 * `<reportingOwnerAddress></reportingOwnerAddress>`.
 *
 * ## Fix
 * Leave the element out, or give the address.
 *
 * ## Source
 * ownership-xml.md sections 4.1 and 7.7.
 */
export default rule({
  code: 'C212',
  name: 'empty-address',
  severity: 'note',
  message: 'The address of the owner is an element without anything in it.',
  fix: "Leave reportingOwnerAddress out: EDGAR puts in the owner's address of record.",
  source: 'ownership-xml.md sections 4.1 and 7.7',
  stage: 'draft',
  of: 'owners',
  check: (owner, report) => {
    if (owner.address.present && addressIsEmpty(owner.address)) report('reportingOwnerAddress')
  },
})

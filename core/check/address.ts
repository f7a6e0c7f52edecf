import type { ReportingOwnerAddress } from '../model/ownershipDocument.ts'

/** Whether an address says nothing: no element in it has a value. The description and the mark are EDGAR's own. */
export function addressIsEmpty(address: ReportingOwnerAddress): boolean {
  const { nonUSAddressFlag, street1, street2, city, nonUSStateTerritory, state, country, zipCode } = address
  return [nonUSAddressFlag, street1, street2, city, nonUSStateTerritory, state, country, zipCode].every(
    ({ kind }) => kind === 'absent',
  )
}

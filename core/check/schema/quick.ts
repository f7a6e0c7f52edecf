import { FORM_LIMITS } from '../../facts/index.ts'
import type { Footnotes, Issuer, OwnershipDocument, ReportingOwner } from '../../model/ownershipDocument.ts'
import type { Reported } from '../../model/reported.ts'
import type { Edition } from './contents.ts'
import { isTableInOrder } from './quickLines.ts'
import { holds, isDay, isFlag, isShort, QuickFields } from './quickValues.ts'
import { placeCode } from './values.ts'

/**
 * Whether the schema has nothing against a document, as a quick look finds: true is certain, false only means that it
 * takes the walk of `schemaFaults.ts` to tell. Nearly all documents are in order, and the walk takes ten times as long.
 * What `contents.ts` says is spelled out here a second time, because that is what makes it fast; tests hold the two
 * together.
 */
export function isInOrder(document: OwnershipDocument, edition: Edition): boolean {
  const { footnotes, nonDerivativeTable, derivativeTable } = document
  const fields = new QuickFields(footnotes.footnotes)
  return (
    isHeadInOrder(document, edition) &&
    isIssuerInOrder(document.issuer, edition) &&
    areOwnersInOrder(document.reportingOwners, edition) &&
    areFootnotesInOrder(footnotes) &&
    isTableInOrder(nonDerivativeTable, false, edition, fields) &&
    isTableInOrder(derivativeTable, true, edition, fields) &&
    areSignaturesInOrder(document)
  )
}

function isHeadInOrder(document: OwnershipDocument, edition: Edition): boolean {
  const { schemaVersion, documentType, dateOfOriginalSubmission, aff10b5One } = document
  const { form, isAmendment, hasAff10b5One } = edition
  return (
    !document.layout &&
    !document.source.root &&
    (!schemaVersion.present ||
      (schemaVersion.spelling === undefined && /^X\d{4}$/.test(schemaVersion.written ?? ''))) &&
    documentType.spelling === undefined &&
    documentType.written === (isAmendment ? `${form}/A` : form) &&
    isDay(document.periodOfReport) &&
    (isAmendment ? isDay(dateOfOriginalSubmission) : !dateOfOriginalSubmission.present) &&
    areBoxesInOrder(document, form) &&
    (aff10b5One.present ? hasAff10b5One && isFlag(aff10b5One) : !hasAff10b5One || form === '3') &&
    isShort(document.remarks, FORM_LIMITS.remarksCharacters.most)
  )
}

function areBoxesInOrder(document: OwnershipDocument, form: Edition['form']): boolean {
  const { noSecuritiesOwned, notSubjectToSection16, form3HoldingsReported, form4TransactionsReported } = document
  if (form === '3' ? notSubjectToSection16.present : noSecuritiesOwned.present) return false
  if (form !== '5' && (form3HoldingsReported.present || form4TransactionsReported.present)) return false
  return (
    isFlag(noSecuritiesOwned) &&
    isFlag(notSubjectToSection16) &&
    isFlag(form3HoldingsReported) &&
    isFlag(form4TransactionsReported)
  )
}

function isIssuerInOrder(issuer: Issuer, { hasForeignAddress }: Edition): boolean {
  const { tradingSymbol, foreignTradingSymbol } = issuer
  return (
    issuer.present &&
    !issuer.layout &&
    isCik(issuer.cik) &&
    isShort(issuer.name, 150) &&
    (tradingSymbol.written ?? '') !== '' &&
    isShort(tradingSymbol, 10) &&
    (hasForeignAddress ? isShort(foreignTradingSymbol, 14) : !foreignTradingSymbol.present)
  )
}

function isCik({ spelling, written }: Reported<unknown>): boolean {
  return spelling === undefined && /^[0-9]{1,10}$/.test(written ?? '')
}

function areOwnersInOrder(owners: readonly ReportingOwner[], edition: Edition): boolean {
  if (owners.length === 0 || owners.length > FORM_LIMITS.reportingOwners.most) return false
  for (const owner of owners) if (!isOwnerInOrder(owner, edition)) return false
  return true
}

function isOwnerInOrder({ layout, id, address, relationship }: ReportingOwner, edition: Edition): boolean {
  return (
    !layout &&
    id.present &&
    !id.layout &&
    isCik(id.cik) &&
    !id.ccc.present &&
    isShort(id.name, 150) &&
    (!address.present || isAddressInOrder(address, edition)) &&
    relationship.present &&
    !relationship.layout &&
    isFlag(relationship.isDirector) &&
    isFlag(relationship.isOfficer) &&
    isFlag(relationship.isTenPercentOwner) &&
    isFlag(relationship.isOther) &&
    isShort(relationship.officerTitle, 30) &&
    isShort(relationship.otherText, 30)
  )
}

const STATE = placeCode('rptOwnerState', false)
const OLD_STATE = placeCode('rptOwnerState', true)
const COUNTRY = placeCode('rptOwnerCountry', false)

function isAddressInOrder(address: ReportingOwner['address'], { hasForeignAddress }: Edition): boolean {
  const { nonUSAddressFlag, nonUSStateTerritory, state, country, zipCode } = address
  const isForeignInOrder = hasForeignAddress
    ? isFlag(nonUSAddressFlag) && isShort(nonUSStateTerritory, 40) && (!country.present || holds(country, COUNTRY))
    : !nonUSAddressFlag.present && !nonUSStateTerritory.present && !country.present
  return (
    isForeignInOrder &&
    !address.layout &&
    isShort(address.street1, 40) &&
    isShort(address.street2, 40) &&
    isShort(address.city, 30) &&
    (!state.present || holds(state, hasForeignAddress ? STATE : OLD_STATE)) &&
    isShort(zipCode, 10) &&
    /^[0-9A-Za-z #-]*$/.test(zipCode.written ?? '') &&
    isShort(address.stateDescription, 50) &&
    isFlag(address.goodAddress)
  )
}

/** Each once: nearly always they are numbered in order. */
function areFootnotesInOrder({ layout, footnotes }: Footnotes): boolean {
  if (layout || footnotes.length > FORM_LIMITS.footnotes.most) return false
  let last = 0
  for (const { id, spelling } of footnotes) {
    if (spelling !== undefined || !/^F[1-9][0-9]?$/.test(id)) return false
    const number = Number(id.slice(1))
    if (number <= last) return false
    last = number
  }
  return true
}

function areSignaturesInOrder({ ownerSignatures }: OwnershipDocument): boolean {
  if (ownerSignatures.length === 0 || ownerSignatures.length > FORM_LIMITS.ownerSignatures.most) return false
  for (const { layout, name, date } of ownerSignatures) {
    if (layout || (name.written ?? '') === '' || !isShort(name, 255) || !isDay(date)) return false
  }
  return true
}

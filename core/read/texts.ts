import { EDGAR_STYLE, gapOf, type Style } from '../model/layout.ts'
import type { FieldTexts } from './cursor.ts'
import { ForetoldTexts } from './foretold.ts'
import { styleOfGap } from './styleOf.ts'

/**
 * The texts around every element in one style. A class with a property each, because V8 finds those at a fixed place;
 * the number is the element's depth below the root. A test holds it against the element table.
 */
export class Texts {
  readonly style: Style
  readonly foretold: ForetoldTexts
  readonly rootClose: number
  readonly schemaVersion: FieldTexts
  readonly documentType: FieldTexts
  readonly periodOfReport: FieldTexts
  readonly dateOfOriginalSubmission: FieldTexts
  readonly noSecuritiesOwned: FieldTexts
  readonly notSubjectToSection16: FieldTexts
  readonly form3HoldingsReported: FieldTexts
  readonly form4TransactionsReported: FieldTexts
  readonly issuer: FieldTexts
  readonly issuerCik: FieldTexts
  readonly issuerName: FieldTexts
  readonly issuerTradingSymbol: FieldTexts
  readonly issuerForeignTradingSymbol: FieldTexts
  readonly reportingOwner: FieldTexts
  readonly reportingOwnerId: FieldTexts
  readonly rptOwnerCik: FieldTexts
  readonly rptOwnerCcc: FieldTexts
  readonly rptOwnerName: FieldTexts
  readonly reportingOwnerAddress: FieldTexts
  readonly rptOwnerNonUSAddressFlag: FieldTexts
  readonly rptOwnerStreet1: FieldTexts
  readonly rptOwnerStreet2: FieldTexts
  readonly rptOwnerCity: FieldTexts
  readonly rptOwnerNonUSStateTerritory: FieldTexts
  readonly rptOwnerState: FieldTexts
  readonly rptOwnerCountry: FieldTexts
  readonly rptOwnerZipCode: FieldTexts
  readonly rptOwnerStateDescription: FieldTexts
  readonly rptOwnerGoodAddress: FieldTexts
  readonly reportingOwnerRelationship: FieldTexts
  readonly isDirector: FieldTexts
  readonly isOfficer: FieldTexts
  readonly isTenPercentOwner: FieldTexts
  readonly isOther: FieldTexts
  readonly officerTitle: FieldTexts
  readonly otherText: FieldTexts
  readonly aff10b5One: FieldTexts
  readonly nonDerivativeTable: FieldTexts
  readonly nonDerivativeTransaction: FieldTexts
  readonly nonDerivativeHolding: FieldTexts
  readonly derivativeTable: FieldTexts
  readonly derivativeTransaction: FieldTexts
  readonly derivativeHolding: FieldTexts
  readonly securityTitle: FieldTexts
  readonly conversionOrExercisePrice: FieldTexts
  readonly transactionDate: FieldTexts
  readonly deemedExecutionDate: FieldTexts
  readonly transactionCoding: FieldTexts
  readonly transactionFormType: FieldTexts
  readonly transactionCode: FieldTexts
  readonly equitySwapInvolved: FieldTexts
  readonly transactionTimeliness: FieldTexts
  readonly transactionAmounts: FieldTexts
  readonly transactionShares: FieldTexts
  readonly transactionTotalValue: FieldTexts
  readonly transactionValue: FieldTexts
  readonly transactionPricePerShare: FieldTexts
  readonly transactionAcquiredDisposedCode: FieldTexts
  readonly exerciseDate: FieldTexts
  readonly expirationDate: FieldTexts
  readonly underlyingSecurity: FieldTexts
  readonly underlyingSecurityTitle: FieldTexts
  readonly underlyingSecurityShares: FieldTexts
  readonly underlyingSecurityValue: FieldTexts
  readonly postTransactionAmounts: FieldTexts
  readonly sharesOwnedFollowingTransaction: FieldTexts
  readonly valueOwnedFollowingTransaction: FieldTexts
  readonly ownershipNature: FieldTexts
  readonly directOrIndirectOwnership: FieldTexts
  readonly natureOfOwnership: FieldTexts
  readonly footnotes: FieldTexts
  readonly footnote: FieldTexts
  readonly remarks: FieldTexts
  readonly ownerSignature: FieldTexts
  readonly signatureName: FieldTexts
  readonly signatureDate: FieldTexts

  constructor(style: Style) {
    const foretold = new ForetoldTexts()
    const at = (depth: number, element: string) => textsAround(foretold, element, style, depth)
    this.style = style
    this.foretold = foretold
    this.rootClose = foretold.add(`${gapOf(style, 0, 0)}</ownershipDocument>`)
    this.schemaVersion = at(1, 'schemaVersion')
    this.documentType = at(1, 'documentType')
    this.periodOfReport = at(1, 'periodOfReport')
    this.dateOfOriginalSubmission = at(1, 'dateOfOriginalSubmission')
    this.noSecuritiesOwned = at(1, 'noSecuritiesOwned')
    this.notSubjectToSection16 = at(1, 'notSubjectToSection16')
    this.form3HoldingsReported = at(1, 'form3HoldingsReported')
    this.form4TransactionsReported = at(1, 'form4TransactionsReported')
    this.issuer = at(1, 'issuer')
    this.issuerCik = at(2, 'issuerCik')
    this.issuerName = at(2, 'issuerName')
    this.issuerTradingSymbol = at(2, 'issuerTradingSymbol')
    this.issuerForeignTradingSymbol = at(2, 'issuerForeignTradingSymbol')
    this.reportingOwner = at(1, 'reportingOwner')
    this.reportingOwnerId = at(2, 'reportingOwnerId')
    this.rptOwnerCik = at(3, 'rptOwnerCik')
    this.rptOwnerCcc = at(3, 'rptOwnerCcc')
    this.rptOwnerName = at(3, 'rptOwnerName')
    this.reportingOwnerAddress = at(2, 'reportingOwnerAddress')
    this.rptOwnerNonUSAddressFlag = at(3, 'rptOwnerNonUSAddressFlag')
    this.rptOwnerStreet1 = at(3, 'rptOwnerStreet1')
    this.rptOwnerStreet2 = at(3, 'rptOwnerStreet2')
    this.rptOwnerCity = at(3, 'rptOwnerCity')
    this.rptOwnerNonUSStateTerritory = at(3, 'rptOwnerNonUSStateTerritory')
    this.rptOwnerState = at(3, 'rptOwnerState')
    this.rptOwnerCountry = at(3, 'rptOwnerCountry')
    this.rptOwnerZipCode = at(3, 'rptOwnerZipCode')
    this.rptOwnerStateDescription = at(3, 'rptOwnerStateDescription')
    this.rptOwnerGoodAddress = at(3, 'rptOwnerGoodAddress')
    this.reportingOwnerRelationship = at(2, 'reportingOwnerRelationship')
    this.isDirector = at(3, 'isDirector')
    this.isOfficer = at(3, 'isOfficer')
    this.isTenPercentOwner = at(3, 'isTenPercentOwner')
    this.isOther = at(3, 'isOther')
    this.officerTitle = at(3, 'officerTitle')
    this.otherText = at(3, 'otherText')
    this.aff10b5One = at(1, 'aff10b5One')
    this.nonDerivativeTable = at(1, 'nonDerivativeTable')
    this.nonDerivativeTransaction = at(2, 'nonDerivativeTransaction')
    this.nonDerivativeHolding = at(2, 'nonDerivativeHolding')
    this.derivativeTable = at(1, 'derivativeTable')
    this.derivativeTransaction = at(2, 'derivativeTransaction')
    this.derivativeHolding = at(2, 'derivativeHolding')
    this.securityTitle = at(3, 'securityTitle')
    this.conversionOrExercisePrice = at(3, 'conversionOrExercisePrice')
    this.transactionDate = at(3, 'transactionDate')
    this.deemedExecutionDate = at(3, 'deemedExecutionDate')
    this.transactionCoding = at(3, 'transactionCoding')
    this.transactionFormType = at(4, 'transactionFormType')
    this.transactionCode = at(4, 'transactionCode')
    this.equitySwapInvolved = at(4, 'equitySwapInvolved')
    this.transactionTimeliness = at(3, 'transactionTimeliness')
    this.transactionAmounts = at(3, 'transactionAmounts')
    this.transactionShares = at(4, 'transactionShares')
    this.transactionTotalValue = at(4, 'transactionTotalValue')
    this.transactionValue = at(4, 'transactionValue')
    this.transactionPricePerShare = at(4, 'transactionPricePerShare')
    this.transactionAcquiredDisposedCode = at(4, 'transactionAcquiredDisposedCode')
    this.exerciseDate = at(3, 'exerciseDate')
    this.expirationDate = at(3, 'expirationDate')
    this.underlyingSecurity = at(3, 'underlyingSecurity')
    this.underlyingSecurityTitle = at(4, 'underlyingSecurityTitle')
    this.underlyingSecurityShares = at(4, 'underlyingSecurityShares')
    this.underlyingSecurityValue = at(4, 'underlyingSecurityValue')
    this.postTransactionAmounts = at(3, 'postTransactionAmounts')
    this.sharesOwnedFollowingTransaction = at(4, 'sharesOwnedFollowingTransaction')
    this.valueOwnedFollowingTransaction = at(4, 'valueOwnedFollowingTransaction')
    this.ownershipNature = at(3, 'ownershipNature')
    this.directOrIndirectOwnership = at(4, 'directOrIndirectOwnership')
    this.natureOfOwnership = at(4, 'natureOfOwnership')
    this.footnotes = at(1, 'footnotes')
    this.footnote = at(2, 'footnote')
    this.remarks = at(1, 'remarks')
    this.ownerSignature = at(1, 'ownerSignature')
    this.signatureName = at(2, 'signatureName')
    this.signatureDate = at(2, 'signatureDate')
    foretold.pack()
  }
}

/** At most this many styles are remembered: real documents have a handful. */
const MOST_STYLES = 16
const styles = new Map<string, Texts>()
/** Nor is a gap remembered that is longer than any seen: it may be all of a hostile source. */
const LONGEST_GAP = 50

/** The texts in the style whose root children are preceded by this gap. */
export function textsOf(gap: string): Texts {
  // EDGAR's texts will not stand there, so that the other reader gets such a source.
  if (gap.length > LONGEST_GAP) return textsOf(gapOf(EDGAR_STYLE, 0, 1))
  let texts = styles.get(gap)
  if (!texts) {
    if (styles.size >= MOST_STYLES) styles.clear()
    texts = new Texts(styleOfGap(gap))
    styles.set(gap, texts)
  }
  return texts
}

function textsAround(foretold: ForetoldTexts, element: string, style: Style, depth: number): FieldTexts {
  const gap = gapOf(style, depth - 1, depth)
  const inner = gapOf(style, depth, depth + 1)
  const gapClose = `${gapOf(style, depth, depth)}</${element}>`
  return {
    open: foretold.add(element === 'footnote' ? `${gap}<footnote id="` : `${gap}<${element}>`),
    openValue: foretold.add(`${gap}<${element}>${inner}<value>`),
    close: foretold.add(`</${element}>`),
    gapClose: foretold.add(gapClose),
    valueEnd: foretold.add('</value>'),
    closeValue: foretold.add(`</value>${gapClose}`),
    reference: foretold.add(`${inner}<footnoteId id="`),
  }
}

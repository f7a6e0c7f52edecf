/** Invented drafts for the tests of pages. */
import {
  Footnote,
  Footnotes,
  Issuer,
  OwnershipDocument,
  OwnershipNature,
  OwnershipRow,
  OwnershipTable,
  PostTransactionAmounts,
  ReportingOwner,
  ReportingOwnerAddress,
  ReportingOwnerId,
  ReportingOwnerRelationship,
  reported,
  TransactionAmounts,
  TransactionCoding,
  UnderlyingSecurity,
} from '@section16/core/model'

const text = (written: string) => reported('text', written)
const no = reported('boolean', '0')

/** A Form 4 of Ines Marchetti, director of Aldermere Shipping, with as many lines as asked for in each table. */
export function form4(linesI: number, linesII: number): OwnershipDocument {
  const document = new OwnershipDocument()
  document.documentType = text('4')
  document.periodOfReport = reported('date', '2026-11-24')
  document.aff10b5One = no
  document.notSubjectToSection16 = no
  document.issuer = new Issuer()
  document.issuer.cik = reported('cik', '0000990001')
  document.issuer.name = text('Aldermere Shipping plc')
  document.issuer.tradingSymbol = text('ALDM')
  document.reportingOwners = [director()]
  if (linesI > 0) {
    document.nonDerivativeTable = new OwnershipTable()
    document.nonDerivativeTable.rows = Array.from({ length: linesI }, (_, i) => purchase(i))
  }
  if (linesII > 0) {
    document.derivativeTable = new OwnershipTable()
    document.derivativeTable.rows = Array.from({ length: linesII }, (_, i) => grant(i))
    document.footnotes = new Footnotes()
    document.footnotes.footnotes = [
      new Footnote('F1', 'The option vests in three equal annual instalments from November 24, 2027.'),
    ]
  }
  return document
}

function director(): ReportingOwner {
  const owner = new ReportingOwner()
  owner.id = new ReportingOwnerId()
  owner.id.cik = reported('cik', '0000990002')
  owner.id.name = text('Marchetti Ines')
  owner.address = new ReportingOwnerAddress()
  owner.address.nonUSAddressFlag = reported('boolean', 'false')
  owner.address.street1 = text('4 Harbour Row')
  owner.address.city = text('Portland')
  owner.address.state = text('ME')
  owner.address.zipCode = text('04101')
  owner.relationship = new ReportingOwnerRelationship()
  owner.relationship.isDirector = reported('boolean', '1')
  owner.relationship.isOfficer = no
  owner.relationship.isTenPercentOwner = no
  owner.relationship.isOther = no
  return owner
}

function transaction(element: 'nonDerivativeTransaction' | 'derivativeTransaction', code: string): OwnershipRow {
  const row = new OwnershipRow(element)
  row.transactionDate = reported('date', '2026-11-24')
  row.coding = new TransactionCoding()
  row.coding.formType = text('4')
  row.coding.code = text(code)
  row.coding.equitySwapInvolved = no
  row.amounts = new TransactionAmounts()
  row.amounts.acquiredDisposedCode = text('A')
  row.ownershipNature = new OwnershipNature()
  row.ownershipNature.directOrIndirectOwnership = text('D')
  row.postTransactionAmounts = new PostTransactionAmounts()
  return row
}

function purchase(i: number): OwnershipRow {
  const row = transaction('nonDerivativeTransaction', 'P')
  row.securityTitle = text('Ordinary Shares')
  row.amounts.shares = reported('decimal', '100')
  row.amounts.pricePerShare = reported('decimal', `21.${10 + i}`)
  row.postTransactionAmounts.sharesOwnedFollowingTransaction = reported('decimal', String(5000 + 100 * (i + 1)))
  return row
}

function grant(i: number): OwnershipRow {
  const row = transaction('derivativeTransaction', 'A')
  row.securityTitle = text('Stock Option (right to buy)')
  row.conversionOrExercisePrice = reported('decimal', `${20 + i}.5`)
  row.amounts.shares = reported('decimal', '10000')
  row.amounts.pricePerShare = reported('decimal', '0')
  row.exerciseDate = reported('date', undefined, { footnotes: ['F1'] })
  row.expirationDate = reported('date', '2036-11-24')
  row.underlyingSecurity = new UnderlyingSecurity()
  row.underlyingSecurity.title = text('Ordinary Shares')
  row.underlyingSecurity.shares = reported('decimal', '10000')
  row.postTransactionAmounts.sharesOwnedFollowingTransaction = reported('decimal', '10000')
  return row
}

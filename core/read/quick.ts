import { EDGAR_LAYOUT, gapOf } from '../model/layout.ts'
import {
  Footnotes,
  Issuer,
  OwnerSignature,
  OwnershipDocument,
  OwnershipNature,
  OwnershipRow,
  OwnershipTable,
  PostTransactionAmounts,
  ReportingOwner,
  ReportingOwnerAddress,
  ReportingOwnerId,
  ReportingOwnerRelationship,
  type RowElement,
  TransactionAmounts,
  TransactionCoding,
  UnderlyingSecurity,
} from '../model/ownershipDocument.ts'
import { Cursor, type FieldTexts } from './cursor.ts'
import { type Texts, textsOf } from './texts.ts'
import { XML_DECLARATION } from './xml/tree.ts'

/**
 * The fast way into the model. A document that EDGAR wrote has one layout, so what stands between two values can be
 * foretold: a run of white space and tags is compared as one text instead of being taken apart. The first difference
 * from what the writer would lay out gives the document up, and `parseXml` and `place` read it; whatever is read here is
 * well-formed, in the schema's order, and without anything unknown. The functions below say the element table once
 * more, because spelled out they run several times faster; a test holds every document against `place`.
 *
 * @param bytes the source
 * @param source the same as a string, one character a byte; a source with others than ASCII is given up
 * @returns the document, or `undefined` where it must be read the other way
 */
export function readQuickly(bytes: Uint8Array, source: string): OwnershipDocument | undefined {
  const rootStart = startOfRoot(source)
  if (rootStart < 0) return undefined
  const gapStart = rootStart + ROOT_OPEN.length
  const texts = source.startsWith(EDGAR_GAP, gapStart)
    ? EDGAR_TEXTS
    : textsOf(source.slice(gapStart, source.indexOf('<', gapStart)))
  cursor.begin(texts.foretold, bytes, source, gapStart)
  const document = readDocument(texts)
  const end = cursor.at
  cursor.end()
  if (!document || (end < source.length && !BLANK.test(source.slice(end)))) return undefined
  const prolog = source.slice(0, rootStart)
  if (end !== source.length || prolog !== EDGAR_LAYOUT.prolog || texts.style !== EDGAR_LAYOUT.style) {
    document.source = { style: texts.style, prolog, epilog: source.slice(end) }
  }
  return document
}

const EDGAR_GAP = gapOf(EDGAR_LAYOUT.style, 0, 1)
const EDGAR_TEXTS = textsOf(EDGAR_GAP)
const ROOT_OPEN = '<ownershipDocument>'
const BLANK = /^[\t\n\r ]*$/
const BEFORE_ROOT = new RegExp(`^(?:${XML_DECLARATION.source.slice(1)})?[\\t\\n\\r ]*$`)

/** Where the root begins, after at most a declaration and white space; -1 where something else stands there. */
function startOfRoot(source: string): number {
  const edgar = EDGAR_LAYOUT.prolog
  if (source.startsWith(edgar) && source.startsWith(ROOT_OPEN, edgar.length)) return edgar.length
  const start = source.slice(0, 500).indexOf(ROOT_OPEN)
  return start >= 0 && BEFORE_ROOT.test(source.slice(0, start)) ? start : -1
}

/** The one cursor: reading does not wait for anything, so nobody can come in between. */
const cursor = new Cursor()

function readDocument(t: Texts): OwnershipDocument | undefined {
  const document = new OwnershipDocument()
  const start = cursor.at
  document.schemaVersion = cursor.textLeaf(t.schemaVersion)
  document.documentType = cursor.textLeaf(t.documentType)
  document.periodOfReport = cursor.dateLeaf(t.periodOfReport)
  document.dateOfOriginalSubmission = cursor.dateLeaf(t.dateOfOriginalSubmission)
  document.noSecuritiesOwned = cursor.booleanLeaf(t.noSecuritiesOwned)
  document.notSubjectToSection16 = cursor.booleanLeaf(t.notSubjectToSection16)
  document.form3HoldingsReported = cursor.booleanLeaf(t.form3HoldingsReported)
  document.form4TransactionsReported = cursor.booleanLeaf(t.form4TransactionsReported)
  if (cursor.take(t.issuer.open)) document.issuer = readIssuer(t)
  while (cursor.take(t.reportingOwner.open)) document.reportingOwners.push(readOwner(t))
  document.aff10b5One = cursor.booleanLeaf(t.aff10b5One)
  if (cursor.take(t.nonDerivativeTable.open)) document.nonDerivativeTable = readTableI(t)
  if (cursor.take(t.derivativeTable.open)) document.derivativeTable = readTableII(t)
  if (cursor.take(t.footnotes.open)) document.footnotes = readFootnotes(t)
  document.remarks = cursor.textLeaf(t.remarks)
  while (cursor.take(t.ownerSignature.open)) document.ownerSignatures.push(readSignature(t))
  if (cursor.at === start) cursor.failed = true
  cursor.need(t.rootClose)
  return cursor.failed ? undefined : document
}

/** Closes an element whose content began at `start`. White space alone between its tags is a layout of its own. */
function close(texts: FieldTexts, start: number): void {
  cursor.need(cursor.at === start ? texts.close : texts.gapClose)
}

function readIssuer(t: Texts): Issuer {
  const issuer = new Issuer()
  const start = cursor.at
  issuer.cik = cursor.cikLeaf(t.issuerCik)
  issuer.name = cursor.textLeaf(t.issuerName)
  issuer.tradingSymbol = cursor.textLeaf(t.issuerTradingSymbol)
  issuer.foreignTradingSymbol = cursor.textLeaf(t.issuerForeignTradingSymbol)
  close(t.issuer, start)
  return issuer
}

function readOwner(t: Texts): ReportingOwner {
  const owner = new ReportingOwner()
  const start = cursor.at
  if (cursor.take(t.reportingOwnerId.open)) owner.id = readOwnerId(t)
  if (cursor.take(t.reportingOwnerAddress.open)) owner.address = readAddress(t)
  if (cursor.take(t.reportingOwnerRelationship.open)) owner.relationship = readRelationship(t)
  close(t.reportingOwner, start)
  return owner
}

function readOwnerId(t: Texts): ReportingOwnerId {
  const id = new ReportingOwnerId()
  const start = cursor.at
  id.cik = cursor.cikLeaf(t.rptOwnerCik)
  id.ccc = cursor.textLeaf(t.rptOwnerCcc)
  id.name = cursor.textLeaf(t.rptOwnerName)
  close(t.reportingOwnerId, start)
  return id
}

function readAddress(t: Texts): ReportingOwnerAddress {
  const address = new ReportingOwnerAddress()
  const start = cursor.at
  address.nonUSAddressFlag = cursor.booleanLeaf(t.rptOwnerNonUSAddressFlag)
  address.street1 = cursor.textLeaf(t.rptOwnerStreet1)
  address.street2 = cursor.textLeaf(t.rptOwnerStreet2)
  address.city = cursor.textLeaf(t.rptOwnerCity)
  address.nonUSStateTerritory = cursor.textLeaf(t.rptOwnerNonUSStateTerritory)
  address.state = cursor.textLeaf(t.rptOwnerState)
  address.country = cursor.textLeaf(t.rptOwnerCountry)
  address.zipCode = cursor.textLeaf(t.rptOwnerZipCode)
  address.stateDescription = cursor.textLeaf(t.rptOwnerStateDescription)
  address.goodAddress = cursor.booleanLeaf(t.rptOwnerGoodAddress)
  close(t.reportingOwnerAddress, start)
  return address
}

function readRelationship(t: Texts): ReportingOwnerRelationship {
  const relationship = new ReportingOwnerRelationship()
  const start = cursor.at
  relationship.isDirector = cursor.booleanLeaf(t.isDirector)
  relationship.isOfficer = cursor.booleanLeaf(t.isOfficer)
  relationship.isTenPercentOwner = cursor.booleanLeaf(t.isTenPercentOwner)
  relationship.isOther = cursor.booleanLeaf(t.isOther)
  relationship.officerTitle = cursor.textLeaf(t.officerTitle)
  relationship.otherText = cursor.textLeaf(t.otherText)
  close(t.reportingOwnerRelationship, start)
  return relationship
}

/** Lines outside a table (X0101) are left to the other reader: their place among the root's children is theirs alone. */
function readTableI(t: Texts): OwnershipTable {
  const table = new OwnershipTable()
  const start = cursor.at
  for (;;) {
    if (cursor.take(t.nonDerivativeTransaction.open)) {
      table.rows.push(readRow(t, t.nonDerivativeTransaction, 'nonDerivativeTransaction'))
    } else if (cursor.take(t.nonDerivativeHolding.open)) {
      table.rows.push(readRow(t, t.nonDerivativeHolding, 'nonDerivativeHolding'))
    } else break
  }
  close(t.nonDerivativeTable, start)
  return table
}

function readTableII(t: Texts): OwnershipTable {
  const table = new OwnershipTable()
  const start = cursor.at
  for (;;) {
    if (cursor.take(t.derivativeTransaction.open)) {
      table.rows.push(readRow(t, t.derivativeTransaction, 'derivativeTransaction'))
    } else if (cursor.take(t.derivativeHolding.open)) {
      table.rows.push(readRow(t, t.derivativeHolding, 'derivativeHolding'))
    } else break
  }
  close(t.derivativeTable, start)
  return table
}

function readRow(t: Texts, texts: FieldTexts, element: RowElement): OwnershipRow {
  const row = new OwnershipRow(element)
  const start = cursor.at
  row.securityTitle = cursor.textField(t.securityTitle)
  const derivative = row.isDerivative
  if (derivative) row.conversionOrExercisePrice = cursor.decimalField(t.conversionOrExercisePrice)
  row.transactionDate = cursor.dateField(t.transactionDate)
  row.deemedExecutionDate = cursor.dateField(t.deemedExecutionDate)
  if (cursor.take(t.transactionCoding.open)) row.coding = readCoding(t)
  row.timeliness = cursor.textField(t.transactionTimeliness)
  if (cursor.take(t.transactionAmounts.open)) row.amounts = readAmounts(t)
  if (derivative) {
    row.exerciseDate = cursor.dateField(t.exerciseDate)
    row.expirationDate = cursor.dateField(t.expirationDate)
    if (cursor.take(t.underlyingSecurity.open)) row.underlyingSecurity = readUnderlying(t)
  }
  if (cursor.take(t.postTransactionAmounts.open)) row.postTransactionAmounts = readPostAmounts(t)
  if (cursor.take(t.ownershipNature.open)) row.ownershipNature = readNature(t)
  close(texts, start)
  return row
}

function readCoding(t: Texts): TransactionCoding {
  const coding = new TransactionCoding()
  const start = cursor.at
  coding.formType = cursor.textLeaf(t.transactionFormType)
  coding.code = cursor.textLeaf(t.transactionCode)
  coding.equitySwapInvolved = cursor.booleanLeaf(t.equitySwapInvolved)
  coding.footnotes = cursor.references(t.transactionCoding.reference)
  close(t.transactionCoding, start)
  return coding
}

function readAmounts(t: Texts): TransactionAmounts {
  const amounts = new TransactionAmounts()
  const start = cursor.at
  amounts.shares = cursor.decimalField(t.transactionShares)
  amounts.totalValue = cursor.decimalField(t.transactionTotalValue)
  amounts.value = cursor.decimalField(t.transactionValue)
  amounts.pricePerShare = cursor.decimalField(t.transactionPricePerShare)
  amounts.acquiredDisposedCode = cursor.textField(t.transactionAcquiredDisposedCode)
  close(t.transactionAmounts, start)
  return amounts
}

function readUnderlying(t: Texts): UnderlyingSecurity {
  const underlying = new UnderlyingSecurity()
  const start = cursor.at
  underlying.title = cursor.textField(t.underlyingSecurityTitle)
  underlying.shares = cursor.decimalField(t.underlyingSecurityShares)
  underlying.value = cursor.decimalField(t.underlyingSecurityValue)
  close(t.underlyingSecurity, start)
  return underlying
}

function readPostAmounts(t: Texts): PostTransactionAmounts {
  const amounts = new PostTransactionAmounts()
  const start = cursor.at
  amounts.sharesOwnedFollowingTransaction = cursor.decimalField(t.sharesOwnedFollowingTransaction)
  amounts.valueOwnedFollowingTransaction = cursor.decimalField(t.valueOwnedFollowingTransaction)
  close(t.postTransactionAmounts, start)
  return amounts
}

function readNature(t: Texts): OwnershipNature {
  const nature = new OwnershipNature()
  const start = cursor.at
  nature.directOrIndirectOwnership = cursor.textField(t.directOrIndirectOwnership)
  nature.natureOfOwnership = cursor.textField(t.natureOfOwnership)
  close(t.ownershipNature, start)
  return nature
}

function readFootnotes(t: Texts): Footnotes {
  const footnotes = new Footnotes()
  const start = cursor.at
  while (!cursor.failed && cursor.take(t.footnote.open)) {
    footnotes.footnotes.push(cursor.footnote(t.footnote.close))
  }
  close(t.footnotes, start)
  return footnotes
}

function readSignature(t: Texts): OwnerSignature {
  const signature = new OwnerSignature()
  const start = cursor.at
  signature.name = cursor.textLeaf(t.signatureName)
  signature.date = cursor.dateLeaf(t.signatureDate)
  close(t.ownerSignature, start)
  return signature
}

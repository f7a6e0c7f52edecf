import {
  type CalendarDate,
  type Decimal,
  footnoteText,
  type OwnershipDocument,
  type OwnershipRow,
  type Reported,
  type ReportingOwner,
} from '@section16/core/model'
import { type Counts, decimalText } from './counts.ts'

/** Decimals added up exactly: one sum for each scale, brought together at the end. */
class ScaledSums {
  private readonly sums: bigint[] = []

  add(decimal: Decimal): void {
    this.sums[decimal.scale] = (this.sums[decimal.scale] ?? 0n) + decimal.units
  }

  toString(): string {
    const digits = Math.max(this.sums.length - 1, 0)
    let total = 0n
    for (const [scale, sum] of this.sums.entries()) total += (sum ?? 0n) * 10n ** BigInt(digits - scale)
    return decimalText(total, digits)
  }
}

/**
 * Visits every value of documents as read by section16, so that nothing that a reader put off is left undone:
 * decimals are parsed and added up, dates are decoded to days, flags and texts are made, and each reference to a
 * footnote is followed to its text. Keeps the sums over all documents visited.
 */
export class Visitor {
  private transactions = 0
  private holdings = 0
  private footnotes = 0
  private footnoteReferences = 0
  private transactionDays = 0
  private readonly shares = new ScaledSums()
  private readonly prices = new ScaledSums()
  /** What is made of all other values, so that no compiler can leave them out. */
  readonly others = { decimals: new ScaledSums(), days: 0, flags: 0, letters: 0 }

  visit(document: OwnershipDocument): void {
    const { footnotes } = document.footnotes
    this.footnotes += footnotes.length
    for (const footnote of footnotes) this.letters(footnote.text)
    this.visitHeader(document)
    for (const owner of document.reportingOwners) this.visitOwner(document, owner)
    for (const row of document.nonDerivativeTable.rows) this.visitRow(document, row)
    for (const row of document.derivativeTable.rows) this.visitRow(document, row)
    for (const signature of document.ownerSignatures) {
      this.text(document, signature.name)
      this.date(document, signature.date)
    }
  }

  /** All sums so far; `documents` is known to whoever called. */
  counts(): Omit<Counts, 'documents'> {
    return {
      transactions: this.transactions,
      holdings: this.holdings,
      footnotes: this.footnotes,
      footnoteReferences: this.footnoteReferences,
      transactionShares: this.shares.toString(),
      transactionPrices: this.prices.toString(),
      transactionDays: this.transactionDays,
    }
  }

  private visitHeader(document: OwnershipDocument): void {
    this.text(document, document.schemaVersion)
    this.text(document, document.documentType)
    this.date(document, document.periodOfReport)
    this.date(document, document.dateOfOriginalSubmission)
    this.flag(document, document.noSecuritiesOwned)
    this.flag(document, document.notSubjectToSection16)
    this.flag(document, document.form3HoldingsReported)
    this.flag(document, document.form4TransactionsReported)
    this.flag(document, document.aff10b5One)
    this.text(document, document.issuer.cik)
    this.text(document, document.issuer.name)
    this.text(document, document.issuer.tradingSymbol)
    this.text(document, document.issuer.foreignTradingSymbol)
    this.text(document, document.remarks)
  }

  private visitOwner(document: OwnershipDocument, { id, address, relationship }: ReportingOwner): void {
    this.text(document, id.cik)
    this.text(document, id.ccc)
    this.text(document, id.name)
    this.flag(document, address.nonUSAddressFlag)
    this.text(document, address.street1)
    this.text(document, address.street2)
    this.text(document, address.city)
    this.text(document, address.nonUSStateTerritory)
    this.text(document, address.state)
    this.text(document, address.country)
    this.text(document, address.zipCode)
    this.text(document, address.stateDescription)
    this.flag(document, address.goodAddress)
    this.flag(document, relationship.isDirector)
    this.flag(document, relationship.isOfficer)
    this.flag(document, relationship.isTenPercentOwner)
    this.flag(document, relationship.isOther)
    this.text(document, relationship.officerTitle)
    this.text(document, relationship.otherText)
  }

  private visitRow(document: OwnershipDocument, row: OwnershipRow): void {
    if (row.isTransaction) this.transactions += 1
    else this.holdings += 1
    this.text(document, row.securityTitle)
    this.decimal(document, row.conversionOrExercisePrice)
    this.transactionDays += this.date(document, row.transactionDate)
    this.date(document, row.deemedExecutionDate)
    this.text(document, row.coding.formType)
    this.text(document, row.coding.code)
    this.flag(document, row.coding.equitySwapInvolved)
    this.follow(document, row.coding.footnotes)
    this.text(document, row.timeliness)
    this.decimal(document, row.amounts.shares, this.shares)
    this.decimal(document, row.amounts.totalValue)
    this.decimal(document, row.amounts.value)
    this.decimal(document, row.amounts.pricePerShare, this.prices)
    this.text(document, row.amounts.acquiredDisposedCode)
    this.date(document, row.exerciseDate)
    this.date(document, row.expirationDate)
    this.text(document, row.underlyingSecurity.title)
    this.decimal(document, row.underlyingSecurity.shares)
    this.decimal(document, row.underlyingSecurity.value)
    this.decimal(document, row.postTransactionAmounts.sharesOwnedFollowingTransaction)
    this.decimal(document, row.postTransactionAmounts.valueOwnedFollowingTransaction)
    this.text(document, row.ownershipNature.directOrIndirectOwnership)
    this.text(document, row.ownershipNature.natureOfOwnership)
  }

  private decimal(document: OwnershipDocument, field: Reported<Decimal>, sum = this.others.decimals): void {
    const { value } = field
    if (value !== undefined) sum.add(value)
    this.follow(document, field.footnotes)
  }

  private date(document: OwnershipDocument, field: Reported<CalendarDate>): number {
    const day = field.value?.day ?? 0
    this.others.days += day
    this.follow(document, field.footnotes)
    return day
  }

  private flag(document: OwnershipDocument, field: Reported<boolean>): void {
    if (field.value === true) this.others.flags += 1
    this.follow(document, field.footnotes)
  }

  private text(document: OwnershipDocument, field: Reported<string>): void {
    const { value } = field
    if (value !== undefined) this.letters(value)
    this.follow(document, field.footnotes)
  }

  private follow(document: OwnershipDocument, ids: readonly string[]): void {
    if (ids.length === 0) return
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as string
      const text = footnoteText(document, id)
      if (text === undefined) continue
      this.footnoteReferences += 1
      this.letters(text)
    }
  }

  /** Length and last letter: enough that the text must have been made. */
  private letters(text: string): void {
    if (text.length > 0) this.others.letters += text.length + text.charCodeAt(text.length - 1)
  }
}

import { describe, expect, it } from 'vitest'
import {
  Footnote,
  Footnotes,
  OwnershipDocument,
  OwnershipRow,
  OwnershipTable,
  ReportingOwner,
  type RowElement,
} from '../model/ownershipDocument.ts'
import { reported } from '../model/reported.ts'
import { formPlace } from './formPlace.ts'

function documentOf(type: string): OwnershipDocument {
  const document = new OwnershipDocument()
  document.documentType = reported('text', type)
  document.reportingOwners = [new ReportingOwner(), new ReportingOwner()]
  document.nonDerivativeTable = tableOf('nonDerivativeTransaction', 'nonDerivativeHolding', 'nonDerivativeTransaction')
  document.derivativeTable = tableOf('derivativeTransaction')
  document.footnotes = new Footnotes()
  document.footnotes.footnotes = [new Footnote('F1', 'One.'), new Footnote('F7', 'Seven.')]
  return document
}

function tableOf(...elements: RowElement[]): OwnershipTable {
  const table = new OwnershipTable()
  table.rows = elements.map((element) => new OwnershipRow(element))
  return table
}

const ROOT = '/ownershipDocument'
const I = `${ROOT}/nonDerivativeTable`
const II = `${ROOT}/derivativeTable/derivativeTransaction[1]`

describe('formPlace', () => {
  it.each([
    [`${I}/nonDerivativeTransaction[2]/transactionAmounts/transactionPricePerShare`, 'Table I, row 3, column 4'],
    [`${I}/nonDerivativeHolding[1]/ownershipNature/natureOfOwnership`, 'Table I, row 2, column 7'],
    [`${I}/nonDerivativeTransaction[1]/transactionCoding/transactionCode`, 'Table I, row 1, column 3'],
    [`${I}/nonDerivativeTransaction[1]`, 'Table I, row 1'],
    [`${I}/nonDerivativeTransaction[3]/securityTitle`, 'Table I'],
    [I, 'Table I'],
    [`${II}/transactionAmounts/transactionShares`, 'Table II, row 1, column 5'],
    [`${II}/transactionAmounts/transactionAcquiredDisposedCode/value`, 'Table II, row 1, column 5'],
    [`${II}/underlyingSecurity/underlyingSecurityTitle`, 'Table II, row 1, column 7'],
    [`${II}/underlyingSecurity`, 'Table II, row 1, column 7'],
    [`${II}/deemedExecutionDate`, 'Table II, row 1, column 3A'],
    [`${ROOT}/periodOfReport`, 'Item 3'],
    [`${ROOT}/issuer/issuerCik`, 'Item 2'],
    [`${ROOT}/issuer/issuerForeignTradingSymbol`, 'Item 2a'],
    [`${ROOT}/reportingOwner[2]/reportingOwnerRelationship/isOfficer`, 'Item 5, owner 2'],
    [`${ROOT}/reportingOwner[1]/reportingOwnerId/rptOwnerCik`, 'Item 1, owner 1'],
    [`${ROOT}/footnotes/footnote[2]`, 'Footnote 7'],
    [`${ROOT}/footnotes`, 'Explanation of Responses'],
    [`${ROOT}/remarks`, 'Remarks'],
    [`${ROOT}/ownerSignature[2]/signatureDate`, 'Signature 2'],
    [`${ROOT}/aff10b5One`, 'Box “Made under a contract, instruction or written plan of Rule 10b5-1(c).”'],
  ])('%s', (path, place) => {
    expect(formPlace(documentOf('4'), path)).toBe(place)
  })

  it('counts as each form does', () => {
    const price = `${I}/nonDerivativeHolding[1]/postTransactionAmounts/sharesOwnedFollowingTransaction`
    expect(formPlace(documentOf('3'), price)).toBe('Table I, row 2, column 2')
    expect(formPlace(documentOf('5/A'), price)).toBe('Table I, row 2, column 5')
    expect(formPlace(documentOf('3'), `${ROOT}/issuer`)).toBe('Item 3')
    // Form 5 has no column V: what is said of lateness stands beside the code.
    expect(formPlace(documentOf('5'), `${II}/transactionTimeliness`)).toBe('Table II, row 1, column 4')
  })

  it('has no name for what no form shows', () => {
    for (const path of ['', '/', '/other/issuer', ROOT, `${ROOT}/new`]) {
      expect(formPlace(documentOf('4'), path)).toBeUndefined()
    }
  })

  it('says Item without an owner where there is one', () => {
    const document = documentOf('4')
    document.reportingOwners = [new ReportingOwner()]
    expect(formPlace(document, `${ROOT}/reportingOwner[1]/reportingOwnerId`)).toBe('Item 1')
  })
})

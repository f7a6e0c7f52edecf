import { expect, test } from 'vitest'
import { documentOf, form4, JANE, OF_2003, TRUST } from './inventedFilings.mts'
import { toSecApi } from './secApi.ts'

const origin = { accessionNumber: '0009000009-24-000007', filedAsOf: '2024-05-31', acceptedAt: '2024-05-31T18:05:01' }

test('a filing has the shape that readers of it know', () => {
  const { nonDerivativeTable, derivativeTable, ...filing } = toSecApi(documentOf(form4()), origin)
  const owner = {
    cik: '9000002',
    name: 'Quill Jane',
    address: { street1: '1 FERN WAY', city: 'OAKTON', state: 'CA', zipCode: '94000' },
    relationship: {
      isDirector: true,
      isOfficer: true,
      officerTitle: 'Chief "Everything" Officer',
      isTenPercentOwner: false,
      isOther: false,
    },
  }
  expect(filing).toEqual({
    accessionNo: '0009000009-24-000007',
    filedAt: '2024-05-31T18:05:01-04:00',
    schemaVersion: 'X0508',
    documentType: '4',
    periodOfReport: '2024-05-29',
    notSubjectToSection16: false,
    aff10b5One: true,
    issuer: { cik: '9000001', name: 'Fernhill, Instruments & Co.', tradingSymbol: 'FERN' },
    reportingOwner: owner,
    reportingOwners: [owner],
    footnotes: [
      { id: 'F1', text: 'Sold under a plan, "as agreed".' },
      { id: 'F2', text: 'See\nthe trust deed.' },
    ],
    remarks: 'Two of two',
    ownerSignatureName: '/s/ Jane Quill',
    ownerSignatureNameDate: '2024-05-31',
    ownerSignatures: [
      { name: '/s/ Jane Quill', date: '2024-05-31' },
      { name: '/s/ Jane Quill, trustee', date: '2024-06-01' },
    ],
  })
  expect(nonDerivativeTable?.holdings).toHaveLength(1)
  expect(derivativeTable?.holdings).toHaveLength(1)
})

test('lines have their fields in groups, footnotes beside them', () => {
  const { nonDerivativeTable, derivativeTable } = toSecApi(documentOf(form4()))
  expect(nonDerivativeTable?.transactions?.[0]).toEqual({
    securityTitle: 'Common Stock',
    securityTitleFootnoteId: ['F1'],
    transactionDate: '2024-05-29',
    coding: { formType: '4', code: 'S', equitySwapInvolved: false, footnoteId: ['F1'] },
    amounts: { shares: 14706, pricePerShare: 3.4978, pricePerShareFootnoteId: ['F1', 'F2'], acquiredDisposedCode: 'D' },
    // More digits than a JSON number holds.
    postTransactionAmounts: { sharesOwnedFollowingTransaction: '12345678901234567.1234' },
    ownershipNature: { directOrIndirectOwnership: 'D' },
  })
  expect(nonDerivativeTable?.holdings?.[0]).toEqual({
    securityTitle: 'Class B Stock',
    coding: {},
    postTransactionAmounts: { valueOwnedFollowingTransaction: 1250.5 },
    ownershipNature: {
      directOrIndirectOwnership: 'I',
      natureOfOwnership: 'By Trust',
      natureOfOwnershipFootnoteId: ['F2'],
    },
  })
  expect(derivativeTable?.transactions?.[0]).toEqual({
    securityTitle: 'Option (right to buy)',
    conversionOrExercisePriceFootnoteId: ['F2'],
    transactionDate: '2024-05-28',
    deemedExecutionDate: '2024-05-29',
    coding: { formType: '4', code: 'A', equitySwapInvolved: false },
    // A price that only a footnote tells is left out, and is not 0.
    amounts: { totalValue: 100000.005, pricePerShareFootnoteId: ['F9'], acquiredDisposedCode: 'A' },
    exerciseDate: '2025-05-28',
    expirationDateFootnoteId: ['F2'],
    underlyingSecurity: { title: 'Common Stock', shares: 0.0033 },
    postTransactionAmounts: { sharesOwnedFollowingTransaction: 7 },
    ownershipNature: { directOrIndirectOwnership: 'D' },
  })
})

test('zero is a price, and what is no date is left out', () => {
  const gift = toSecApi(documentOf(form4())).nonDerivativeTable?.transactions?.[1]
  expect(gift?.amounts).toEqual({ shares: 0.5, pricePerShare: 0, acquiredDisposedCode: 'D' })
  expect(gift).not.toHaveProperty('transactionDate')
})

test.each([
  ['0.1', 0.1],
  ['1.10', 1.1],
  ['999999999999.9999', 999999999999.9999],
  ['9007199254740993', '9007199254740993'],
  ['0.0000001', '0.0000001'],
  ['1000000000000000000000', '1000000000000000000000'],
])('%s is given as %j', (written, given) => {
  const { nonDerivativeTable } = toSecApi(documentOf(form4().replace('3.49780', written)))
  expect(nonDerivativeTable?.transactions?.[0]?.amounts?.pricePerShare).toBe(given)
})

test('a joint filing keeps all its owners', () => {
  const { reportingOwner, reportingOwners } = toSecApi(documentOf(form4(JANE + TRUST)))
  expect(reportingOwner?.name).toBe('Quill Jane')
  expect(reportingOwners.map(({ cik }) => cik)).toEqual(['9000002', '9000003'])
  expect(reportingOwners[1]).toEqual({
    cik: '9000003',
    name: 'Quill Family Trust',
    relationship: {
      isDirector: false,
      isOfficer: false,
      isTenPercentOwner: true,
      isOther: true,
      otherText: 'Group member',
    },
  })
})

test('the value of 2003 has its own name, and a filing of which nothing is known says nothing', () => {
  const { nonDerivativeTable, aff10b5One, filedAt, accessionNo } = toSecApi(documentOf(OF_2003))
  expect(nonDerivativeTable?.transactions?.[0]?.amounts).toEqual({ shares: 10, transactionValue: 250 })
  expect([aff10b5One, filedAt, accessionNo]).toEqual([undefined, undefined, undefined])
  expect(toSecApi(documentOf(OF_2003), { filedAsOf: '2003-07-02' }).filedAt).toBe('2003-07-02')
})

test('no CCC comes out', () => {
  expect(JSON.stringify(toSecApi(documentOf(form4()), origin))).not.toContain('secret')
})

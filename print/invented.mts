/** Inventions for the tests of the print room: forms by how much stands on them. */
import { readOwnershipXml } from '@section16/core/read'

/** A Form 4 with that many owners, rows in each table, and footnotes of several lines. Every text is invented. */
export function inventedForm(owners: number, rows: number, notes: number) {
  const many = (count: number, each: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => each(i + 1)).join('')
  const value = (name: string, content: string, note?: number) =>
    `<${name}><value>${content}</value>${note ? `<footnoteId id="F${note}"/>` : ''}</${name}>`
  const note = (i: number) => (notes === 0 ? undefined : ((i - 1) % notes) + 1)
  const owner = (
    i: number,
  ) => `<reportingOwner><reportingOwnerId><rptOwnerCik>${String(9990000 + i).padStart(10, '0')}</rptOwnerCik>
<rptOwnerName>Imaginary Growth Partners ${i} L.P.</rptOwnerName></reportingOwnerId><reportingOwnerAddress>
<rptOwnerStreet1>${i} Nowhere Avenue</rptOwnerStreet1><rptOwnerCity>Springfield</rptOwnerCity><rptOwnerState>NY</rptOwnerState>
<rptOwnerZipCode>00000</rptOwnerZipCode></reportingOwnerAddress><reportingOwnerRelationship><isDirector>${i % 2}</isDirector>
<isTenPercentOwner>1</isTenPercentOwner>${i % 3 === 0 ? '<isOther>1</isOther><otherText>Member of a group</otherText>' : ''}</reportingOwnerRelationship></reportingOwner>`
  const coding =
    '<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>S</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>'
  const after = (i: number) =>
    `<postTransactionAmounts>${value('sharesOwnedFollowingTransaction', `${7654321 - i * 1000}`, note(i + 2))}</postTransactionAmounts><ownershipNature>${value('directOrIndirectOwnership', 'I')}${value('natureOfOwnership', `By Trust ${i}, of which the reporting person is a trustee`, note(i + 3))}</ownershipNature>`
  const amounts = (i: number) =>
    `<transactionAmounts>${value('transactionShares', `${1000 + i}`, note(i))}${value('transactionPricePerShare', `${10 + i}.1234`, note(i + 1))}${value('transactionAcquiredDisposedCode', 'D')}</transactionAmounts>`
  const plain = (i: number) =>
    `<nonDerivativeTransaction>${value('securityTitle', `Class A Common Stock, series ${i}`)}${value('transactionDate', '2025-06-02')}${coding}${amounts(i)}${after(i)}</nonDerivativeTransaction>`
  const derivative = (i: number) =>
    `<derivativeTransaction>${value('securityTitle', `Restricted Stock Units ${i}`)}${value('conversionOrExercisePrice', '12.5', note(i))}${value('transactionDate', '2025-06-02')}${coding}${amounts(i)}${value('exerciseDate', '2026-01-15')}${value('expirationDate', '2031-01-15')}<underlyingSecurity>${value('underlyingSecurityTitle', 'Class A Common Stock')}${value('underlyingSecurityShares', `${1000 + i}`)}</underlyingSecurity>${after(i)}</derivativeTransaction>`
  const text =
    'The shares were sold in several trades at prices within the range stated here; the reporting person undertakes to give the number of shares sold at each price to anyone who asks for it. '
  const xml = `<?xml version="1.0"?><ownershipDocument><schemaVersion>X0508</schemaVersion><documentType>4</documentType><periodOfReport>2025-06-02</periodOfReport>
<aff10b5One>0</aff10b5One><issuer><issuerCik>0009999901</issuerCik><issuerName>Invented Holdings Inc.</issuerName><issuerTradingSymbol>NVTD</issuerTradingSymbol></issuer>
${many(owners, owner)}<nonDerivativeTable>${many(rows, plain)}</nonDerivativeTable><derivativeTable>${many(rows, derivative)}</derivativeTable>
<footnotes>${many(notes, (i) => `<footnote id="F${i}">Note ${i}: ${text.repeat(1 + (i % 6))}</footnote>`)}</footnotes><remarks>First line.\nSecond line.</remarks>
${many(owners, (i) => `<ownerSignature><signatureName>/s/ Signer ${i}</signatureName><signatureDate>2025-06-03</signatureDate></ownerSignature>`)}</ownershipDocument>`
  return readOwnershipXml(new TextEncoder().encode(xml)).document!
}

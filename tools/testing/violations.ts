/**
 * Ways to break a form that the schema must see, each a change of its text; the text itself where there is nothing to
 * break. They show that the oracle can say no.
 */
export const VIOLATIONS: Readonly<Record<string, (form: string) => string>> = {
  noDocumentType: without('documentType'),
  noPeriodOfReport: without('periodOfReport'),
  noOriginalDate: without('dateOfOriginalSubmission'),
  noIssuerCik: without('issuerCik'),
  noTradingSymbol: without('issuerTradingSymbol'),
  noOwner: (form) => form.replace(/ *<reportingOwner>[\s\S]*<\/reportingOwner>\n/, ''),
  noRelationship: (form) => form.replace(/ *<reportingOwnerRelationship>[\s\S]*?<\/reportingOwnerRelationship>\n/, ''),
  noAff10b5One: without('aff10b5One'),
  noSignature: (form) => form.replace(/ *<ownerSignature>[\s\S]*<\/ownerSignature>\n/, ''),
  noSignatureDate: without('signatureDate'),
  noTitle: without('securityTitle'),
  noShares: without('transactionShares'),
  noPrice: without('transactionPricePerShare'),
  noDirectOrIndirect: without('directOrIndirectOwnership'),
  sharesByFootnote: (form) => form.replace(/(<transactionShares>\s*)<value>[^<]*<\/value>/, '$1<footnoteId id="F1"/>'),
  natureByFootnote: (form) => form.replace(/(<natureOfOwnership>\s*)<value>[^<]*<\/value>/, '$1<footnoteId id="F1"/>'),
  longTitle: value('securityTitle', 'x'.repeat(61)),
  longNature: value('natureOfOwnership', 'x'.repeat(101)),
  longRemarks: leaf('remarks', 'x'.repeat(2001)),
  longSignature: leaf('signatureName', 'x'.repeat(256)),
  longSymbol: leaf('issuerTradingSymbol', 'ABCDEFGHIJK'),
  longForeignSymbol: leaf('issuerForeignTradingSymbol', 'ABCDEFGHIJKLMNO'),
  longOfficerTitle: leaf('officerTitle', 'x'.repeat(31)),
  longCik: leaf('issuerCik', '12345678901'),
  lineBreakInCik: leaf('rptOwnerCik', '1234\n567'),
  longCcc: (form) => form.replace('</rptOwnerCik>', '</rptOwnerCik><rptOwnerCcc>ninechars</rptOwnerCcc>'),
  foreignState: leaf('rptOwnerState', 'N4'),
  unknownCountry: leaf('rptOwnerCountry', 'LU'),
  plusInZip: leaf('rptOwnerZipCode', '+1234'),
  fiveDecimals: value('transactionShares', '1.00001'),
  thirteenDigits: value('sharesOwnedFollowingTransaction', '1000000000000'),
  negative: value('transactionPricePerShare', '-1'),
  exponent: value('conversionOrExercisePrice', '1e3'),
  comma: value('underlyingSecurityShares', '1,000'),
  emptyNumber: value('valueOwnedFollowingTransaction', ''),
  noSuchDay: value('transactionDate', '2026-02-30'),
  emptyDay: value('expirationDate', ''),
  shouted: leaf('isDirector', 'TRUE'),
  emptyFlag: leaf('equitySwapInvolved', ''),
  codeK: leaf('transactionCode', 'K'),
  formType3: (form) => form.replace(/<transactionFormType>[45]</, '<transactionFormType>3<'),
  disposedB: value('transactionAcquiredDisposedCode', 'B'),
  timelinessX: value('transactionTimeliness', 'X'),
  F100: (form) => form.replace(/<footnoteId id="F\d+"/, '<footnoteId id="F100"'),
  F01: (form) => form.replace(/<footnote id="F\d+"/, '<footnote id="F01"'),
  footnoteTwice: (form) => form.replace(/( *<footnote id="F\d+">[^<]*<\/footnote>\n)/, '$1$1'),
  elementInFootnote: (form) => form.replace('</footnote>', '<b/></footnote>'),
  unknownElement: (form) => form.replace('<issuer>', '<issuerCusip>1</issuerCusip><issuer>'),
  otherOrder: (form) => form.replace(/( *<documentType>.*\n)(\s*<periodOfReport>.*\n)/, '$2$1'),
  aNamespace: (form) => form.replace('<ownershipDocument>', '<ownershipDocument xmlns="urn:x">'),
  manyOwners: (form) => form.replace(/ *<reportingOwner>[\s\S]*?<\/reportingOwner>\n/, (one) => one.repeat(11)),
  manyRows: (form) =>
    form.replace(/ *<(nonDerivative(?:Transaction|Holding))>[\s\S]*?<\/\1>\n/, (one) => one.repeat(31)),
  manySignatures: (form) => form.replace(/ *<ownerSignature>[\s\S]*?<\/ownerSignature>\n/, (one) => one.repeat(11)),
}

/** Takes out the first element of a name, whether or not it has children. */
function without(element: string): (form: string) => string {
  const pattern = new RegExp(` *<${element}>[\\s\\S]*?</${element}>\\n`)
  return (form) => form.replace(pattern, '')
}

/** Says something else in the first leaf of a name. */
function leaf(element: string, text: string): (form: string) => string {
  const pattern = new RegExp(`<${element}>[^<]*</${element}>`)
  return (form) => form.replace(pattern, `<${element}>${text}</${element}>`)
}

/** Says something else in the value of the first field of a name. */
function value(element: string, text: string): (form: string) => string {
  const pattern = new RegExp(`(<${element}>\\s*)<value>[^<]*</value>`)
  return (form) => form.replace(pattern, `$1<value>${text}</value>`)
}

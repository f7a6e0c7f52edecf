/** Invented filings for the tests of rows and tables, as XML and as documents. */
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'

/** The document of an XML text that must be readable. */
export function documentOf(xml: string): OwnershipDocument {
  const { document } = readOwnershipXml(xml)
  if (!document) throw new Error('the invented filing was refused')
  return document
}

/** A person's owner block. */
export const JANE = `<reportingOwner>
  <reportingOwnerId><rptOwnerCik>0009000002</rptOwnerCik><rptOwnerCcc>secret#1</rptOwnerCcc><rptOwnerName>Quill Jane</rptOwnerName></reportingOwnerId>
  <reportingOwnerAddress><rptOwnerStreet1>1 FERN WAY</rptOwnerStreet1><rptOwnerCity>OAKTON</rptOwnerCity><rptOwnerState>CA</rptOwnerState><rptOwnerZipCode>94000</rptOwnerZipCode></reportingOwnerAddress>
  <reportingOwnerRelationship><isDirector>1</isDirector><isOfficer>true</isOfficer><officerTitle>Chief &quot;Everything&quot; Officer</officerTitle></reportingOwnerRelationship>
</reportingOwner>`

/** Her trust's, a ten percent owner. */
export const TRUST = `<reportingOwner>
  <reportingOwnerId><rptOwnerCik>9000003</rptOwnerCik><rptOwnerName>Quill Family Trust</rptOwnerName></reportingOwnerId>
  <reportingOwnerRelationship><isDirector>0</isDirector><isTenPercentOwner>1</isTenPercentOwner><isOther>1</isOther><otherText>Group member</otherText></reportingOwnerRelationship>
</reportingOwner>`

/** A Form 4 with all four kinds of line; `owners` and `extra` (elements before the issuer) may be changed. */
export function form4(owners = JANE, extra = ''): string {
  return `<?xml version="1.0"?>
<ownershipDocument>
  <schemaVersion>X0508</schemaVersion><documentType>4</documentType><periodOfReport>2024-05-29</periodOfReport>${extra}
  <notSubjectToSection16>false</notSubjectToSection16>
  <issuer><issuerCik>9000001</issuerCik><issuerName>Fernhill, Instruments &amp; Co.</issuerName><issuerTradingSymbol>FERN</issuerTradingSymbol></issuer>
  ${owners}
  <aff10b5One>1</aff10b5One>
  <nonDerivativeTable>
    <nonDerivativeHolding>
      <securityTitle><value>Class B Stock</value></securityTitle>
      <postTransactionAmounts><valueOwnedFollowingTransaction><value>1250.50</value></valueOwnedFollowingTransaction></postTransactionAmounts>
      <ownershipNature><directOrIndirectOwnership><value>I</value></directOrIndirectOwnership><natureOfOwnership><value>By Trust</value><footnoteId id="F2"/></natureOfOwnership></ownershipNature>
    </nonDerivativeHolding>
    <nonDerivativeTransaction>
      <securityTitle><value>Common Stock</value><footnoteId id="F1"/></securityTitle>
      <transactionDate><value>2024-05-29</value></transactionDate>
      <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>S</transactionCode><equitySwapInvolved>0</equitySwapInvolved><footnoteId id="F1"/></transactionCoding>
      <transactionAmounts>
        <transactionShares><value>14706</value></transactionShares>
        <transactionPricePerShare><value>3.49780</value><footnoteId id="F1"/><footnoteId id="F2"/></transactionPricePerShare>
        <transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode>
      </transactionAmounts>
      <postTransactionAmounts><sharesOwnedFollowingTransaction><value>12345678901234567.1234</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
      <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
    </nonDerivativeTransaction>
    <nonDerivativeTransaction>
      <securityTitle><value>=cmd()</value></securityTitle>
      <transactionDate><value>2024-02-30</value></transactionDate>
      <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>G</transactionCode><equitySwapInvolved>true</equitySwapInvolved></transactionCoding>
      <transactionTimeliness><value>L</value></transactionTimeliness>
      <transactionAmounts>
        <transactionShares><value>.5</value></transactionShares>
        <transactionPricePerShare><value>0</value></transactionPricePerShare>
        <transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode>
      </transactionAmounts>
      <postTransactionAmounts><sharesOwnedFollowingTransaction><value>0</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
      <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
    </nonDerivativeTransaction>
  </nonDerivativeTable>
  <derivativeTable>
    <derivativeTransaction>
      <securityTitle><value>Option (right to buy)</value></securityTitle>
      <conversionOrExercisePrice><footnoteId id="F2"/></conversionOrExercisePrice>
      <transactionDate><value>2024-05-28</value></transactionDate>
      <deemedExecutionDate><value>2024-05-29</value></deemedExecutionDate>
      <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>A</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
      <transactionAmounts>
        <transactionTotalValue><value>100000.005</value></transactionTotalValue>
        <transactionPricePerShare><footnoteId id="F9"/></transactionPricePerShare>
        <transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode>
      </transactionAmounts>
      <exerciseDate><value>2025-05-28</value></exerciseDate>
      <expirationDate><footnoteId id="F2"/></expirationDate>
      <underlyingSecurity><underlyingSecurityTitle><value>Common Stock</value></underlyingSecurityTitle><underlyingSecurityShares><value>0.0033</value></underlyingSecurityShares></underlyingSecurity>
      <postTransactionAmounts><sharesOwnedFollowingTransaction><value>7</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
      <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
    </derivativeTransaction>
    <derivativeHolding>
      <securityTitle><value>Warrant</value></securityTitle>
      <conversionOrExercisePrice><value>10</value></conversionOrExercisePrice>
      <exerciseDate><value>2020-01-02</value></exerciseDate>
      <expirationDate><value>2030-01-02</value></expirationDate>
      <underlyingSecurity><underlyingSecurityTitle><value>Common Stock</value></underlyingSecurityTitle><underlyingSecurityValue><value>500</value></underlyingSecurityValue></underlyingSecurity>
      <postTransactionAmounts><sharesOwnedFollowingTransaction><value>50</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
      <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
    </derivativeHolding>
  </derivativeTable>
  <footnotes><footnote id="F1">Sold under a plan, "as agreed".</footnote><footnote id="F2">See
the trust deed.</footnote></footnotes>
  <remarks>Two of two</remarks>
  <ownerSignature><signatureName>/s/ Jane Quill</signatureName><signatureDate>2024-05-31</signatureDate></ownerSignature>
  <ownerSignature><signatureName>/s/ Jane Quill, trustee</signatureName><signatureDate>2024-06-01</signatureDate></ownerSignature>
</ownershipDocument>`
}

/** A filing of the 2003 dialect: lines outside tables, `transactionValue` in place of a price. */
export const OF_2003 = `<?xml version="1.0"?>
<ownershipDocument><schemaVersion>X0101</schemaVersion><documentType>4</documentType><periodOfReport>2003-07-01</periodOfReport>
<issuer><issuerCik>9000001</issuerCik><issuerName>Fernhill</issuerName></issuer>${TRUST}
<nonDerivativeSecurity><securityTitle><value>Common</value></securityTitle><transactionDate><value>2003-07-01</value></transactionDate>
<transactionAmounts><transactionShares><value>10</value></transactionShares><transactionValue><value>250</value></transactionValue></transactionAmounts></nonDerivativeSecurity>
</ownershipDocument>`

/** A submission with a header around a Form 4. */
export const SUBMISSION = `<SEC-DOCUMENT>0009000009-24-000007.txt : 20240531
<SEC-HEADER>0009000009-24-000007.hdr.sgml : 20240531
<ACCEPTANCE-DATETIME>20240531180501
ACCESSION NUMBER:		0009000009-24-000007
CONFORMED SUBMISSION TYPE:	4
PUBLIC DOCUMENT COUNT:		1
CONFORMED PERIOD OF REPORT:	20240529
FILED AS OF DATE:		20240531
DATE AS OF CHANGE:		20240531

REPORTING-OWNER:

	OWNER DATA:
		COMPANY CONFORMED NAME:			Quill Jane
		CENTRAL INDEX KEY:			0009000002

	FILING VALUES:
		FORM TYPE:		4
		SEC ACT:		1934 Act
		SEC FILE NUMBER:	001-90001
		FILM NUMBER:		24000001

ISSUER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			Fernhill
		CENTRAL INDEX KEY:			0009000001

	FILING VALUES:
		FORM TYPE:		4
		SEC FILE NUMBER:	001-90009
</SEC-HEADER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>doc.xml
<TEXT>
<XML>
${form4()}
</XML>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`

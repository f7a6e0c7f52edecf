import { type ElementPath, type GroupPath, groupAt, leafAt } from '../model/elementPath.ts'
import { type ElementDefinition, OWNERSHIP_DOCUMENT } from '../model/elements.ts'

/** The eight tables of the SEC's Insider Transactions Data Sets; a file is named `SUBMISSION.tsv` and so on. */
export const dataSetTableNames = [
  'SUBMISSION',
  'REPORTINGOWNER',
  'NONDERIV_TRANS',
  'NONDERIV_HOLDING',
  'DERIV_TRANS',
  'DERIV_HOLDING',
  'FOOTNOTES',
  'OWNER_SIGNATURE',
] as const

export type DataSetTableName = (typeof dataSetTableNames)[number]

/** The tables of lines. Their second column is a number that the SEC makes, unique in its file: `NONDERIV_TRANS_SK`. */
export type DataSetRowTableName = 'NONDERIV_TRANS' | 'NONDERIV_HOLDING' | 'DERIV_TRANS' | 'DERIV_HOLDING'

/** One column, and where its cells come from. */
export type DataSetColumn =
  /** Known from around the document: its header, or the table itself. */
  | { name: string; from: 'accessionNumber' | 'filingDate' | 'fileNumber' | 'surrogateKey' }
  /** The value of an element. */
  | { name: string; from: 'value'; path: ElementPath }
  /** The ids of the footnotes on an element, `F1, F2`. */
  | { name: string; from: 'footnotes'; path: ElementPath }
  /** The ids of the footnotes on a group of elements. */
  | { name: string; from: 'groupFootnotes'; path: GroupPath }
  /** The four flags of an owner as a list of words, see `relationshipWords`. */
  | { name: string; from: 'relationship' }
  | { name: string; from: 'footnoteId' | 'footnoteText' }

/** The words of `RPTOWNER_RELATIONSHIP` in the SEC's order, and the flag that each stands for. */
export const relationshipWords = [
  ['Director', 'isDirector'],
  ['Officer', 'isOfficer'],
  ['TenPercentOwner', 'isTenPercentOwner'],
  ['Other', 'isOther'],
] as const

const DOCUMENT = OWNERSHIP_DOCUMENT.children
const OWNER = groupAt(DOCUMENT, 'reportingOwner')[0]!.children
const SIGNATURE = groupAt(DOCUMENT, 'ownerSignature')[0]!.children
const LINE = linesOf(groupAt(DOCUMENT, 'nonDerivativeTable')[0]!.children)

const ACCESSION_NUMBER: DataSetColumn = { name: 'ACCESSION_NUMBER', from: 'accessionNumber' }

/**
 * The columns of each table in the order of the SEC's own files, under the SEC's own names: `EXCERCISE_DATE` is
 * misspelled in one table and not in the other, and `AFF10B5ONE` is last because it came later (files from 2023 Q2 on,
 * re-published). Load by name, never by position.
 * Source: readme, metadata and headers of the data sets, works of the US government (dissemination.md section 9.2).
 */
export const dataSetColumns: Readonly<Record<DataSetTableName, readonly DataSetColumn[]>> = {
  SUBMISSION: [
    ACCESSION_NUMBER,
    { name: 'FILING_DATE', from: 'filingDate' },
    value(DOCUMENT, 'PERIOD_OF_REPORT', 'periodOfReport'),
    value(DOCUMENT, 'DATE_OF_ORIG_SUB', 'dateOfOriginalSubmission'),
    value(DOCUMENT, 'NO_SECURITIES_OWNED', 'noSecuritiesOwned'),
    value(DOCUMENT, 'NOT_SUBJECT_SEC16', 'notSubjectToSection16'),
    value(DOCUMENT, 'FORM3_HOLDINGS_REPORTED', 'form3HoldingsReported'),
    value(DOCUMENT, 'FORM4_TRANS_REPORTED', 'form4TransactionsReported'),
    value(DOCUMENT, 'DOCUMENT_TYPE', 'documentType'),
    value(DOCUMENT, 'ISSUERCIK', 'issuer/issuerCik'),
    value(DOCUMENT, 'ISSUERNAME', 'issuer/issuerName'),
    value(DOCUMENT, 'ISSUERTRADINGSYMBOL', 'issuer/issuerTradingSymbol'),
    value(DOCUMENT, 'REMARKS', 'remarks'),
    value(DOCUMENT, 'AFF10B5ONE', 'aff10b5One'),
  ],
  REPORTINGOWNER: [
    ACCESSION_NUMBER,
    value(OWNER, 'RPTOWNERCIK', 'reportingOwnerId/rptOwnerCik'),
    value(OWNER, 'RPTOWNERNAME', 'reportingOwnerId/rptOwnerName'),
    { name: 'RPTOWNER_RELATIONSHIP', from: 'relationship' },
    value(OWNER, 'RPTOWNER_TITLE', 'reportingOwnerRelationship/officerTitle'),
    value(OWNER, 'RPTOWNER_TXT', 'reportingOwnerRelationship/otherText'),
    value(OWNER, 'RPTOWNER_STREET1', 'reportingOwnerAddress/rptOwnerStreet1'),
    value(OWNER, 'RPTOWNER_STREET2', 'reportingOwnerAddress/rptOwnerStreet2'),
    value(OWNER, 'RPTOWNER_CITY', 'reportingOwnerAddress/rptOwnerCity'),
    value(OWNER, 'RPTOWNER_STATE', 'reportingOwnerAddress/rptOwnerState'),
    value(OWNER, 'RPTOWNER_ZIPCODE', 'reportingOwnerAddress/rptOwnerZipCode'),
    value(OWNER, 'RPTOWNER_STATE_DESC', 'reportingOwnerAddress/rptOwnerStateDescription'),
    { name: 'FILE_NUMBER', from: 'fileNumber' },
  ],
  NONDERIV_TRANS: [
    ...keysOf('NONDERIV_TRANS'),
    ...field('SECURITY_TITLE', 'securityTitle'),
    ...transactionStart(),
    ...field('TRANS_SHARES', 'transactionAmounts/transactionShares'),
    ...priceAndDirection(),
    ...ownedAfter(),
  ],
  NONDERIV_HOLDING: [
    ...keysOf('NONDERIV_HOLDING'),
    ...field('SECURITY_TITLE', 'securityTitle'),
    ...holdingCoding(),
    ...ownedAfter(),
  ],
  DERIV_TRANS: [
    ...keysOf('DERIV_TRANS'),
    ...field('SECURITY_TITLE', 'securityTitle'),
    ...field('CONV_EXERCISE_PRICE', 'conversionOrExercisePrice'),
    ...transactionStart(),
    ...field('TRANS_SHARES', 'transactionAmounts/transactionShares'),
    ...field('TRANS_TOTAL_VALUE', 'transactionAmounts/transactionTotalValue'),
    ...priceAndDirection(),
    ...field('EXCERCISE_DATE', 'exerciseDate'),
    ...expirationAndUnderlying(),
    ...ownedAfter(),
  ],
  DERIV_HOLDING: [
    ...keysOf('DERIV_HOLDING'),
    ...field('SECURITY_TITLE', 'securityTitle'),
    ...field('CONV_EXERCISE_PRICE', 'conversionOrExercisePrice'),
    ...holdingCoding(),
    ...field('EXERCISE_DATE', 'exerciseDate'),
    ...expirationAndUnderlying(),
    ...ownedAfter(),
  ],
  FOOTNOTES: [
    ACCESSION_NUMBER,
    { name: 'FOOTNOTE_ID', from: 'footnoteId' },
    { name: 'FOOTNOTE_TXT', from: 'footnoteText' },
  ],
  OWNER_SIGNATURE: [
    ACCESSION_NUMBER,
    value(SIGNATURE, 'OWNERSIGNATURENAME', 'signatureName'),
    value(SIGNATURE, 'OWNERSIGNATUREDATE', 'signatureDate'),
  ],
}

/** The months as the data sets spell them: `02-APR-2023`. */
export const dataSetMonths = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

function keysOf(table: DataSetRowTableName): DataSetColumn[] {
  return [ACCESSION_NUMBER, { name: `${table}_SK`, from: 'surrogateKey' }]
}

function value(children: readonly ElementDefinition[], name: string, path: string): DataSetColumn {
  return { name, from: 'value', path: leafAt(children, path) }
}

/** A field of a line with its footnotes, which stand right behind it. */
function field(name: string, path: string): DataSetColumn[] {
  const at = leafAt(LINE, path)
  return [
    { name, from: 'value', path: at },
    { name: `${name}_FN`, from: 'footnotes', path: at },
  ]
}

function codingFootnotes(name: string): DataSetColumn {
  return { name, from: 'groupFootnotes', path: groupAt(LINE, 'transactionCoding') }
}

function transactionStart(): DataSetColumn[] {
  return [
    ...field('TRANS_DATE', 'transactionDate'),
    ...field('DEEMED_EXECUTION_DATE', 'deemedExecutionDate'),
    value(LINE, 'TRANS_FORM_TYPE', 'transactionCoding/transactionFormType'),
    value(LINE, 'TRANS_CODE', 'transactionCoding/transactionCode'),
    value(LINE, 'EQUITY_SWAP_INVOLVED', 'transactionCoding/equitySwapInvolved'),
    // The metadata calls it EQUITY_SWAP_INVOLVED_FN; no file does.
    codingFootnotes('EQUITY_SWAP_TRANS_CD_FN'),
    ...field('TRANS_TIMELINESS', 'transactionTimeliness'),
  ]
}

function holdingCoding(): DataSetColumn[] {
  return [
    value(LINE, 'TRANS_FORM_TYPE', 'transactionCoding/transactionFormType'),
    codingFootnotes('TRANS_FORM_TYPE_FN'),
  ]
}

function priceAndDirection(): DataSetColumn[] {
  return [
    ...field('TRANS_PRICEPERSHARE', 'transactionAmounts/transactionPricePerShare'),
    ...field('TRANS_ACQUIRED_DISP_CD', 'transactionAmounts/transactionAcquiredDisposedCode'),
  ]
}

function expirationAndUnderlying(): DataSetColumn[] {
  return [
    ...field('EXPIRATION_DATE', 'expirationDate'),
    ...field('UNDLYNG_SEC_TITLE', 'underlyingSecurity/underlyingSecurityTitle'),
    ...field('UNDLYNG_SEC_SHARES', 'underlyingSecurity/underlyingSecurityShares'),
    ...field('UNDLYNG_SEC_VALUE', 'underlyingSecurity/underlyingSecurityValue'),
  ]
}

function ownedAfter(): DataSetColumn[] {
  return [
    ...field('SHRS_OWND_FOLWNG_TRANS', 'postTransactionAmounts/sharesOwnedFollowingTransaction'),
    ...field('VALU_OWND_FOLWNG_TRANS', 'postTransactionAmounts/valueOwnedFollowingTransaction'),
    ...field('DIRECT_INDIRECT_OWNERSHIP', 'ownershipNature/directOrIndirectOwnership'),
    ...field('NATURE_OF_OWNERSHIP', 'ownershipNature/natureOfOwnership'),
  ]
}

/** What a line of a table may hold; all kinds of line share it. */
function linesOf(children: readonly ElementDefinition[]): readonly ElementDefinition[] {
  const lines = children.find((child) => child.shape === 'rows')
  return lines?.shape === 'rows' ? lines.children : []
}

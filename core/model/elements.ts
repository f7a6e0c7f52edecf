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
} from './ownershipDocument.ts'
import type { ValueType } from './reported.ts'

/**
 * The element tree of the ownership document, in the schema's order, each element with its home in the model. The one
 * table from which reader, writer, JSON and loss report work (ownership-xml.md sections 1 and 13).
 */
export type ElementDefinition = LeafDefinition | FieldDefinition | GroupDefinition | RowsDefinition | FootnoteDefinition

interface Definition {
  element: string
  property: string
}

/** An element whose text is the value: `periodOfReport`. */
export interface LeafDefinition extends Definition {
  shape: 'leaf'
  type: ValueType
}

/** An element with `value` and `footnoteId` children: `transactionShares`. */
export interface FieldDefinition extends Definition {
  shape: 'field'
  type: ValueType
}

/** An element with known children. `many`: the property is a list. `footnoteIds`: may end with footnote references. */
export interface GroupDefinition extends Definition {
  shape: 'group'
  many: boolean
  footnoteIds: boolean
  children: readonly ElementDefinition[]
  create: () => object
}

/** The lines of a table: several element names, one list in the order filed. */
export interface RowsDefinition extends Definition {
  shape: 'rows'
  elements: readonly RowElement[]
  children: readonly ElementDefinition[]
}

/** `footnote`, with its `id`. */
export interface FootnoteDefinition extends Definition {
  shape: 'footnote'
}

const leaf = (element: string, type: ValueType = 'text', property = element): LeafDefinition => ({
  shape: 'leaf',
  element,
  property,
  type,
})

const field = (element: string, type: ValueType = 'text', property = element): FieldDefinition => ({
  shape: 'field',
  element,
  property,
  type,
})

const group = (
  element: string,
  property: string,
  create: () => object,
  children: readonly ElementDefinition[],
  options: { many?: boolean; footnoteIds?: boolean } = {},
): GroupDefinition => ({
  shape: 'group',
  element,
  property,
  create,
  children,
  many: options.many ?? false,
  footnoteIds: options.footnoteIds ?? false,
})

const ISSUER = group('issuer', 'issuer', () => new Issuer(), [
  leaf('issuerCik', 'cik', 'cik'),
  leaf('issuerName', 'text', 'name'),
  leaf('issuerTradingSymbol', 'text', 'tradingSymbol'),
  leaf('issuerForeignTradingSymbol', 'text', 'foreignTradingSymbol'),
])

const OWNER_ID = group('reportingOwnerId', 'id', () => new ReportingOwnerId(), [
  leaf('rptOwnerCik', 'cik', 'cik'),
  leaf('rptOwnerCcc', 'text', 'ccc'),
  leaf('rptOwnerName', 'text', 'name'),
])

const OWNER_ADDRESS = group('reportingOwnerAddress', 'address', () => new ReportingOwnerAddress(), [
  leaf('rptOwnerNonUSAddressFlag', 'boolean', 'nonUSAddressFlag'),
  leaf('rptOwnerStreet1', 'text', 'street1'),
  leaf('rptOwnerStreet2', 'text', 'street2'),
  leaf('rptOwnerCity', 'text', 'city'),
  leaf('rptOwnerNonUSStateTerritory', 'text', 'nonUSStateTerritory'),
  leaf('rptOwnerState', 'text', 'state'),
  leaf('rptOwnerCountry', 'text', 'country'),
  leaf('rptOwnerZipCode', 'text', 'zipCode'),
  leaf('rptOwnerStateDescription', 'text', 'stateDescription'),
  leaf('rptOwnerGoodAddress', 'boolean', 'goodAddress'),
])

const OWNER_RELATIONSHIP = group('reportingOwnerRelationship', 'relationship', () => new ReportingOwnerRelationship(), [
  leaf('isDirector', 'boolean'),
  leaf('isOfficer', 'boolean'),
  leaf('isTenPercentOwner', 'boolean'),
  leaf('isOther', 'boolean'),
  leaf('officerTitle'),
  leaf('otherText'),
])

const REPORTING_OWNER = group(
  'reportingOwner',
  'reportingOwners',
  () => new ReportingOwner(),
  [OWNER_ID, OWNER_ADDRESS, OWNER_RELATIONSHIP],
  { many: true },
)

/** The children of every kind of line, in the schema's order; a non-derivative line simply has fewer. */
const ROW_CHILDREN: readonly ElementDefinition[] = [
  field('securityTitle'),
  field('conversionOrExercisePrice', 'decimal'),
  field('transactionDate', 'date'),
  field('deemedExecutionDate', 'date'),
  group(
    'transactionCoding',
    'coding',
    () => new TransactionCoding(),
    [
      leaf('transactionFormType', 'text', 'formType'),
      leaf('transactionCode', 'text', 'code'),
      leaf('equitySwapInvolved', 'boolean'),
    ],
    { footnoteIds: true },
  ),
  field('transactionTimeliness', 'text', 'timeliness'),
  group('transactionAmounts', 'amounts', () => new TransactionAmounts(), [
    field('transactionShares', 'decimal', 'shares'),
    field('transactionTotalValue', 'decimal', 'totalValue'),
    field('transactionValue', 'decimal', 'value'),
    field('transactionPricePerShare', 'decimal', 'pricePerShare'),
    field('transactionAcquiredDisposedCode', 'text', 'acquiredDisposedCode'),
  ]),
  field('exerciseDate', 'date'),
  field('expirationDate', 'date'),
  group('underlyingSecurity', 'underlyingSecurity', () => new UnderlyingSecurity(), [
    field('underlyingSecurityTitle', 'text', 'title'),
    field('underlyingSecurityShares', 'decimal', 'shares'),
    field('underlyingSecurityValue', 'decimal', 'value'),
  ]),
  group('postTransactionAmounts', 'postTransactionAmounts', () => new PostTransactionAmounts(), [
    field('sharesOwnedFollowingTransaction', 'decimal'),
    field('valueOwnedFollowingTransaction', 'decimal'),
  ]),
  group('ownershipNature', 'ownershipNature', () => new OwnershipNature(), [
    field('directOrIndirectOwnership'),
    field('natureOfOwnership'),
  ]),
]

const rows = (property: string, ...elements: RowElement[]): RowsDefinition => ({
  shape: 'rows',
  element: elements[0] as string,
  property,
  elements,
  children: ROW_CHILDREN,
})

const table = (element: string, ...elements: RowElement[]): GroupDefinition =>
  group(element, element, () => new OwnershipTable(), [rows('rows', ...elements)])

/** The root. `nonDerivativeSecurity` and `derivativeSecurity` stand outside a table in the 2003 dialect. */
export const OWNERSHIP_DOCUMENT = group('ownershipDocument', '', () => new OwnershipDocument(), [
  leaf('schemaVersion'),
  leaf('documentType'),
  leaf('periodOfReport', 'date'),
  leaf('dateOfOriginalSubmission', 'date'),
  leaf('noSecuritiesOwned', 'boolean'),
  leaf('notSubjectToSection16', 'boolean'),
  leaf('form3HoldingsReported', 'boolean'),
  leaf('form4TransactionsReported', 'boolean'),
  ISSUER,
  REPORTING_OWNER,
  leaf('aff10b5One', 'boolean'),
  table('nonDerivativeTable', 'nonDerivativeTransaction', 'nonDerivativeHolding'),
  rows('nonDerivativeTable', 'nonDerivativeSecurity'),
  table('derivativeTable', 'derivativeTransaction', 'derivativeHolding'),
  rows('derivativeTable', 'derivativeSecurity'),
  group('footnotes', 'footnotes', () => new Footnotes(), [
    { shape: 'footnote', element: 'footnote', property: 'footnotes' },
  ]),
  leaf('remarks'),
  group(
    'ownerSignature',
    'ownerSignatures',
    () => new OwnerSignature(),
    [leaf('signatureName', 'text', 'name'), leaf('signatureDate', 'date', 'date')],
    { many: true },
  ),
])

/** Creates the line of an element name. */
export const createRow = (element: RowElement): OwnershipRow => new OwnershipRow(element)

/** Every known element name: `leaf` holds text, `container` holds elements, `reference` holds nothing. */
export const elementNames: ReadonlyMap<string, 'leaf' | 'container' | 'reference'> = namesOf()

/** The element names that each container may hold. */
export const childrenOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  definitionsOf(OWNERSHIP_DOCUMENT).flatMap((definition) => {
    const children = new Set('children' in definition ? definition.children.flatMap(namesOfOne) : [])
    return namesOfOne(definition).map((name): [string, Set<string>] => [name, children])
  }),
)

function namesOf(): Map<string, 'leaf' | 'container' | 'reference'> {
  const names = new Map<string, 'leaf' | 'container' | 'reference'>([
    ['value', 'leaf'],
    ['footnoteId', 'reference'],
  ])
  for (const definition of definitionsOf(OWNERSHIP_DOCUMENT)) {
    const isLeaf = definition.shape === 'leaf' || definition.shape === 'footnote'
    for (const name of namesOfOne(definition)) names.set(name, isLeaf ? 'leaf' : 'container')
  }
  return names
}

function namesOfOne(definition: ElementDefinition): readonly string[] {
  return definition.shape === 'rows' ? definition.elements : [definition.element]
}

/** A definition and all below it. */
function definitionsOf(definition: ElementDefinition): ElementDefinition[] {
  return [definition, ...('children' in definition ? definition.children.flatMap(definitionsOf) : [])]
}

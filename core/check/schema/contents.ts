import { acquiredDisposedCodes, directOrIndirectCodes, FORM_LIMITS } from '../../facts/index.ts'
import type { FaultKind } from './fault.ts'
import {
  boolean,
  both,
  code,
  date,
  decimal,
  exactly,
  pattern,
  placeCode,
  text,
  timeliness,
  transactionCode,
  type ValueCheck,
} from './values.ts'

/** A form and the state of the schema on its day: what decides what a document may hold. */
export interface Edition {
  form: '3' | '4' | '5'
  isAmendment: boolean
  /** From 2023-03-20: `aff10b5One`. */
  hasAff10b5One: boolean
  /** From 2026-03-18: the four elements for foreign filers, and states apart from countries. */
  hasForeignAddress: boolean
}

/** What a field must have: its value; its value or a footnote; nothing. */
export type Needs = 'value' | 'valueOrFootnote' | 'nothing'

export type Content =
  | { kind: 'leaf'; check: ValueCheck }
  | { kind: 'field'; check: ValueCheck; needs: Needs; footnotes: boolean }
  | { kind: 'group'; parts: readonly Part[]; footnotes: boolean }
  | { kind: 'table'; rows: Readonly<Record<string, readonly Part[]>> }
  | { kind: 'footnotes' }

/** One element of a sequence. Parts with the same `choice` exclude each other. */
export interface Part {
  element: string
  least: 0 | 1
  most: number
  /** What is said where there are more. */
  tooMany?: FaultKind
  content: Content
  choice?: 'optional' | 'mandatory'
}

const one = (element: string, content: Content): Part => ({ element, least: 1, most: 1, content })
const maybe = (element: string, content: Content): Part => ({ element, least: 0, most: 1, content })
const several = (element: string, most: number, tooMany: FaultKind, content: Content): Part => ({
  ...one(element, content),
  most,
  tooMany,
})
const either = (choice: 'optional' | 'mandatory', ...parts: Part[]): Part[] =>
  parts.map((part) => ({ ...part, least: 0, choice }))

const leaf = (check: ValueCheck): Content => ({ kind: 'leaf', check })
const group = (parts: readonly Part[], footnotes = false): Content => ({ kind: 'group', parts, footnotes })
const field = (check: ValueCheck, needs: Needs = 'value', footnotes = true): Content => ({
  kind: 'field',
  check,
  needs,
  footnotes,
})

const CIK = leaf(both(text(1, 10, 'bad-cik'), pattern(/^[0-9]+$/, 'bad-cik')))
const DATE = leaf(date)
const FLAG = leaf(boolean)
const TITLE = field(text(1, 60))
const AMOUNT = field(decimal)
const AMOUNT_OR_FOOTNOTE = field(decimal, 'valueOrFootnote')
const DATE_OR_FOOTNOTE = field(date, 'valueOrFootnote')
const ACQUIRED_DISPOSED = code(acquiredDisposedCodes, 'neither-acquired-nor-disposed')

/** The content of `ownershipDocument` (ownership-xml.md sections 1, 2 and 13; the schema files). */
export function contentsOf(edition: Edition): readonly Part[] {
  const { form, isAmendment, hasAff10b5One } = edition
  const aff10b5One = form === '3' ? maybe('aff10b5One', FLAG) : one('aff10b5One', FLAG)
  return [
    maybe('schemaVersion', leaf(exactly(5, 'bad-schema-version'))),
    one('documentType', leaf(pattern(/^[345](?:\/A)?$/, 'unknown-document-type'))),
    one('periodOfReport', DATE),
    ...(isAmendment ? [one('dateOfOriginalSubmission', DATE)] : []),
    ...flags(form).map((element) => maybe(element, FLAG)),
    one('issuer', issuer(edition)),
    several('reportingOwner', FORM_LIMITS.reportingOwners.most, 'too-many-owners', owner(edition)),
    ...(hasAff10b5One ? [aff10b5One] : []),
    maybe('nonDerivativeTable', table('nonDerivative', form)),
    maybe('derivativeTable', table('derivative', form)),
    maybe('footnotes', { kind: 'footnotes' }),
    maybe('remarks', leaf(text(0, FORM_LIMITS.remarksCharacters.most))),
    several('ownerSignature', FORM_LIMITS.ownerSignatures.most, 'too-many-signatures', SIGNATURE),
  ]
}

const SIGNATURE = group([one('signatureName', leaf(text(1, 255))), one('signatureDate', DATE)])

function flags(form: Edition['form']): string[] {
  if (form === '3') return ['noSecuritiesOwned']
  const also = form === '5' ? ['form3HoldingsReported', 'form4TransactionsReported'] : []
  return ['notSubjectToSection16', ...also]
}

function issuer({ hasForeignAddress }: Edition): Content {
  return group([
    one('issuerCik', CIK),
    maybe('issuerName', leaf(text(0, 150))),
    one('issuerTradingSymbol', leaf(text(1, 10))),
    ...(hasForeignAddress ? [maybe('issuerForeignTradingSymbol', leaf(text(0, 14)))] : []),
  ])
}

function owner(edition: Edition): Content {
  return group([
    one(
      'reportingOwnerId',
      group([
        one('rptOwnerCik', CIK),
        maybe('rptOwnerCcc', leaf(exactly(8, 'bad-ccc-length'))),
        maybe('rptOwnerName', leaf(text(0, 150))),
      ]),
    ),
    maybe('reportingOwnerAddress', address(edition)),
    one('reportingOwnerRelationship', RELATIONSHIP),
  ])
}

function address({ hasForeignAddress }: Edition): Content {
  const foreign = (part: Part) => (hasForeignAddress ? [part] : [])
  return group([
    ...foreign(maybe('rptOwnerNonUSAddressFlag', FLAG)),
    maybe('rptOwnerStreet1', leaf(text(0, 40))),
    maybe('rptOwnerStreet2', leaf(text(0, 40))),
    maybe('rptOwnerCity', leaf(text(0, 30))),
    ...foreign(maybe('rptOwnerNonUSStateTerritory', leaf(text(0, 40)))),
    maybe('rptOwnerState', leaf(placeCode('rptOwnerState', !hasForeignAddress))),
    ...foreign(maybe('rptOwnerCountry', leaf(placeCode('rptOwnerCountry', false)))),
    maybe('rptOwnerZipCode', leaf(both(text(0, 10), pattern(/^[0-9A-Za-z #-]*$/, 'bad-zip-code')))),
    maybe('rptOwnerStateDescription', leaf(text(0, 50))),
    maybe('rptOwnerGoodAddress', FLAG),
  ])
}

const RELATIONSHIP = group([
  ...['isDirector', 'isOfficer', 'isTenPercentOwner', 'isOther'].map((element) => maybe(element, FLAG)),
  maybe('officerTitle', leaf(text(0, 30))),
  maybe('otherText', leaf(text(0, 30))),
])

function table(kind: 'nonDerivative' | 'derivative', form: Edition['form']): Content {
  const holding = { [`${kind}Holding`]: holdingParts(kind, form) }
  if (form === '3') return { kind: 'table', rows: holding }
  return { kind: 'table', rows: { [`${kind}Transaction`]: transactionParts(kind, form), ...holding } }
}

const POST_AMOUNTS = one(
  'postTransactionAmounts',
  group(
    either('mandatory', one('sharesOwnedFollowingTransaction', AMOUNT), one('valueOwnedFollowingTransaction', AMOUNT)),
  ),
)

const NATURE = one(
  'ownershipNature',
  group([
    one('directOrIndirectOwnership', field(code(directOrIndirectCodes, 'neither-direct-nor-indirect'))),
    maybe('natureOfOwnership', field(text(0, 100))),
  ]),
)

const UNDERLYING: readonly Part[] = [
  one('exerciseDate', DATE_OR_FOOTNOTE),
  one('expirationDate', DATE_OR_FOOTNOTE),
  one(
    'underlyingSecurity',
    group([
      one('underlyingSecurityTitle', TITLE),
      ...either(
        'optional',
        one('underlyingSecurityShares', AMOUNT_OR_FOOTNOTE),
        one('underlyingSecurityValue', AMOUNT_OR_FOOTNOTE),
      ),
    ]),
  ),
]

const CODING = maybe(
  'transactionCoding',
  group(
    [
      one('transactionFormType', leaf(pattern(/^[45]$/, 'unknown-form-type'))),
      one('transactionCode', leaf(transactionCode)),
      one('equitySwapInvolved', FLAG),
    ],
    true,
  ),
)

/** Only to say that a holding belonged on a Form 3. */
const LATE_HOLDING = maybe(
  'transactionCoding',
  group([maybe('transactionFormType', leaf(pattern(/^3?$/, 'unknown-form-type')))], true),
)

const PRICE = one('transactionPricePerShare', AMOUNT_OR_FOOTNOTE)

const AMOUNTS = {
  nonDerivative: [
    one('transactionShares', AMOUNT),
    PRICE,
    one('transactionAcquiredDisposedCode', field(ACQUIRED_DISPOSED)),
  ],
  derivative: [
    ...either('mandatory', one('transactionShares', AMOUNT), one('transactionTotalValue', AMOUNT)),
    PRICE,
    one('transactionAcquiredDisposedCode', field(ACQUIRED_DISPOSED, 'value', false)),
  ],
}

function transactionParts(kind: 'nonDerivative' | 'derivative', form: '4' | '5'): Part[] {
  const isDerivative = kind === 'derivative'
  return [
    one('securityTitle', TITLE),
    ...(isDerivative ? [one('conversionOrExercisePrice', AMOUNT_OR_FOOTNOTE)] : []),
    one('transactionDate', field(date)),
    maybe('deemedExecutionDate', field(date, 'nothing')),
    CODING,
    maybe('transactionTimeliness', field(timeliness, 'nothing', form === '4')),
    one('transactionAmounts', group(AMOUNTS[kind])),
    ...(isDerivative ? UNDERLYING : []),
    POST_AMOUNTS,
    NATURE,
  ]
}

function holdingParts(kind: 'nonDerivative' | 'derivative', form: Edition['form']): Part[] {
  const isDerivative = kind === 'derivative'
  return [
    one('securityTitle', TITLE),
    ...(isDerivative ? [one('conversionOrExercisePrice', AMOUNT_OR_FOOTNOTE)] : []),
    ...(form === '5' ? [LATE_HOLDING] : []),
    ...(isDerivative ? UNDERLYING : []),
    // A Form 3 states derivatives by what underlies them.
    ...(isDerivative && form === '3' ? [] : [POST_AMOUNTS]),
    NATURE,
  ]
}

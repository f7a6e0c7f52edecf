import type { CalendarDate } from './calendarDate.ts'
import type { Cik } from './cik.ts'
import type { Decimal } from './decimal.ts'
import { type DocumentLayout, EDGAR_LAYOUT, type Layout } from './layout.ts'
import { absent, type FootnoteId, noFootnotes, type Reported } from './reported.ts'

const TEXT = absent('text')
const DECIMAL = absent('decimal')
const DATE = absent('date')
const BOOLEAN = absent('boolean')
const CIK = absent('cik')

/**
 * One ownership report: Form 3, 3/A, 4, 4/A, 5 or 5/A. Names are the SEC's element names without the prefix that their
 * group makes clear; order is the schema's (ownership-xml.md section 1). A group that the filing does not have is
 * still an object, all its fields absent and `present` false, so that `document.issuer.cik` can always be asked for.
 * (No base class: V8 builds objects fast when each class says all its properties itself.)
 */
interface Group {
  /** Whether the element stands in the document. */
  present: boolean
  /** Its content as filed, where EDGAR would have laid it out otherwise or where something unknown stands in it. */
  layout: Layout | undefined
}

export class Issuer implements Group {
  present = true
  layout: Layout | undefined = undefined
  cik: Reported<Cik> = CIK
  name: Reported<string> = TEXT
  tradingSymbol: Reported<string> = TEXT
  /** From 2026-03-18. */
  foreignTradingSymbol: Reported<string> = TEXT
}

export class ReportingOwnerId implements Group {
  present = true
  layout: Layout | undefined = undefined
  cik: Reported<Cik> = CIK
  /** The owner's secret CIK confirmation code. Present only in what a filer submits; masked in every output. */
  ccc: Reported<string> = TEXT
  name: Reported<string> = TEXT
}

export class ReportingOwnerAddress implements Group {
  present = true
  layout: Layout | undefined = undefined
  /** From 2026-03-18. */
  nonUSAddressFlag: Reported<boolean> = BOOLEAN
  street1: Reported<string> = TEXT
  street2: Reported<string> = TEXT
  city: Reported<string> = TEXT
  /** From 2026-03-18. */
  nonUSStateTerritory: Reported<string> = TEXT
  /** A state code; before 2026-03-18 also a country code. */
  state: Reported<string> = TEXT
  /** From 2026-03-18. */
  country: Reported<string> = TEXT
  zipCode: Reported<string> = TEXT
  stateDescription: Reported<string> = TEXT
  goodAddress: Reported<boolean> = BOOLEAN
}

/** Flags that are absent count as false when read by EDGAR; here they stay absent. */
export class ReportingOwnerRelationship implements Group {
  present = true
  layout: Layout | undefined = undefined
  isDirector: Reported<boolean> = BOOLEAN
  isOfficer: Reported<boolean> = BOOLEAN
  isTenPercentOwner: Reported<boolean> = BOOLEAN
  isOther: Reported<boolean> = BOOLEAN
  officerTitle: Reported<string> = TEXT
  otherText: Reported<string> = TEXT
}

export class ReportingOwner implements Group {
  present = true
  layout: Layout | undefined = undefined
  id: ReportingOwnerId = NO_OWNER_ID
  address: ReportingOwnerAddress = NO_ADDRESS
  relationship: ReportingOwnerRelationship = NO_RELATIONSHIP
}

export class TransactionCoding implements Group {
  present = true
  layout: Layout | undefined = undefined
  formType: Reported<string> = TEXT
  /** One letter, see `transactionCodes` in facts. */
  code: Reported<string> = TEXT
  equitySwapInvolved: Reported<boolean> = BOOLEAN
  /** Footnotes on the coding as a whole. */
  footnotes: readonly FootnoteId[] = noFootnotes
}

export class TransactionAmounts implements Group {
  present = true
  layout: Layout | undefined = undefined
  shares: Reported<Decimal> = DECIMAL
  /** Derivatives sold or bought by value instead of by number, in US dollars. */
  totalValue: Reported<Decimal> = DECIMAL
  /**
   * X0101 only: `transactionValue`, a unit price in some rows and a total in others; see `transactionValueMeaning`.
   */
  value: Reported<Decimal> = DECIMAL
  /** US dollars. Absent is not zero: a free transfer is a price of 0. */
  pricePerShare: Reported<Decimal> = DECIMAL
  /** `A` acquired, `D` disposed of. */
  acquiredDisposedCode: Reported<string> = TEXT
}

export class UnderlyingSecurity implements Group {
  present = true
  layout: Layout | undefined = undefined
  title: Reported<string> = TEXT
  shares: Reported<Decimal> = DECIMAL
  /** US dollars. */
  value: Reported<Decimal> = DECIMAL
}

export class PostTransactionAmounts implements Group {
  present = true
  layout: Layout | undefined = undefined
  sharesOwnedFollowingTransaction: Reported<Decimal> = DECIMAL
  /** US dollars. */
  valueOwnedFollowingTransaction: Reported<Decimal> = DECIMAL
}

export class OwnershipNature implements Group {
  present = true
  layout: Layout | undefined = undefined
  /** `D` or `I`. */
  directOrIndirectOwnership: Reported<string> = TEXT
  natureOfOwnership: Reported<string> = TEXT
}

export type RowElement =
  | 'nonDerivativeTransaction'
  | 'nonDerivativeHolding'
  | 'nonDerivativeSecurity'
  | 'derivativeTransaction'
  | 'derivativeHolding'
  | 'derivativeSecurity'

/**
 * One line of Table I or Table II, transaction or holding. All lines have the same fields; those that their kind of
 * line does not know are absent. `element` is the name under which the line was filed: the 2003 dialect (X0101) has
 * `nonDerivativeSecurity` and `derivativeSecurity` for both kinds.
 */
export class OwnershipRow implements Group {
  present = true
  layout: Layout | undefined = undefined
  declare readonly element: RowElement
  securityTitle: Reported<string> = TEXT
  /** US dollars. Derivatives only. */
  conversionOrExercisePrice: Reported<Decimal> = DECIMAL
  transactionDate: Reported<CalendarDate> = DATE
  deemedExecutionDate: Reported<CalendarDate> = DATE
  coding: TransactionCoding = NO_CODING
  /** `E` early, `L` late, absent on time. */
  timeliness: Reported<string> = TEXT
  amounts: TransactionAmounts = NO_AMOUNTS
  exerciseDate: Reported<CalendarDate> = DATE
  expirationDate: Reported<CalendarDate> = DATE
  underlyingSecurity: UnderlyingSecurity = NO_UNDERLYING
  postTransactionAmounts: PostTransactionAmounts = NO_POST_AMOUNTS
  ownershipNature: OwnershipNature = NO_NATURE

  constructor(element: RowElement) {
    this.element = element
  }

  get isDerivative(): boolean {
    return this.element.charCodeAt(0) === 100
  }

  /** In the 2003 dialect a line without a transaction date is a holding (ownership-xml.md section 9.2). */
  get isTransaction(): boolean {
    const { element } = this
    const last = element.charCodeAt(element.length - 1)
    // …Transactio(n), …Holdin(g), …Securit(y): asked of every line, so without a search.
    return last === 110 || (last === 121 && this.transactionDate.kind !== 'absent')
  }
}

/** Table I or II: its lines in the order filed, transactions and holdings mixed. */
export class OwnershipTable implements Group {
  present = true
  layout: Layout | undefined = undefined
  rows: OwnershipRow[] = []
}

export class Footnote {
  id: FootnoteId
  /** As typed, line breaks included; markup inside it left out. */
  text: string
  /** The markup as filed, where it is not how EDGAR spells `text`. */
  spelling: string | undefined

  constructor(id: FootnoteId, text: string, spelling?: string) {
    this.id = id
    this.text = text
    this.spelling = spelling
  }
}

export class Footnotes implements Group {
  present = true
  layout: Layout | undefined = undefined
  footnotes: Footnote[] = []
}

export class OwnerSignature implements Group {
  present = true
  layout: Layout | undefined = undefined
  name: Reported<string> = TEXT
  date: Reported<CalendarDate> = DATE
}

export class OwnershipDocument implements Group {
  present = true
  layout: Layout | undefined = undefined
  schemaVersion: Reported<string> = TEXT
  /** `3`, `3/A`, `4`, `4/A`, `5` or `5/A`. */
  documentType: Reported<string> = TEXT
  periodOfReport: Reported<CalendarDate> = DATE
  dateOfOriginalSubmission: Reported<CalendarDate> = DATE
  /** True means that none are owned (ownership-xml.md section 4). */
  noSecuritiesOwned: Reported<boolean> = BOOLEAN
  notSubjectToSection16: Reported<boolean> = BOOLEAN
  form3HoldingsReported: Reported<boolean> = BOOLEAN
  form4TransactionsReported: Reported<boolean> = BOOLEAN
  issuer: Issuer = NO_ISSUER
  reportingOwners: ReportingOwner[] = []
  /** From 2023-03-20; before that absent means unknown, not no. */
  aff10b5One: Reported<boolean> = BOOLEAN
  nonDerivativeTable: OwnershipTable = NO_TABLE
  derivativeTable: OwnershipTable = NO_TABLE
  footnotes: Footnotes = NO_FOOTNOTES_GROUP
  remarks: Reported<string> = TEXT
  ownerSignatures: OwnerSignature[] = []
  /** What lies around the root, and the white space all through. */
  source: DocumentLayout = EDGAR_LAYOUT
}

/** A group that is not there: shared and frozen, so that nobody fills it for all. */
function missing<G extends Group>(group: G): G {
  group.present = false
  for (const value of Object.values(group)) if (Array.isArray(value)) Object.freeze(value)
  return Object.freeze(group)
}

// Function declarations are hoisted and field initialisers run at construction, so these stand after the classes.
const NO_OWNER_ID = missing(new ReportingOwnerId())
const NO_ADDRESS = missing(new ReportingOwnerAddress())
const NO_RELATIONSHIP = missing(new ReportingOwnerRelationship())
const NO_CODING = missing(new TransactionCoding())
const NO_AMOUNTS = missing(new TransactionAmounts())
const NO_UNDERLYING = missing(new UnderlyingSecurity())
const NO_POST_AMOUNTS = missing(new PostTransactionAmounts())
const NO_NATURE = missing(new OwnershipNature())
const NO_ISSUER = missing(new Issuer())
const NO_TABLE = missing(new OwnershipTable())
const NO_FOOTNOTES_GROUP = missing(new Footnotes())

/** The text of a footnote by its id; `undefined` where the document has none of that id. The first one wins. */
export function footnoteText(document: OwnershipDocument, id: FootnoteId): string | undefined {
  const { footnotes } = document.footnotes
  // A loop, because readers follow every reference of a filing.
  for (let i = 0; i < footnotes.length; i++) {
    const footnote = footnotes[i] as Footnote
    if (footnote.id === id) return footnote.text
  }
  return undefined
}

/** All lines, Table I before Table II. */
export function rowsOf(document: OwnershipDocument): OwnershipRow[] {
  return [...document.nonDerivativeTable.rows, ...document.derivativeTable.rows]
}

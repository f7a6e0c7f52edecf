/** What a real filing says of an event, as the facts that a recipe would be told. */
import {
  CalendarDate,
  Decimal,
  footnoteText,
  type OwnershipDocument,
  type OwnershipRow,
  type Reported,
  rowsOf,
} from '@section16/core'
import type { HeldPosition, IssuerPractice, RecipeInput } from '../../desk/recipes/index.ts'
import { positionKey, readDerivative } from '../../desk/recipes/security.ts'

type Facts = Readonly<Record<string, unknown>>

/** One event of a form: a recipe, what it is told. */
export interface FiledEvent {
  recipe: string
  facts: Facts
}

/** A real form, with its rows sorted out. */
export class FiledForm {
  readonly document: OwnershipDocument
  readonly transactions: readonly OwnershipRow[]
  readonly holdings: readonly OwnershipRow[]

  constructor(document: OwnershipDocument) {
    this.document = document
    const rows = rowsOf(document)
    this.transactions = rows.filter(({ isTransaction }) => isTransaction)
    this.holdings = rows.filter(({ isTransaction }) => !isTransaction)
  }

  /** `4`, `3/A`. */
  get type(): string {
    return this.document.documentType.value ?? ''
  }

  /** The texts of the footnotes of some cells. */
  notes(...cells: readonly { readonly footnotes: readonly string[] }[]): string {
    const ids = [...new Set(cells.flatMap(({ footnotes }) => footnotes))]
    return ids
      .map((id) => footnoteText(this.document, id) ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
  }

  /** All footnotes and the remarks. */
  get words(): string {
    const { footnotes, remarks } = this.document
    return [...footnotes.footnotes.map(({ text }) => text), remarks.value ?? ''].join(' ')
  }

  get insider(): RecipeInput['insider'] {
    const isEither = this.document.reportingOwners.some(
      ({ relationship: { isDirector, isOfficer } }) => isDirector.value === true || isOfficer.value === true,
    )
    return isEither ? { role: 'directorOrOfficer' } : { role: 'tenPercentOwner', overTenPercentBefore: true }
  }

  /** Whether all its transactions are such: `I S D`, table, code and way. */
  isAllOf(...signs: readonly string[]): boolean {
    const { transactions } = this
    return transactions.length > 0 && transactions.every((row) => signs.includes(signOf(row)))
  }

  of(sign: string): OwnershipRow[] {
    return this.transactions.filter((row) => signOf(row) === sign)
  }

  /**
   * What was held before, from the totals: of each position the earliest line undone, for some put the latest day first.
   * `undefined` where a total is missing.
   */
  before(): HeldPosition[] | undefined {
    const held = new Map<string, HeldPosition>()
    const dayOf = (row: OwnershipRow) => row.transactionDate.value?.day ?? 0
    for (const row of [...this.transactions.toSorted((one, other) => dayOf(one) - dayOf(other)), ...this.holdings]) {
      const position = this.position(row)
      if (!position) return undefined
      const key = positionKey(position.security, position.ownership)
      if (!held.has(key)) held.set(key, position)
    }
    return [...held.values()]
  }

  private position(row: OwnershipRow): HeldPosition | undefined {
    const after = row.postTransactionAmounts.sharesOwnedFollowingTransaction.value
    const security = row.isDerivative
      ? this.derivative(row)
      : { table: 'I' as const, title: row.securityTitle.value ?? '' }
    if (!after || !security) return undefined
    const { ownership } = this.line(row)
    if (!row.isTransaction) return { security, ownership, shares: after }
    const { shares, acquiredDisposedCode } = row.amounts
    if (!shares.value) return undefined
    const before = acquiredDisposedCode.value === 'A' ? after.minus(shares.value) : after.plus(shares.value)
    return before.sign < 0 ? undefined : { security, ownership, shares: before }
  }

  private derivative(row: OwnershipRow) {
    return readDerivative(this.terms(row))
  }

  /** The terms of a derivative line, as the fact of a recipe. `undefined`: a cell says nothing. */
  terms(row: OwnershipRow): Facts | undefined {
    const { conversionOrExercisePrice: price, exerciseDate, expirationDate, underlyingSecurity } = row
    const each = eachOf(row)
    if (!each) return undefined
    return {
      title: row.securityTitle.value,
      underlying: underlyingSecurity.title.value,
      sharesEach: each,
      ...cell('exercisePrice', 'exercisePriceNote', price, this.notes(price)),
      ...cell('exercisableFrom', 'exercisableNote', exerciseDate, this.notes(exerciseDate)),
      ...cell('expires', 'expiresNote', expirationDate, this.notes(expirationDate)),
    }
  }

  /** In whose name, as facts; who disclaims says so in a footnote of column 6 or 7. */
  line(row: OwnershipRow): { facts: Facts; ownership: HeldPosition['ownership'] } {
    const { directOrIndirectOwnership: form, natureOfOwnership: nature } = row.ownershipNature
    const pecuniaryInterest = /disclaim/i.test(this.notes(form, nature)) ? 'part' : 'all'
    const disclaimer = pecuniaryInterest === 'part' ? { isDisclaimed: true } : {}
    const said = nature.value?.trim() || 'See footnote'
    return form.value === 'I'
      ? {
          facts: { pecuniaryInterest, holder: 'other', nature: said },
          ownership: { form: 'I', nature: said, ...disclaimer },
        }
      : { facts: { pecuniaryInterest, holder: 'insider' }, ownership: { form: 'D', ...disclaimer } }
  }

  issuer(unitsIn: IssuerPractice['unitsIn']): IssuerPractice {
    const { year } = this.document.periodOfReport.value?.parts ?? { year: 2000 }
    const fiscalYearEnd = CalendarDate.of(year, 12, 31)
    return { ...(fiscalYearEnd && { fiscalYearEnd }), ...(unitsIn && { unitsIn }) }
  }
}

export const signOf = (row: OwnershipRow): string =>
  `${row.isDerivative ? 'II' : 'I'} ${row.coding.code.value ?? ''} ${row.amounts.acquiredDisposedCode.value ?? ''}`

/** What a cell says, as text of a fact; '' where it says nothing. */
export const said = (field: Reported<unknown>): string => (field.value === undefined ? '' : String(field.value))

function cell(name: string, noteName: string, field: Reported<unknown>, note: string): Facts {
  return { ...(field.value !== undefined && { [name]: said(field) }), ...(note !== '' && { [noteName]: note }) }
}

/** Underlying shares for one derivative, where they come out even within four places; 1 where no number is stated. */
function eachOf(row: OwnershipRow): string | undefined {
  const underlying = row.underlyingSecurity.shares.value
  const number = row.isTransaction
    ? row.amounts.shares.value
    : row.postTransactionAmounts.sharesOwnedFollowingTransaction.value
  if (!row.isTransaction && !number) return '1'
  if (!underlying || !number || number.isZero) return undefined
  const each = Decimal.of(
    (underlying.units * 10_000n * 10n ** BigInt(number.scale)) / (number.units * 10n ** BigInt(underlying.scale)),
    4,
  )
  return number.times(each).equals(underlying) ? String(each) : undefined
}

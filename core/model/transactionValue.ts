import { Decimal } from './decimal.ts'
import { footnoteText, type OwnershipDocument, type OwnershipRow } from './ownershipDocument.ts'

/** What speaks for a meaning, or why there is none. The names are for ever; the data is decimal text or a footnote id. */
export type TransactionValueReason =
  | 'shares-times-exercise-price'
  | 'equals-exercise-price'
  | 'equals-total-value'
  | 'times-shares-is-total-value'
  | 'differs-from-total-value'
  | 'scales-with-shares'
  | 'constant-while-shares-differ'
  | 'footnote-price-per-share'
  | 'footnote-price-times-shares'
  | 'footnote-aggregate'
  | 'footnote-aggregate-of-shares'
  | 'no-value'
  | 'zero-either-way'
  | 'one-share-either-way'
  | 'no-evidence'
  | 'contradiction'

export interface TransactionValueBecause {
  readonly reason: TransactionValueReason
  readonly data: Readonly<Record<string, string>>
}

export interface TransactionValueMeaning {
  readonly meaning: 'pricePerShare' | 'total' | 'open'
  /** In a contradiction `contradiction` comes first, then what contradicts itself. */
  readonly because: readonly TransactionValueBecause[]
}

interface Evidence extends TransactionValueBecause {
  readonly meaning: 'pricePerShare' | 'total'
}

/**
 * What `transactionValue` of an X0101 row says: the price of one share or the total of the row, in US dollars. The
 * element's name leaves both possible and filers used both. Decided from what the filing itself shows and never from
 * what is usual; `open` where nothing shows it, where either reading gives the same (zero, one share), or where the
 * evidence contradicts itself. Also `open` for a row without the element. Source: ownership-xml.md section 9.2.
 */
export function transactionValueMeaning(row: OwnershipRow, document: OwnershipDocument): TransactionValueMeaning {
  const { value, shares } = row.amounts
  if (value.kind !== 'value') return open('no-value')
  if (value.value.isZero) return open('zero-either-way')
  if (shares.value?.equals(ONE)) return open('one-share-either-way')
  const evidence = [
    ...fromExercisePrice(value.value, row, document),
    ...fromTotalValue(value.value, row),
    ...fromOtherRows(value.value, row, document),
    ...fromFootnotes(value.value, row, document),
  ]
  const because = evidence.map(({ reason, data }) => ({ reason, data }))
  const [first] = evidence
  if (!first) return open('no-evidence')
  if (evidence.some(({ meaning }) => meaning !== first.meaning)) {
    return { meaning: 'open', because: [{ reason: 'contradiction', data: {} }, ...because] }
  }
  return { meaning: first.meaning, because }
}

const ONE = Decimal.of(1)

function open(reason: TransactionValueReason): TransactionValueMeaning {
  return { meaning: 'open', because: [{ reason, data: {} }] }
}

/** Codes whose row in Table I is paid for at the exercise price of a row in Table II. */
const EXERCISES = new Set(['M', 'X', 'O', 'C'])

function fromExercisePrice(value: Decimal, row: OwnershipRow, document: OwnershipDocument): Evidence[] {
  const shares = row.amounts.shares.value
  return exercisePrices(row, document).flatMap((price): Evidence[] => {
    if (value.equals(price)) {
      return [{ meaning: 'pricePerShare', reason: 'equals-exercise-price', data: { price: String(price) } }]
    }
    if (!shares || !value.equals(shares.times(price))) return []
    const data = { shares: String(shares), price: String(price) }
    return [{ meaning: 'total', reason: 'shares-times-exercise-price', data }]
  })
}

/** The row's own; for an exercise in Table I those of the derivatives exercised into that security on that day. */
function exercisePrices(row: OwnershipRow, document: OwnershipDocument): Decimal[] {
  const sources = row.isDerivative
    ? [row]
    : document.derivativeTable.rows.filter(
        (other) =>
          EXERCISES.has(row.coding.code.value ?? '') &&
          row.coding.code.value === other.coding.code.value &&
          isSameDay(row, other) &&
          isSameTitle(row.securityTitle.value, other.underlyingSecurity.title.value),
      )
  const prices = sources.map((source) => source.conversionOrExercisePrice.value)
  return distinct(prices.filter((price) => price !== undefined && !price.isZero) as Decimal[])
}

function fromTotalValue(value: Decimal, row: OwnershipRow): Evidence[] {
  const total = row.amounts.totalValue.value
  const shares = row.amounts.shares.value
  if (!total) return []
  if (value.equals(total)) return [{ meaning: 'total', reason: 'equals-total-value', data: { total: String(total) } }]
  if (!shares || !total.equals(value.times(shares))) {
    // The total has its own element and is another number: this one is not it.
    return [{ meaning: 'pricePerShare', reason: 'differs-from-total-value', data: { total: String(total) } }]
  }
  const data = { shares: String(shares), total: String(total) }
  return [{ meaning: 'pricePerShare', reason: 'times-shares-is-total-value', data }]
}

/** Rows of one security and day: totals grow with the shares, a price stays. One witness for each is enough. */
function fromOtherRows(value: Decimal, row: OwnershipRow, document: OwnershipDocument): Evidence[] {
  const shares = row.amounts.shares.value
  if (!shares || shares.isZero) return []
  const { rows } = row.isDerivative ? document.derivativeTable : document.nonDerivativeTable
  const found = new Map<TransactionValueReason, Evidence>()
  for (const other of rows) {
    const otherShares = other.amounts.shares.value
    const otherValue = other.amounts.value.value
    if (other === row || !otherShares || !otherValue || otherShares.isZero || otherShares.equals(shares)) continue
    if (!isSameDay(row, other) || !isSameTitle(row.securityTitle.value, other.securityTitle.value)) continue
    const data = { otherShares: String(otherShares), otherValue: String(otherValue) }
    if (value.equals(otherValue)) {
      const reason = 'constant-while-shares-differ'
      found.set(reason, { meaning: 'pricePerShare', reason, data })
    } else if (value.times(otherShares).equals(otherValue.times(shares))) {
      const reason = 'scales-with-shares'
      found.set(reason, { meaning: 'total', reason, data })
    }
  }
  return [...found.values()]
}

function fromFootnotes(value: Decimal, row: OwnershipRow, document: OwnershipDocument): Evidence[] {
  const shares = row.amounts.shares.value
  return row.amounts.value.footnotes.flatMap((id) => {
    const text = footnoteText(document, id) ?? ''
    return [
      ...pricesIn(text).flatMap((price): Evidence[] => {
        const data = { footnote: id, price: String(price) }
        if (value.equals(price)) return [{ meaning: 'pricePerShare', reason: 'footnote-price-per-share', data }]
        if (!shares || !value.equals(shares.times(price))) return []
        return [{ meaning: 'total', reason: 'footnote-price-times-shares', data }]
      }),
      ...aggregatesIn(text).flatMap((total): Evidence[] => {
        const data = { footnote: id, total: String(total) }
        if (value.equals(total)) return [{ meaning: 'total', reason: 'footnote-aggregate', data }]
        if (!shares || !total.equals(value.times(shares))) return []
        return [{ meaning: 'pricePerShare', reason: 'footnote-aggregate-of-shares', data }]
      }),
    ]
  })
}

/** `$3.31 per share`, `$3.31 a share`, `$3.31 each`; `a price per share of $3.31`. */
const PRICE =
  /\$ ?([\d,]{1,20}(?:\.\d{1,10})?) (?:per|a|for each|each)\b|(?:per|each) share (?:of|was|is) \$ ?([\d,]{1,20}(?:\.\d{1,10})?)/gi

/** `an aggregate of $33,100`, `total purchase price of $33,100`, `$33,100 in the aggregate`. */
const AGGREGATE =
  /\b(?:aggregate|total)(?: [a-z]{1,15}){0,4} \$ ?([\d,]{1,20}(?:\.\d{1,10})?)|\$ ?([\d,]{1,20}(?:\.\d{1,10})?) in (?:the aggregate|total)\b/gi

function pricesIn(text: string): Decimal[] {
  return amountsIn(text, PRICE)
}

/** `an aggregate price of $3.31 per share` names a price, not an aggregate. */
function aggregatesIn(text: string): Decimal[] {
  const prices = pricesIn(text)
  return amountsIn(text, AGGREGATE).filter((total) => !prices.some((price) => price.equals(total)))
}

function amountsIn(text: string, pattern: RegExp): Decimal[] {
  const amounts = [...text.replace(/\s+/g, ' ').matchAll(pattern)].map((found) =>
    Decimal.parse((found[1] ?? found[2] ?? '').replaceAll(',', '')),
  )
  return distinct(amounts.filter((amount) => amount !== undefined && !amount.isZero) as Decimal[])
}

function distinct(decimals: Decimal[]): Decimal[] {
  return decimals.filter((decimal, i) => decimals.findIndex((other) => other.equals(decimal)) === i)
}

function isSameDay(a: OwnershipRow, b: OwnershipRow): boolean {
  const date = a.transactionDate.value
  return date !== undefined && b.transactionDate.value?.day === date.day
}

function isSameTitle(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && plain(a) === plain(b)
}

const plain = (title: string) => title.replace(/\s+/g, ' ').toLowerCase()

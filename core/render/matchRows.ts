import type { OwnershipRow } from '../model/ownershipDocument.ts'
import { canonical, type Reported } from '../model/reported.ts'

/** A line of one document beside the line of the other that it became; one of them where it has no fellow. */
export interface RowPair {
  /** Index in the table before, from 0. */
  readonly before: number | undefined
  /** Index in the table after. */
  readonly after: number | undefined
}

/** What two lines have to share of what they say to be the same line; less would be a guess. */
const LEAST_LIKENESS = 0.5

/** What a line is told by, with how much each counts. An amendment usually corrects one or two of them. */
const TRAITS: readonly (readonly [weight: number, trait: (row: OwnershipRow) => Reported<unknown>])[] = [
  [3, (row) => row.securityTitle],
  [3, (row) => row.transactionDate],
  [2, (row) => row.coding.code],
  [1, (row) => row.amounts.acquiredDisposedCode],
  [1, (row) => row.ownershipNature.directOrIndirectOwnership],
  [1, (row) => row.ownershipNature.natureOfOwnership],
  [2, (row) => row.amounts.shares],
  [1, (row) => row.amounts.pricePerShare],
  [1, (row) => row.conversionOrExercisePrice],
  [1, (row) => row.postTransactionAmounts.sharesOwnedFollowingTransaction],
]

/**
 * Which line of a table became which: the likeliest pairs first, of equals those nearest to each other. A transaction
 * never becomes a holding. In the order after, what was removed where it stood before.
 */
export function matchRows(before: readonly OwnershipRow[], after: readonly OwnershipRow[]): RowPair[] {
  const mine = before.map(traitsOf)
  const theirs = after.map(traitsOf)
  const candidates: { i: number; j: number; likeness: number }[] = []
  for (const [i, one] of mine.entries()) {
    for (const [j, other] of theirs.entries()) {
      if (before[i]?.isTransaction !== after[j]?.isTransaction) continue
      const likeness = likenessOf(one, other)
      if (likeness >= LEAST_LIKENESS) candidates.push({ i, j, likeness })
    }
  }
  candidates.sort((a, b) => b.likeness - a.likeness || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i)
  const fellow = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, j } of candidates) {
    if (fellow.has(i) || taken.has(j)) continue
    fellow.set(i, j)
    taken.add(j)
  }
  return inOrder(before.length, after.length, fellow)
}

function inOrder(before: number, after: number, fellow: ReadonlyMap<number, number>): RowPair[] {
  const origin = new Map([...fellow].map(([i, j]) => [j, i]))
  const pairs: RowPair[] = []
  let next = 0
  const removedUpTo = (end: number) => {
    for (; next < end; next++) if (!fellow.has(next)) pairs.push({ before: next, after: undefined })
  }
  for (let j = 0; j < after; j++) {
    const i = origin.get(j)
    if (i !== undefined) removedUpTo(i)
    pairs.push({ before: i, after: j })
  }
  removedUpTo(before)
  return pairs
}

function traitsOf(row: OwnershipRow): string[] {
  return TRAITS.map(([, trait]) => {
    const { kind, value, written } = trait(row)
    return kind === 'value'
      ? canonical(value as string)
          .replace(/\s+/g, ' ')
          .toLowerCase()
      : (written ?? '')
  })
}

/** The share of what at least one of two lines says in which they agree, by weight: 0 to 1. */
function likenessOf(one: readonly string[], other: readonly string[]): number {
  let said = 0
  let alike = 0
  for (const [i, [weight]] of TRAITS.entries()) {
    if (one[i] === '' && other[i] === '') continue
    said += weight
    if (one[i] === other[i]) alike += weight
  }
  return said === 0 ? 1 : alike / said
}

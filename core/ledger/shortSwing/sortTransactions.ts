import { type Exemption, exemptionOf } from './exemption.ts'
import type { ShortSwingFacts } from './facts.ts'
import { foreignPeriodOf, type Leg, legOf, type SetAside } from './leg.ts'
import type { ShortSwingTransaction } from './transaction.ts'

/** A transaction that Section 16(b) passes over, and on whose word. */
export interface ExemptTransaction {
  readonly transaction: ShortSwingTransaction
  readonly exemption: Exemption
}

/** Transactions sorted by what they are in the matching. */
export interface SortedTransactions {
  readonly certain: readonly Leg[]
  /** Legs that are exempt if a fact holds that nobody gave. */
  readonly uncertain: readonly { readonly leg: Leg; readonly exemption: Exemption & { kind: 'unknown' } }[]
  readonly exempt: readonly ExemptTransaction[]
  readonly setAside: readonly SetAside[]
}

/** Sorts transactions by what they are in the matching; each is in one list. */
export function sortTransactions(
  transactions: readonly ShortSwingTransaction[],
  facts: ShortSwingFacts,
): SortedTransactions {
  const sorted = {
    certain: [] as Leg[],
    uncertain: [] as { leg: Leg; exemption: Exemption & { kind: 'unknown' } }[],
    exempt: [] as ExemptTransaction[],
    setAside: [] as SetAside[],
  }
  for (const transaction of transactions) {
    const foreign = foreignPeriodOf(transaction, facts)
    const exemption = exemptionOf(transaction, facts)
    if (foreign) sorted.setAside.push({ transaction, reason: 'foreignPrivateIssuer', foreign })
    else if (exemption.kind === 'exempt') sorted.exempt.push({ transaction, exemption })
    else {
      const leg = legOf(transaction, facts)
      if ('reason' in leg) sorted.setAside.push(leg)
      else if (exemption.kind === 'unknown') sorted.uncertain.push({ leg, exemption })
      else sorted.certain.push(leg)
    }
  }
  return sorted
}

import { isInForce } from '../../facts/dated.ts'
import { transactionTreatments } from '../../facts/transactionTreatments.ts'
import type { ExemptionFact } from './facts.ts'
import type { ShortSwingTransaction } from './transaction.ts'

/** Whether Section 16(b) passes a transaction over, on whose word. */
export type Exemption =
  | { readonly kind: 'exempt' | 'notExempt'; readonly law: string; readonly source: string | undefined }
  /** `condition`: the fact that nobody gave. */
  | { readonly kind: 'unknown'; readonly law: string; readonly condition: string }

/**
 * By the code where the code says it, else by the facts given. No exemption is taken for granted: a grant is exempt if
 * the board approved it, and no form says whether it did. A fact goes before the code: a sale can be no sale (Kern
 * County Land v. Occidental). Source: section16-rules.md 2.2, 2.4, 4.6.
 */
export function exemptionOf(transaction: ShortSwingTransaction, facts: readonly ExemptionFact[] = []): Exemption {
  const treatment = transactionTreatments.get(transaction.code)
  const law = treatment?.law ?? 'Exchange Act 16(b)'
  const said = facts.find((fact) => isAbout(fact, transaction))
  if (said) return { kind: said.exempt ? 'exempt' : 'notExempt', law, source: said.source }
  if (!treatment) return { kind: 'unknown', law, condition: `what the code “${transaction.code}” means` }
  const { exempted, condition, side, source } = treatment
  if (exempted === 'always') return { kind: 'exempt', law, source }
  // Whether a short position lapsed within six months of its writing the window says.
  if (exempted === 'never' || side === 'premium') return { kind: 'notExempt', law, source }
  return { kind: 'unknown', law, condition }
}

function isAbout(fact: ExemptionFact, { key, code, date }: ShortSwingTransaction): boolean {
  return (
    (fact.transaction === undefined || fact.transaction === key) &&
    (fact.code === undefined || fact.code === code) &&
    isInForce(fact, date)
  )
}

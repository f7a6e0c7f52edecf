import { isInForce } from '../../facts/dated.ts'
import { transactionTreatments } from '../../facts/transactionTreatments.ts'
import type { ExemptionFact } from './facts.ts'
import type { ShortSwingTransaction } from './transaction.ts'
import { lastMatchableDay } from './window.ts'

/** The last matchable day is the second before the anniversary. */
const DAYS_TO_ANNIVERSARY = 2

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
  const about = facts.filter((fact) => isAbout(fact, transaction))
  const said = about.find(({ exempt }) => exempt !== undefined)
  if (said) return { kind: said.exempt ? 'exempt' : 'notExempt', law, source: said.source }
  if (!treatment) return { kind: 'unknown', law, condition: `what the code “${transaction.code}” means` }
  const { exempted, condition, side, source } = treatment
  if (exempted === 'always') return { kind: 'exempt', law, source }
  // Whether a short position lapsed within six months of its writing the window says.
  if (exempted === 'never' || side === 'premium') return { kind: 'notExempt', law, source }
  const together = Object.assign({}, ...about.toReversed()) as ExemptionFact
  const isMet = conditionMet(transaction.code, together)
  if (isMet === undefined) return { kind: 'unknown', law, condition }
  return {
    kind: isMet ? 'exempt' : 'notExempt',
    law,
    source: [...new Set(about.map((fact) => fact.source))].join('; '),
  }
}

/** Whether the condition of a code's exemption is met; `undefined` where the facts do not say. */
function conditionMet(code: string, facts: ExemptionFact): boolean | undefined {
  switch (code) {
    case 'A':
      return isAnyTrue(facts.approved, facts.heldSixMonths)
    case 'D':
    case 'F':
      return facts.approved
    case 'C':
      return facts.isPriceFixed
    case 'I':
      return isElectionLateEnough(facts)
    default:
      return undefined
  }
}

/** One that is true is enough; false only where each is. */
function isAnyTrue(...facts: (boolean | undefined)[]): boolean | undefined {
  if (facts.includes(true)) return true
  return facts.includes(undefined) ? undefined : false
}

/** At least six months after the last one of the opposite way: not before the anniversary. */
function isElectionLateEnough({ elected, lastOppositeElection: last }: ExemptionFact): boolean | undefined {
  return elected && last && elected.day >= lastMatchableDay(last).day + DAYS_TO_ANNIVERSARY
}

function isAbout(fact: ExemptionFact, { key, code, date }: ShortSwingTransaction): boolean {
  return (
    (fact.transaction === undefined || fact.transaction === key) &&
    (fact.code === undefined || fact.code === code) &&
    isInForce(fact, date)
  )
}

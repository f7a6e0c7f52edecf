import { isInForce } from '../../facts/dated.ts'
import { transactionTreatments } from '../../facts/transactionTreatments.ts'
import type { ExemptionFact, ShortSwingFacts } from './facts.ts'
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
 * County Land v. Occidental). Rule 16b-3 is for officers and directors; an owner of ten percent whose reports do not say
 * that he is one may be one all the same, by deputization. Source: section16-rules.md R1.1.3, 2.2, 2.4, 4.6.
 */
export function exemptionOf(transaction: ShortSwingTransaction, facts: ShortSwingFacts = {}): Exemption {
  const treatment = transactionTreatments.get(transaction.code)
  const law = treatment?.law ?? 'Exchange Act 16(b)'
  const about = (facts.exemptions ?? []).filter((fact) => isAbout(fact, transaction))
  const said = about.find(({ exempt }) => exempt !== undefined)
  if (said) return { kind: said.exempt ? 'exempt' : 'notExempt', law, source: said.source }
  if (!treatment) return { kind: 'unknown', law, condition: `what the code “${transaction.code}” means` }
  const { exempted, condition, side, source } = treatment
  if (exempted === 'always') return { kind: 'exempt', law, source }
  // Whether a short position lapsed within six months of its writing the window says.
  if (exempted === 'never' || side === 'premium') return { kind: 'notExempt', law, source }
  const together = Object.assign({}, ...about.toReversed()) as ExemptionFact
  const isOutside = treatment.isForOfficersOnly ? isTenPercentAlone(transaction, facts) : false
  if (isOutside) return { kind: 'notExempt', law, source: OFFICERS_ONLY }
  const isMet = conditionMet(transaction.code, together)
  if (isMet === undefined) return { kind: 'unknown', law, condition }
  if (isMet && isOutside === undefined) return { kind: 'unknown', law, condition: IS_OFFICER }
  return {
    kind: isMet ? 'exempt' : 'notExempt',
    law,
    source: [...new Set(about.map((fact) => fact.source))].join('; '),
  }
}

const OFFICERS_ONLY = 'section16-rules.md 2.4 [V:16b-3]: officers and directors only'
const IS_OFFICER = 'the person was an officer or a director, if only by deputization'

/** Whether the person was an owner of ten percent and nothing else; `undefined` where only a report's boxes say so. */
function isTenPercentAlone(
  { date, isDirectorOrOfficer, isTenPercentOwner }: ShortSwingTransaction,
  { offices, tenPercent }: ShortSwingFacts,
): boolean | undefined {
  const isInOffice = offices ? offices.some((period) => isInForce(period, date)) : isDirectorOrOfficer
  const isTenPercent = tenPercent ? tenPercent.some((period) => isInForce(period, date)) : isTenPercentOwner
  if (isInOffice || !isTenPercent) return false
  return offices ? true : undefined
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

import type { TransactionTreatment } from '../../facts/transactionTreatments.ts'
import type { DerivationStep } from '../derivation.ts'
import { type FormAssumption, formStep, type Matching } from './answer.ts'
import type { Insider } from './insider.ts'
import type { ReportableTransaction } from './reportableTransaction.ts'

/** What a transaction is for Section 16(b). */
export interface Matched {
  readonly matching: Matching
  /** Whether an exemption from 16(b) holds, also where 16(b) does not apply anyway: forms turn on it. */
  readonly isExempt: boolean
  readonly assumptions: readonly FormAssumption[]
  readonly steps: readonly DerivationStep[]
}

/**
 * What a transaction is for Section 16(b), by its code and the facts given. An exemption that hangs on a condition is
 * taken for granted where nobody says otherwise, and named; Rule 16b-3 is for officers and directors, so that for an owner
 * of ten percent nothing is taken for granted under it. Source: section16-rules.md 2.2 and 2.4.
 */
export function matchedAs(
  treatment: TransactionTreatment,
  transaction: ReportableTransaction,
  insider: Insider | undefined,
): Matched {
  const { exempted, law, condition } = treatment
  const isOut = treatment.isForOfficersOnly && insider?.role === 'tenPercentOwner' && transaction.exempt === undefined
  const isExempt = exempted === 'always' || (exempted !== 'never' && (transaction.exempt ?? !isOut))
  const isAssumed = exempted === 'usually' && transaction.exempt === undefined && !isOut
  const assumptions = isAssumed ? [{ option: 'exempt', value: `true, ${law}: ${condition}` }] : []
  if (insider?.issuer === 'foreignPrivate') return { matching: 'notApplicable', isExempt, assumptions, steps: [] }
  if (isAssumed) {
    return { matching: 'exempt', isExempt, assumptions, steps: [formStep('match.assumedExempt', { law, condition })] }
  }
  if (isExempt) return { matching: 'exempt', isExempt, assumptions, steps: [formStep('match.exempt', { law })] }
  const matching = sideOf(treatment, transaction)
  const outStep = isOut ? [formStep('match.officersOnly', { law })] : []
  return { matching, isExempt, assumptions, steps: [...outStep, stepOf(matching, treatment)] }
}

function sideOf({ side, direction }: TransactionTreatment, transaction: ReportableTransaction): Matching {
  const { right } = transaction
  if (side === 'right') return right === undefined ? 'undecided' : right === 'call' ? 'sale' : 'purchase'
  if (side !== 'direction') return side
  const way = direction === 'either' ? transaction.acquiredDisposed : direction
  return way === undefined ? 'undecided' : way === 'A' ? 'purchase' : 'sale'
}

function stepOf(matching: Matching, { exempted, law, side }: TransactionTreatment): DerivationStep {
  if (matching === 'premium') return formStep('match.premium')
  if (matching === 'undecided') {
    const fact = side === 'right' ? 'whether the right is a call or a put' : 'whether it is acquired or disposed of'
    return formStep('match.undecided', { missing: fact })
  }
  if (exempted === 'never') return formStep('match.never', { side: matching })
  return formStep('match.notExempt', { law, matched: `matched as a ${matching}` })
}

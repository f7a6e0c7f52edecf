import { linesOf } from '../../amendments/index.ts'
import type { BreakReason, ReasonTest } from './breakReason.ts'

/**
 * The later report goes on from a total as it was before an amendment, or an amendment that could not be applied states
 * the total that is missing (R5.2.4: the reports between are usually not amended).
 */
export const amendment: ReasonTest = ({ position, brk, index }): BreakReason | undefined => {
  const { previous, next, opening } = brk
  const before = previous.earlier.find(
    ({ row }) => row.postTransactionAmounts.sharesOwnedFollowingTransaction.value?.equals(opening) === true,
  )
  if (before) {
    return {
      cause: 'amendment',
      verdict: 'shown',
      evidence: { report: previous.line.report.key, original: before.report.key },
    }
  }
  if (next.earlier.length > 0) {
    return {
      cause: 'amendment',
      verdict: 'possible',
      evidence: { report: next.line.report.key, original: next.earlier[0]!.report.key },
    }
  }
  const held = index
    .heldBack(position)
    .find((report) =>
      linesOf(report).some(
        ({ row }) =>
          row.postTransactionAmounts.sharesOwnedFollowingTransaction.value?.equals(opening) === true ||
          row.amounts.shares.value?.equals(brk.size) === true,
      ),
    )
  if (!held) return undefined
  return { cause: 'amendment', verdict: 'likely', evidence: { report: held.key } }
}

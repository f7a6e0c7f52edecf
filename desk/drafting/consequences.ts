import {
  type FiledReport,
  type Ledger,
  type LedgerOptions,
  ledgerOf,
  lineName,
  type Movement,
  type Position,
  placeOf,
} from '@section16/core/ledger'
import { Decimal } from '@section16/core/model'
import type { AffectedLine } from './amendment.ts'

const ZERO = Decimal.of(0)

/**
 * The lines, filed with or after the original, whose totals no longer follow once an amendment stands: the ledger is
 * replayed with and without it, and what is new in a position's breaks runs on from total to total, until one corrects
 * it. A total that was right although the original was wrong, as the next form's often is (R5.2.4), is not among them.
 * Lines of the amendment itself are, where its own total does not follow. Source: section16-rules.md R2.7.8, R5.2.4.
 */
export function affectedLines(
  reports: readonly FiledReport[],
  amendment: FiledReport,
  original: FiledReport,
  options: Pick<LedgerOptions, 'aliases' | 'series'> = {},
): AffectedLine[] {
  const without = ledgerOf(reports, options)
  const before = { breaks: breaksOfAll(without), openings: openingsOf(without) }
  const { positions } = ledgerOf([...reports, amendment], options)
  return positions.flatMap((position) => affectedIn(position, before, original))
}

/** How positions stood before the amendment, by the names of lines as first filed. */
interface Before {
  /** The size of the break that comes before a line. */
  readonly breaks: ReadonlyMap<string, Decimal>
  /** The balance before the first line of a position. */
  readonly openings: ReadonlyMap<string, Decimal>
}

function breaksOfAll(ledger: Ledger): Map<string, Decimal> {
  const sizes = new Map<string, Decimal>()
  for (const { steps } of ledger.positions) {
    for (const step of steps) if (step.kind === 'break') sizes.set(firstName(step.next), step.size)
  }
  return sizes
}

function openingsOf(ledger: Ledger): Map<string, Decimal> {
  return new Map(
    ledger.positions.flatMap(({ opening, steps }): [string, Decimal][] => {
      const [first] = steps
      return first?.kind === 'line' ? [[firstName(first.movement), opening.balance]] : []
    }),
  )
}

/**
 * By how much the first total of a position is off. No report says what was before it, so that the total says it; but an
 * amendment that changes the amount and leaves the total as it was does not mean that more was there.
 */
function offAtFirst({ opening, steps }: Position, openings: Before['openings']): Decimal {
  const [first] = steps
  if (first?.kind !== 'line') return ZERO
  const [asFiled] = first.movement.earlier
  const total = asFiled?.row.postTransactionAmounts.sharesOwnedFollowingTransaction.value
  const was = openings.get(firstName(first.movement))
  if (was === undefined || !total || !first.movement.stated?.equals(total)) return ZERO
  return opening.balance.minus(was)
}

function affectedIn(position: Position, before: Before, original: FiledReport): AffectedLine[] {
  let off = offAtFirst(position, before.openings)
  const affected: AffectedLine[] = []
  for (const step of position.steps) {
    if (step.kind === 'break') {
      const was = before.breaks.get(firstName(step.next)) ?? ZERO
      if (!was.equals(step.size)) off = off.plus(step.size).minus(was)
      else if (step.size.plus(off).isZero) off = ZERO
      continue
    }
    const { line, stated, standsIn } = step.movement
    if (off.isZero || stated === undefined) continue
    affected.push({
      report: line.report,
      line: placeOf(line),
      title: position.title,
      stated,
      follows: stated.minus(off),
      isSameReport: standsIn === original,
    })
  }
  return affected
}

function firstName({ line, earlier }: Movement): string {
  return lineName(earlier[0] ?? line)
}

import type { Decimal } from '../../model/decimal.ts'
import type { FiledReport } from '../filedReport.ts'
import type { Edge } from './edges.ts'
import { ownerText } from './movement.ts'
import type { Chain } from './positionChain.ts'

/** What the reports of one day add to each position: edges in the order in which they follow one another. */
export class Trails {
  private readonly trails = new Map<Chain, Edge[]>()

  add(chain: Chain, edge: Edge): void {
    const trail = this.trails.get(chain)
    if (trail) trail.push(edge)
    else this.trails.set(chain, [edge])
  }

  has(chain: Chain): boolean {
    return this.trails.has(chain)
  }

  /** Where a position stands with what is added so far. */
  endOf(chain: Chain): Decimal {
    return this.trails.get(chain)?.at(-1)?.stated ?? chain.balance
  }

  /** The report that said the last of what is added. */
  lastReport(chain: Chain): FiledReport | undefined {
    const last = this.trails.get(chain)?.at(-1)
    return last && reportOf(last)
  }

  /**
   * Puts in what leads away from a balance and back to it: whoever follows edges as far as they go may have passed such a
   * detour by (Hierholzer). Gives the edges that are left.
   */
  withDetours(edges: readonly Edge[]): Edge[] {
    let left = [...edges]
    for (let before = -1; before !== left.length; ) {
      before = left.length
      for (const [chain, trail] of this.trails) {
        for (let at = 0; at <= trail.length; at++) {
          const balance = at === 0 ? chain.balance : trail[at - 1]!.stated
          const detour = detourFrom(
            balance,
            left.filter((edge) => ownerText(reportOf(edge)) === chain.owners.join()),
          )
          trail.splice(at, 0, ...detour)
          left = left.filter((edge) => !detour.includes(edge))
        }
      }
    }
    return left
  }

  /** Counts everything that was added. */
  countAll(): void {
    for (const [chain, trail] of this.trails) {
      for (const { movements, opening } of trail) chain.count(movements, opening)
    }
  }
}

/** Edges from a balance on, as far as they go, if they come back to it; else none. */
function detourFrom(balance: Decimal, edges: readonly Edge[]): Edge[] {
  const detour: Edge[] = []
  let end = balance
  for (;;) {
    const next = edges.find((edge) => !detour.includes(edge) && edge.opening.equals(end))
    if (!next) return end.equals(balance) ? detour : []
    detour.push(next)
    end = next.stated
  }
}

/** The report in whose place an edge stands. */
export function reportOf({ movements }: Edge): FiledReport {
  return movements[0]!.standsIn
}

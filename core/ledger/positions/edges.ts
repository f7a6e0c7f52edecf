import type { Decimal } from '../../model/decimal.ts'
import { type Movement, sumOf } from './movement.ts'

/**
 * Lines of one report and position that are judged by one total: what the position was before them (`opening`) follows
 * from the total that they state and what they add. Usually one line; several where the total stands after all of them.
 */
export interface Edge {
  readonly movements: readonly Movement[]
  readonly opening: Decimal
  readonly stated: Decimal
}

/** Lines of one report and position, and those at its end that no total follows. */
export interface Edges {
  readonly edges: readonly Edge[]
  readonly rest: readonly Movement[]
}

/**
 * Edges of a report's lines, in their order. Transactions one after another that state the same total are one edge: the
 * total stands after all of them, the other reading of the column (R2.7.2). Lines without a total go with the next one.
 */
export function edgesOf(movements: readonly Movement[]): Edges {
  const edges: Edge[] = []
  let pending: Movement[] = []
  for (const [i, movement] of movements.entries()) {
    pending.push(movement)
    if (movement.stated === undefined || isOneTotal(movement, movements[i + 1])) continue
    const edge = edgeOf(pending, movement.stated)
    // Nobody owns less than nothing: then each line has a total of its own, as grants of equal size have.
    edges.push(...(edge.opening.sign < 0 && pending.length > 1 ? singleEdges(edge) : [edge]))
    pending = []
  }
  return { edges, rest: pending }
}

function isOneTotal(one: Movement, next: Movement | undefined): boolean {
  if (next?.stated === undefined || one.stated === undefined || !one.stated.equals(next.stated)) return false
  return one.line.row.isTransaction && next.line.row.isTransaction
}

function edgeOf(movements: readonly Movement[], stated: Decimal): Edge {
  return { movements, stated, opening: stated.minus(sumOf(movements)) }
}

/**
 * An edge taken line by line, for lines that state the same total and are positions of their own. The edge itself where
 * a line of it states none.
 */
export function singleEdges(edge: Edge): Edge[] {
  const isSplittable = edge.movements.every((movement) => movement.stated !== undefined)
  return isSplittable ? edge.movements.map((movement) => edgeOf([movement], edge.stated)) : [edge]
}

/** Edges that follow one another: each begins where the one before ends. */
export interface Path {
  readonly edges: readonly Edge[]
}

/** Joins edges into paths, in whatever order they stand in the report. */
export function pathsOf(edges: readonly Edge[]): Path[] {
  const paths: Edge[][] = edges.map((edge) => [edge])
  for (let joined = true; joined; ) {
    joined = false
    for (const [i, path] of paths.entries()) {
      const next = paths.findIndex((other, j) => j !== i && startOf(other).equals(endOf(path)) && moves(other))
      if (next < 0) continue
      path.push(...paths[next]!)
      paths.splice(next, 1)
      joined = true
      break
    }
  }
  return paths.map((path) => ({ edges: path }))
}

const startOf = (path: readonly Edge[]) => path[0]!.opening
const endOf = (path: readonly Edge[]) => path.at(-1)!.stated

/** A holding that says what another line ends with is a line of its own, not its continuation. */
function moves(path: readonly Edge[]): boolean {
  return path.some(({ movements }) => movements.some(({ line }) => line.row.isTransaction))
}

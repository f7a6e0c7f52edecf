import type { Box, InkImage } from './greyImage.ts'

/** A piece of ink that hangs together, also at corners. */
export interface Component extends Box {
  /** Its number, from 0, in the order in which their first pixels are met row by row. */
  readonly id: number
  /** Pixels of ink. */
  readonly area: number
}

export interface Components {
  readonly components: readonly Component[]
  /** The runs of ink, row by row: where each begins and ends (exclusive), in which row, of which component. */
  readonly runs: Runs
}

/** Runs of ink as columns of numbers; `of` is the component of each. */
export interface Runs {
  readonly count: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly row: Int32Array
  readonly of: Int32Array
}

/** A page of letters has some 100,000 runs; a page of noise is not worth more than this. */
export const MOST_RUNS = 4_000_000

/** The connected pieces of ink (8 neighbours). `undefined` where there are more than `MOST_RUNS` runs of ink. */
export function componentsOf(ink: InkImage): Components | undefined {
  const runs = runsOf(ink)
  if (!runs) return undefined
  const parent = joined(runs)
  const ids = new Int32Array(runs.count).fill(-1)
  const components: { -readonly [K in keyof Component]: Component[K] }[] = []
  for (let run = 0; run < runs.count; run++) {
    const root = rootOf(parent, run)
    const left = runs.from[run]!
    const right = runs.to[run]!
    const top = runs.row[run]!
    let id = ids[root]!
    if (id < 0) {
      id = components.length
      ids[root] = id
      components.push({ id, left, top, right, bottom: top + 1, area: 0 })
    }
    runs.of[run] = id
    const component = components[id]!
    if (left < component.left) component.left = left
    if (right > component.right) component.right = right
    component.bottom = top + 1
    component.area += right - left
  }
  return { components, runs }
}

function runsOf({ width, height, data }: InkImage): Runs | undefined {
  let capacity = 1 << 16
  let from = new Int32Array(capacity)
  let to = new Int32Array(capacity)
  let row = new Int32Array(capacity)
  let count = 0
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width
    let i = data.indexOf(1, y * width)
    if (i < 0) break
    if (i >= end) {
      y = Math.floor(i / width) - 1
      continue
    }
    while (i < end) {
      if (count === capacity) {
        if (count >= MOST_RUNS) return undefined
        capacity *= 2
        from = grown(from, capacity)
        to = grown(to, capacity)
        row = grown(row, capacity)
      }
      let stop = i + 1
      while (stop < end && data[stop] === 1) stop++
      from[count] = i - y * width
      to[count] = stop - y * width
      row[count] = y
      count++
      i = stop
      while (i < end && data[i] === 0) i++
    }
  }
  return { count, from, to, row, of: new Int32Array(count) }
}

function grown(list: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity)
  larger.set(list)
  return larger
}

/** Joins each run with those of the row above that it touches. */
function joined({ count, from, to, row }: Runs): Int32Array {
  const parent = new Int32Array(count)
  let above = 0
  for (let run = 0; run < count; run++) {
    parent[run] = run
    while (row[above]! < row[run]! - 1) above++
    // Runs of the row above that end before this one begins touch no later run of this row either.
    while (above < run && row[above] === row[run]! - 1 && to[above]! < from[run]!) above++
    for (let a = above; a < run && row[a] === row[run]! - 1 && from[a]! <= to[run]!; a++) join(parent, a, run)
  }
  return parent
}

function join(parent: Int32Array, a: number, b: number): void {
  const one = rootOf(parent, a)
  const other = rootOf(parent, b)
  if (one < other) parent[other] = one
  else parent[one] = other
}

function rootOf(parent: Int32Array, run: number): number {
  let at = run
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]!]!
    at = parent[at]!
  }
  return at
}

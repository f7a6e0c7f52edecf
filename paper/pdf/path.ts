import { applied, type Matrix } from './matrix.ts'

/** A ruled line, as a box without a page yet. */
export interface Stroke {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Thicker than this, in points, is a shade and no line; shorter than `SHORTEST` is a letter's stroke. */
const THICKEST = 3
const SHORTEST = 4
/** A line that leaves the straight by more is none of a form. */
const STRAIGHT = 0.6

/** Numbers that follow each command of a path as pdf.js packs it: move, line, curve, quadratic curve, close. */
const OPERANDS = [2, 2, 6, 4, 0] as const

type Point = readonly [x: number, y: number]

/** A piece of a path that is drawn in one go, in points from the upper left corner of the page. */
export interface Subpath {
  /** Its corners; of a curve also the points that it is bent to. */
  readonly points: readonly Point[]
  readonly isCurved: boolean
}

/**
 * The level and upright lines of a path: its straight edges where it is stroked with a `pen`, in points, itself where it
 * is filled and thin, as browsers draw the borders of tables. A piece with a curve has none.
 */
export function rulesOf(subpaths: readonly Subpath[], pen: number | undefined): Stroke[] {
  return subpaths.flatMap(({ points, isCurved }) => {
    if (isCurved) return []
    if (pen === undefined) return isRule(boxOf(points)) ? [boxOf(points)] : []
    return edgesOf(points).flatMap((edge) => (isLevelOrUpright(edge) ? thickened(edge, pen) : []))
  })
}

/** The boxes around the straight edges between points. */
export const edgesOf = (points: readonly Point[]): Stroke[] =>
  points.slice(1).map((point, i) => boxOf([points[i]!, point]))

export const isLevelOrUpright = ({ left, top, right, bottom }: Stroke): boolean =>
  Math.min(right - left, bottom - top) <= STRAIGHT

function thickened({ left, top, right, bottom }: Stroke, pen: number): Stroke[] {
  const half = Math.max(pen, 0.1) / 2
  const isLevel = right - left > bottom - top
  const box = isLevel
    ? { left, right, top: (top + bottom) / 2 - half, bottom: (top + bottom) / 2 + half }
    : { top, bottom, left: (left + right) / 2 - half, right: (left + right) / 2 + half }
  return isRule(box) ? [box] : []
}

function isRule({ left, top, right, bottom }: Stroke): boolean {
  const [thin, long] = [right - left, bottom - top].sort((a, b) => a - b) as [number, number]
  return thin <= THICKEST && long >= SHORTEST && long > 2 * thin
}

export function boxOf(points: readonly Point[]): Stroke {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** The pieces of a path as pdf.js packs it; of one with a command that is not known, those before it. */
export function subpathsOf(data: ArrayLike<number>, ctm: Matrix): Subpath[] {
  const found: Subpath[] = []
  let points: Point[] = []
  let isCurved = false
  const end = () => {
    if (points.length > 1) found.push({ points, isCurved })
    points = []
    isCurved = false
  }
  for (let i = 0; i < data.length; ) {
    const command = data[i]!
    const count = OPERANDS[command as 0 | 1 | 2 | 3 | 4]
    if (count === undefined) break
    if (command === 0) end()
    if (command === 4 && points[0]) points.push(points[0])
    if (count > 2) isCurved = true
    for (let n = 1; n < count; n += 2) points.push(applied(ctm, data[i + n] ?? 0, data[i + n + 1] ?? 0))
    i += 1 + count
  }
  end()
  return found
}

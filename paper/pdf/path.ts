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

type Point = [x: number, y: number]

/**
 * The level and upright lines of a path: its edges where it is stroked with a pen of `lineWidth`, itself where it is
 * filled and thin, as browsers draw the borders of tables.
 */
export function rulesOfPath(data: ArrayLike<number>, ctm: Matrix, lineWidth: number | undefined): Stroke[] {
  const pen = (lineWidth ?? 0) * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))
  return subpathsOf(data, ctm).flatMap((points) => {
    if (lineWidth === undefined) return isRule(boxOf(points)) ? [boxOf(points)] : []
    return points.slice(1).flatMap((point, i) => {
      const box = boxOf([points[i]!, point])
      return Math.min(box.right - box.left, box.bottom - box.top) <= STRAIGHT ? thickened(box, pen) : []
    })
  })
}

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

function boxOf(points: readonly Point[]): Stroke {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** Parts of a path with straight edges only; one with a curve is no rule. */
function subpathsOf(data: ArrayLike<number>, ctm: Matrix): Point[][] {
  const found: Point[][] = []
  let points: Point[] = []
  let isCurved = false
  const end = () => {
    if (points.length > 1 && !isCurved) found.push(points)
    points = []
    isCurved = false
  }
  for (let i = 0; i < data.length; ) {
    const command = data[i]!
    const count = OPERANDS[command as 0 | 1 | 2 | 3 | 4]
    if (count === undefined) break
    if (command === 0) end()
    if (command === 4 && points[0]) points.push(points[0])
    else if (count === 2) points.push(applied(ctm, data[i + 1] ?? 0, data[i + 2] ?? 0))
    else if (count > 2) isCurved = true
    i += 1 + count
  }
  end()
  return found
}

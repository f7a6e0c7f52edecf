import type { Word } from '../page/page.ts'
import { boxOf, edgesOf, isLevelOrUpright, type Stroke, type Subpath } from './path.ts'

/** Something drawn that is of the size of a tick and no ruled line. */
export interface Drawing {
  readonly box: Stroke
  /** Of one straight stroke that is neither level nor upright: whether it goes down to the right. */
  readonly isFalling?: boolean
}

/** Sides of a tick, in points. */
const SMALLEST = 2
const LARGEST = 30
/** Strokes that cross have their middles no farther apart than this share of the larger one's sides. */
const OFF_MIDDLE = 0.25

/**
 * What of a path may be a tick: a stroke aslant, an angle, a curve, or a small shape that is filled. Level and upright
 * strokes are lines to write on, and the sides of a box.
 */
export function drawingsOf(subpaths: readonly Subpath[], isStroked: boolean): Drawing[] {
  return subpaths.flatMap(({ points, isCurved }): Drawing[] => {
    const box = boxOf(points)
    const sides = [box.right - box.left, box.bottom - box.top]
    if (!sides.every((side) => side >= SMALLEST && side <= LARGEST)) return []
    if (isStroked && !isCurved && edgesOf(points).every(isLevelOrUpright)) return []
    const [[x, y] = [0, 0], [toX, toY] = [0, 0]] = points
    const isOneStroke = isStroked && !isCurved && points.length === 2
    return [isOneStroke ? { box, isFalling: toX > x === toY > y } : { box }]
  })
}

/** Drawings as signs of a box to tick: `\u2612` for two strokes, one after the other, that cross; `[?]` for all else. */
export function signsOf(drawings: readonly Drawing[], page: number): Word[] {
  const signs: Word[] = []
  for (const [i, drawing] of drawings.entries()) {
    const before = drawings[i - 1]
    const isCross = before !== undefined && isCrossing(before, drawing)
    if (isCross) signs.pop()
    const place = { page, ...(isCross ? around(before.box, drawing.box) : drawing.box) }
    signs.push(
      isCross
        ? { text: '\u2612', place, certainty: 1 }
        : { text: '[?]', place, certainty: 0, alternatives: ['\u2612', '\u2610'] },
    )
  }
  return signs
}

function isCrossing(a: Drawing, b: Drawing): boolean {
  if (a.isFalling === undefined || b.isFalling === undefined || a.isFalling === b.isFalling) return false
  const { left, top, right, bottom } = around(a.box, b.box)
  const across = Math.abs(a.box.left + a.box.right - b.box.left - b.box.right) / 2
  const down = Math.abs(a.box.top + a.box.bottom - b.box.top - b.box.bottom) / 2
  return across <= OFF_MIDDLE * (right - left) && down <= OFF_MIDDLE * (bottom - top)
}

const around = (a: Stroke, b: Stroke): Stroke => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

import type { Rule } from '../../page/page.ts'
import { centreOf, clustered, middleOf } from '../geometry.ts'

const isUpright = ({ left, top, right, bottom }: Rule) => bottom - top > right - left

/** A stretch of a page, in its unit. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Where the upright lines of a table stand: those that run over a good part of a stretch of height, in order. */
export function uprights(rules: readonly Rule[], { from, to }: Stretch, height: number): number[] {
  const own = rules.filter((rule) => isUpright(rule) && rule.bottom > from && rule.top < to)
  return clustered(own.map(centreOf), 0.55 * height).filter((x) => {
    const near = own.filter((rule) => Math.abs(centreOf(rule) - x) <= 0.6 * height)
    const length = covered(near.map(({ top, bottom }) => ({ from: Math.max(top, from), to: Math.min(bottom, to) })))
    return length >= Math.min(1.5 * height, 0.5 * (to - from))
  })
}

/** Where the level lines of a table stand that run over most of its width, from top to bottom. */
export function levels(rules: readonly Rule[], width: Stretch, { from, to }: Stretch, height: number): number[] {
  const own = rules.filter((rule) => !isUpright(rule) && middleOf(rule) >= from && middleOf(rule) <= to)
  const most = 0.7 * (width.to - width.from)
  return clustered(own.map(middleOf), 0.4 * height).filter((y) => {
    const near = own.filter((rule) => Math.abs(middleOf(rule) - y) <= 0.45 * height)
    const inside = near.map(({ left, right }) => ({ from: Math.max(left, width.from), to: Math.min(right, width.to) }))
    return covered(inside) >= most
  })
}

/** The length that stretches cover together. */
function covered(stretches: readonly Stretch[]): number {
  let length = 0
  let end = Number.NEGATIVE_INFINITY
  for (const { from, to } of stretches.filter((each) => each.to > each.from).sort((a, b) => a.from - b.from)) {
    length += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return length
}

/** The gaps of at least a width between boxes, seen from above: their middles. */
export function gapsBetween(boxes: readonly Stretch[], least: number): number[] {
  const gaps: number[] = []
  let end: number | undefined
  for (const { from, to } of boxes.toSorted((a, b) => a.from - b.from)) {
    if (end !== undefined && from - end >= least) gaps.push((from + end) / 2)
    end = Math.max(end ?? to, to)
  }
  return gaps
}

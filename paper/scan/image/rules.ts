import type { Box, GreyImage, InkImage } from './greyImage.ts'
import { type RuleRun, ruleRuns } from './ruleRuns.ts'

/** Lengths in pixels at 300 dpi, the resolution in which pages are worked on. */
const SHORTEST = 90
/** A shorter line is a rule only if it runs from one rule to another. */
const SHORTEST_BETWEEN = 36
const THICKEST = 12
/** How near two lines have to come to be one, or to meet. */
const NEAR = 6
/** How far the ink of a rule may reach beyond where it was found. */
const EDGE = 3
/** A page of rules and nothing else is not a form. */
const MOST_RULES = 5000

/** A ruled line as found, in a view in which it runs across: its box, and the runs it is made of at half the resolution. */
interface FoundRule extends Box {
  readonly runs: readonly RuleRun[]
}

export interface Ruled {
  readonly across: readonly Box[]
  readonly down: readonly Box[]
}

/**
 * The ruled lines of a straight page at 300 dpi. They are taken out of the ink and of the picture; where the stroke of a
 * letter crosses one, the stroke stays.
 */
export function takeRules(ink: InkImage, picture: GreyImage): Ruled {
  const half = halved(picture)
  const lines = [rulesOf(half), rulesOf(transposed(half))] as const
  const long = lines.map((all) => all.filter(({ left, right }) => right - left >= SHORTEST))
  const [across, down] = lines.map((all, i) =>
    all.filter((rule) => rule.right - rule.left >= SHORTEST || endsAtRules(rule, long[1 - i]!)),
  ) as [FoundRule[], FoundRule[]]
  erase(across, ink.data, picture.data, ink.width, 1)
  erase(down, ink.data, picture.data, 1, ink.width)
  return {
    across: across.map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
    down: down.map(({ left, top, right, bottom }) => ({ left: top, top: left, right: bottom, bottom: right })),
  }
}

/** Whether a line begins and ends at lines that cross its direction (whose own view has the two exchanged). */
function endsAtRules({ left, right, top, bottom }: Box, crossing: readonly Box[]): boolean {
  const touches = (x: number) =>
    crossing.some(
      (rule) =>
        rule.top <= x + NEAR && rule.bottom >= x - NEAR && rule.left <= bottom + NEAR && rule.right >= top - NEAR,
    )
  return touches(left) && touches(right)
}

/** The picture at half its resolution: fine enough to find lines in. */
function halved({ width, height, data }: GreyImage): GreyImage {
  const half = { width: width >> 1, height: height >> 1, data: new Uint8Array((width >> 1) * (height >> 1)) }
  for (let y = 0, to = 0; y < half.height; y++) {
    for (let x = 0, from = 2 * y * width; x < half.width; x++, from += 2, to++) {
      half.data[to] = (data[from]! + data[from + 1]! + data[from + width]! + data[from + width + 1]!) >> 2
    }
  }
  return half
}

function transposed({ width, height, data }: GreyImage): GreyImage {
  const turned = new Uint8Array(data.length)
  // In squares, so that neither picture is walked through with far steps only.
  for (let top = 0; top < height; top += 32) {
    for (let left = 0; left < width; left += 32) {
      for (let y = top; y < Math.min(height, top + 32); y++) {
        for (let x = left; x < Math.min(width, left + 32); x++) turned[x * height + y] = data[y * width + x]!
      }
    }
  }
  return { width: height, height: width, data: turned }
}

/** The lines that run across, in pixels of the whole picture: runs of neighbouring rows put together, thin as a whole. */
function rulesOf(half: GreyImage): FoundRule[] {
  let open: FoundRule[] = []
  const closed: FoundRule[] = []
  for (const run of ruleRuns(half, SHORTEST_BETWEEN / 2)) {
    if (closed.length + open.length > MOST_RULES) break
    const own = { left: 2 * run.from, right: 2 * run.to, top: 2 * run.row, bottom: 2 * run.row + 2, runs: [run] }
    const near: FoundRule[] = []
    const rest: FoundRule[] = []
    for (const rule of open) {
      if (rule.bottom < own.top - 2) closed.push(rule)
      else if (own.left <= rule.right + NEAR && own.right >= rule.left - NEAR) near.push(rule)
      else rest.push(rule)
    }
    open = [...rest, near.reduce(together, own)]
  }
  return [...closed, ...open].filter(({ top, bottom, left, right }) => {
    const thick = bottom - top
    return thick <= THICKEST && right - left >= 6 * thick
  })
}

const together = (a: FoundRule, b: FoundRule): FoundRule => ({
  left: Math.min(a.left, b.left),
  right: Math.max(a.right, b.right),
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
  runs: [...b.runs, ...a.runs],
})

/**
 * Takes rules out, with the fuzz of a pixel on both sides. `row` and `column` are the steps in the data from one row of
 * the rule's own view to the next, so that lines that run down are taken out with the two exchanged.
 */
function erase(rules: readonly FoundRule[], ink: Uint8Array, light: Uint8Array, row: number, column: number): void {
  const reach = (from: number, step: number) => {
    let far = 0
    while (far < EDGE && ink[from + far * step] === 1) far++
    return far
  }
  for (const rule of rules) {
    const { tops, bottoms } = courseOf(rule)
    for (let x = rule.left; x < rule.right; x++) {
      const top = tops[x - rule.left]! * row + x * column
      const bottom = bottoms[x - rule.left]! * row + x * column
      const above = reach(top - row, -row)
      const below = reach(bottom, row)
      // The stroke of a letter goes through.
      if (above === EDGE && below === EDGE) continue
      const first = above === EDGE ? top : top - (above + 1) * row
      const last = below === EDGE ? bottom : bottom + (below + 1) * row
      for (let at = first; at < last; at += row) {
        if (at < 0 || at >= ink.length) continue
        ink[at] = 0
        light[at] = 255
      }
    }
  }
}

/** In which rows a rule lies at each of its columns; where it is worn, as in the column before. */
function courseOf({ left, right, runs }: FoundRule): { tops: Int32Array; bottoms: Int32Array } {
  const tops = new Int32Array(right - left).fill(-1)
  const bottoms = new Int32Array(right - left)
  for (const { row, from, to } of runs) {
    for (let x = 2 * from - left; x < 2 * to - left; x++) {
      tops[x] = tops[x] === -1 ? 2 * row : Math.min(tops[x]!, 2 * row)
      bottoms[x] = Math.max(bottoms[x]!, 2 * row + 2)
    }
  }
  const first = tops.findIndex((top) => top >= 0)
  let top = tops[first]!
  let bottom = bottoms[first]!
  for (let x = 0; x < tops.length; x++) {
    if (tops[x] === -1) {
      tops[x] = top
      bottoms[x] = bottom
    } else {
      top = tops[x]!
      bottom = bottoms[x]!
    }
  }
  return { tops, bottoms }
}

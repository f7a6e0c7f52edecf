import type { Box, GreyImage, InkImage } from './greyImage.ts'

/** Lengths in pixels at 300 dpi, the resolution in which pages are worked on. */
const SHORTEST = 90
/** A shorter line is a rule only if it runs from one rule to another. */
const SHORTEST_BETWEEN = 36
const THICKEST = 14
/** Gaps that a worn rule may have. */
const GAP = 3
/** The least share of a run that has to be ink. */
const LEAST_INK = 0.95
/** A page of rules and nothing else is not a form. */
const MOST_RULES = 5000

/** A ruled line as found: its box and the runs of ink it is made of. */
interface FoundRule {
  left: number
  top: number
  right: number
  bottom: number
  readonly runs: Run[]
}

/** A run of ink in a row; `to` is exclusive. */
interface Run {
  readonly row: number
  readonly from: number
  readonly to: number
}

export interface Ruled {
  readonly across: readonly Box[]
  readonly down: readonly Box[]
}

/**
 * The ruled lines of an upright, straight page at 300 dpi. They are taken out of the ink and of the picture; where the
 * stroke of a letter crosses one, the stroke stays.
 */
export function takeRules(ink: InkImage, picture: GreyImage): Ruled {
  const lines = [rulesOf(ink), rulesOf(transposed(ink))] as const
  const long = lines.map((all) => all.filter(({ left, right }) => right - left >= SHORTEST))
  const [across, down] = lines.map((all, i) =>
    all.filter((rule) => rule.right - rule.left >= SHORTEST || endsAtRules(rule, long[1 - i]!)),
  ) as [FoundRule[], FoundRule[]]
  const { data, width } = ink
  erase(across, data, picture.data, width, 1)
  erase(down, data, picture.data, 1, width)
  return {
    across: across.map(boxOf),
    down: down.map(({ left, top, right, bottom }) => ({ left: top, top: left, right: bottom, bottom: right })),
  }
}

/** Whether a line begins and ends at lines that cross its direction (whose own view has the two exchanged). */
function endsAtRules({ left, right, top, bottom }: Box, crossing: readonly Box[]): boolean {
  const touches = (x: number) =>
    crossing.some(
      (rule) => rule.top <= x + GAP && rule.bottom >= x - GAP && rule.left <= bottom + GAP && rule.right >= top - GAP,
    )
  return touches(left) && touches(right)
}

const boxOf = ({ left, top, right, bottom }: FoundRule): Box => ({ left, top, right, bottom })

function transposed({ width, height, data }: InkImage): InkImage {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = y * width; x < width; x++, at++) if (data[at] === 1) turned[x * height + y] = 1
  }
  return { width: height, height: width, data: turned }
}

/** The lines that run across: long runs of ink, those of neighbouring rows put together, thin as a whole. */
function rulesOf(ink: InkImage): FoundRule[] {
  let open: FoundRule[] = []
  const closed: FoundRule[] = []
  for (const run of longRuns(ink)) {
    if (closed.length + open.length > MOST_RULES) break
    const near: FoundRule[] = []
    const rest: FoundRule[] = []
    for (const rule of open) {
      if (rule.bottom < run.row - 1) closed.push(rule)
      else if (run.from <= rule.right + GAP && run.to >= rule.left - GAP) near.push(rule)
      else rest.push(rule)
    }
    const own = { left: run.from, right: run.to, top: run.row, bottom: run.row + 1, runs: [run] }
    open = [...rest, near.reduce(together, own)]
  }
  return [...closed, ...open].filter(({ top, bottom, left, right }) => {
    const thick = bottom - top
    return thick <= THICKEST && right - left >= 8 * thick
  })
}

function together(a: FoundRule, b: FoundRule): FoundRule {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    runs: [...b.runs, ...a.runs],
  }
}

function* longRuns({ width, height, data }: InkImage): Generator<Run> {
  for (let row = 0; row < height; row++) {
    const end = (row + 1) * width
    let at = data.indexOf(1, row * width)
    while (at >= 0 && at < end) {
      const from = at
      let to = at
      let inked = 0
      for (; at < end && at - to <= GAP; at++) {
        if (data[at] === 1) {
          to = at + 1
          inked++
        }
      }
      if (to - from >= SHORTEST_BETWEEN && inked >= (to - from) * LEAST_INK) {
        yield { row, from: from - row * width, to: to - row * width }
      }
      at = data.indexOf(1, to)
    }
    if (at < 0) return
  }
}

/**
 * Takes rules out, with the fuzz of a pixel on both sides. `row` and `column` are the steps in the data from one row of
 * the rule's own view to the next, so that lines that run down are taken out with the two exchanged.
 */
function erase(rules: readonly FoundRule[], ink: Uint8Array, light: Uint8Array, row: number, column: number): void {
  for (const rule of rules) {
    const { tops, bottoms } = courseOf(rule)
    for (let x = rule.left; x < rule.right; x++) {
      const top = tops[x - rule.left]! - 1
      const bottom = bottoms[x - rule.left]! + 1
      const above = (top - 1) * row + x * column
      const below = bottom * row + x * column
      // The stroke of a letter goes through.
      if (ink[above] === 1 && ink[below] === 1) continue
      for (let at = above + row; at < below; at += row) {
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
    for (let x = from - left; x < to - left; x++) {
      tops[x] = tops[x] === -1 ? row : Math.min(tops[x]!, row)
      bottoms[x] = Math.max(bottoms[x]!, row + 1)
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

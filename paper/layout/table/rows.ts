import type { Rule, Word } from '../../page/page.ts'
import { centreOf, middleOf, usualHeight } from '../geometry.ts'
import { linesOf } from '../lines.ts'
import { levels } from './grid.ts'
import type { PlacedColumn } from './heading.ts'

/** Columns whose entries stand on one line, so that each of their lines is a row. */
const SHORT = new Set(['transactionDate', 'code', 'acquiredOrDisposed', 'directOrIndirect', 'owned', 'exerciseDate'])
const OF_ONE_LETTER = 'directOrIndirect'

/** The rows of a table on one page, as words. */
export interface BodyRows {
  readonly rows: readonly (readonly Word[])[]
  /** The first has no line above it: it began on the page before. */
  readonly isBegun: boolean
  /** Words below the last ruled line: of a row that may go on on the next page, or of none. */
  readonly rest: readonly Word[]
}

/**
 * The words of a table's body, row by row: between ruled lines where there are some, else by the lines of the columns
 * whose entries have one. `top` is where the headings end, if they stand on this page.
 */
export function rowsOf(
  words: readonly Word[],
  rules: readonly Rule[],
  columns: readonly PlacedColumn<string>[],
  top: number | undefined,
): BodyRows {
  if (words.length === 0 || columns.length === 0) return { rows: [], isBegun: false, rest: words }
  const height = usualHeight(words)
  const width = { from: columns[0]!.left, to: columns.at(-1)!.right }
  const first = Math.min(...words.map(({ place }) => place.top))
  const end = Math.max(...words.map(({ place }) => place.bottom))
  const ruled = levels(rules, width, { from: (top ?? first) - height, to: end + 3 * height }, height)
  const above = top ?? ruled.find((y) => y <= first + 0.3 * height)
  const below = ruled.filter((y) => y > (above ?? first) + 0.5 * height)
  if (below.length === 0) return { rows: byLines(words, columns, height), isBegun: false, rest: [] }
  const borders = [(above ?? first) - 0.5 * height, ...below]
  const rows = borders.slice(1).flatMap((bottom, i) => {
    const own = words.filter(({ place }) => middleOf(place) >= borders[i]! && middleOf(place) < bottom)
    return own.length === 0 ? [] : parted(own, columns, height)
  })
  const rest = words.filter(({ place }) => middleOf(place) >= below.at(-1)!)
  const isBegun = above === undefined
  if (!hasEntries(rest, columns)) return { rows, isBegun, rest }
  const [last, ...others] = byLines(rest, columns, height).toReversed()
  return { rows: [...rows, ...others.toReversed()], isBegun, rest: last ?? [] }
}

/** Whether words stand in columns of short entries, and not all over them, as text below a table does. */
export function hasEntries(words: readonly Word[], columns: readonly PlacedColumn<string>[]): boolean {
  const entries = columns.filter(({ key }) => SHORT.has(key)).map((column) => inColumn(words, column))
  return entries.filter((entry) => entry.length === 1).length >= 2
}

/** Two rows between which a ruled line was not seen: each has its own letter, D or I, and more on the same line. */
function parted(words: readonly Word[], columns: readonly PlacedColumn<string>[], height: number): Word[][] {
  const letters = linesOf(
    inColumn(
      words,
      columns.find(({ key }) => key === OF_ONE_LETTER),
    ),
  )
  if (letters.length < 2 || letters.some((line) => !/^\(?[DI1l|]\)?/.test(line.words[0]!.text))) return [[...words]]
  const owned = linesOf(
    inColumn(
      words,
      columns.find(({ key }) => key === 'owned'),
    ),
  )
  return owned.length >= letters.length ? byLines(words, columns, height) : [[...words]]
}

const inColumn = (words: readonly Word[], column: PlacedColumn<string> | undefined): Word[] =>
  column ? words.filter(({ place }) => centreOf(place) >= column.left && centreOf(place) < column.right) : []

/** Rows by the lines of short entries; what stands between two belongs to the nearer, from the widest gap on. */
function byLines(words: readonly Word[], columns: readonly PlacedColumn<string>[], height: number): Word[][] {
  const short = columns.filter(({ key }) => SHORT.has(key))
  const entries = words.filter((word) => short.some((column) => inColumn([word], column).length > 0))
  const heads = linesOf(entries).map((line) => middleOf(line.place))
  const middles = heads.filter((y, i) => i === 0 || y - heads[i - 1]! > 0.9 * height)
  if (middles.length < 2) return [[...words]]
  const title = linesOf(inColumn(words, columns[0]))
  const borders = middles.slice(1).map((y, i) =>
    borderBetween(
      middles[i]!,
      y,
      title.map(({ place }) => place),
    ),
  )
  const rows: Word[][] = middles.map(() => [])
  for (const word of words) {
    const at = borders.findIndex((y) => middleOf(word.place) < y)
    rows[at < 0 ? rows.length - 1 : at]!.push(word)
  }
  return rows.filter((row) => row.length > 0)
}

/** Between two rows: the widest gap in the first column's lines there, else the middle. */
function borderBetween(from: number, to: number, lines: readonly { top: number; bottom: number }[]): number {
  let best = { gap: 0, y: (from + to) / 2 }
  const inside = lines.filter(({ top, bottom }) => bottom > from - 1 && top < to + 1)
  for (const [i, line] of inside.slice(1).entries()) {
    const above = inside[i]!
    const gap = line.top - above.bottom
    if (gap > best.gap * 1.2) best = { gap, y: (line.top + above.bottom) / 2 }
  }
  return best.y
}

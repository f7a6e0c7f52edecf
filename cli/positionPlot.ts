/** A point of a line over days. */
export interface PlotPoint {
  /** Civil day number. */
  readonly day: number
  /** What is drawn; a drawing needs no exactness, the figures beside it have it. */
  readonly height: number
}

/** The dots of a Braille character, by column and row: two across, four down. */
const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const
const BRAILLE = 0x2800
const ACROSS = 2
const DOWN = 4

/**
 * A step line of balances over time in Braille characters, `width` by `rows` of them: from each point on the balance
 * stays until the next. The zero line is the bottom unless something lies below it. Empty without points.
 */
export function drawPlot(points: readonly PlotPoint[], width: number, rows: number): string[] {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return []
  const high = Math.max(0, ...points.map(({ height }) => height))
  const low = Math.min(0, ...points.map(({ height }) => height))
  const cells = Array.from({ length: rows }, () => Array.from({ length: width }, () => 0))
  const columns = width * ACROSS
  const levels = rows * DOWN
  const days = Math.max(1, last.day - first.day)
  const levelOf = (height: number) => Math.round(((height - low) / Math.max(high - low, 1)) * (levels - 1))
  let before: number | undefined
  for (let column = 0; column < columns; column++) {
    const day = first.day + (days * column) / Math.max(1, columns - 1)
    const { height } = points.findLast((point) => point.day <= day) ?? first
    const level = levelOf(height)
    const [from, to] = before === undefined ? [level, level] : [Math.min(before, level), Math.max(before, level)]
    for (let at = from; at <= to; at++) setDot(cells, column, levels - 1 - at)
    before = level
  }
  return cells.map((row) => row.map((dots) => String.fromCodePoint(BRAILLE + dots)).join(''))
}

function setDot(cells: number[][], column: number, line: number): void {
  const row = cells[Math.floor(line / DOWN)]!
  const at = Math.floor(column / ACROSS)
  row[at] = (row[at] ?? 0) | DOTS[column % ACROSS]![line % DOWN]!
}

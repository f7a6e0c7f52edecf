import type { Word } from '../../page/page.ts'
import type { GridLine } from '../text/grid.ts'
import { isRuleWord } from '../text/grid.ts'
import { overlap, type Segment, segmentsOf } from '../text/segments.ts'
import type { TypedTable } from './heading.ts'

/** The span of a column, right exclusive. */
export interface Column {
  readonly left: number
  readonly right: number
  /** No border is shown on the right: the column ends with its longest text. */
  readonly isOpen?: true
}

/** What one line has in one column. */
export interface Part {
  readonly column: number
  readonly line: GridLine
  readonly words: readonly Word[]
  /** Whether it might belong to a neighbour. */
  readonly isDoubtful: boolean
}

/** The columns of a table and what its lines have in each. */
export interface Columns {
  readonly columns: readonly Column[]
  /** Whether the source shows the borders (pipes, ruled headings) or they were found by the gaps. */
  readonly isShown: boolean
  readonly isPiped: boolean
  /** Blanks between a pipe and what stands behind it; 0 where there are no pipes. */
  readonly padding: number
  /** The parts of each line of the body that has words, lines in order; rules and blank lines are empty lists. */
  readonly lines: readonly (readonly Part[])[]
}

/** A table of more lines or columns is read by no one: Table II has 18 columns. */
const MOST_LINES = 2000
const MOST_COLUMNS = 60

/**
 * Finds the columns by pipes, by dashes under the headings, by `<S>` and `<C>`, or by gaps common to all lines.
 * `undefined` where nothing is filled in, or a table has more than 2,000 lines or 60 columns.
 */
export function columnsOf(table: TypedTable): Columns | undefined {
  const filled = table.body.filter(isFilled)
  if (filled.length === 0 || table.body.length > MOST_LINES) return undefined
  const columns =
    byPipes(table, filled) ?? byRuns(table, filled) ?? byStops(table, filled) ?? byGaps(table.body, filled)
  return columns.columns.length <= MOST_COLUMNS ? columns : undefined
}

function isFilled(line: GridLine): boolean {
  return !line.isRule && line.words.some((word) => !isRuleWord(word) || /^-+$/.test(word.text))
}

/** A run of dashes of a cell is an answer (`---`), of a whole line it is none. */
function wordsIn(line: GridLine): readonly Word[] {
  return isFilled(line) ? line.words.filter((word) => !isRuleWord(word) || /^-{2,4}$/.test(word.text)) : []
}

/* Pipes */

/** With fewer pipes than this, every line must have them. */
const MANY_PIPES = 3

function byPipes({ heading, body }: TypedTable, filled: readonly GridLine[]): Columns | undefined {
  const piped = filled.filter(({ pipes }) => pipes.length > 0)
  const least = Math.min(...piped.map((line) => innerPipes(line, [...heading, ...filled])))
  const share = least < MANY_PIPES ? 1 : 0.6
  if (piped.length === 0 || least === 0 || piped.length < share * filled.length) return undefined
  const counts = piped.map(({ pipes }) => pipes.length)
  const usual = mostFrequent(counts)
  const pipes = piped.find((line) => line.pipes.length === usual)!.pipes
  const lines = body.map((line) => pipedParts(line, pipes))
  const unclosed = widest([...heading, ...filled], pipes.at(-1)!)
  const edges = [-1, ...pipes, unclosed]
  const columns = edges.slice(1).map((right, i): Column => {
    const left = edges[i]! + 1
    return i === pipes.length ? { left, right, isOpen: true } : { left, right }
  })
  return { columns, isShown: true, isPiped: true, padding: paddingOf(columns, lines), lines }
}

/** The least that any text stands apart from the pipe before it; what begins the line has none before it. */
function paddingOf(columns: readonly Column[], lines: readonly (readonly Part[])[]): number {
  const parts = lines.flat().filter(({ column }) => column > 0)
  return parts.length === 0
    ? 0
    : Math.min(...parts.map(({ column, words }) => words[0]!.place.left - columns[column]!.left))
}

/** How many pipes of a line part something: not those of a frame around the whole. */
function innerPipes({ pipes }: GridLine, lines: readonly GridLine[]): number {
  const places = lines.flatMap(({ words }) => words.filter((word) => !isRuleWord(word)).map(({ place }) => place))
  const left = Math.min(...places.map((place) => place.left))
  const right = Math.max(...places.map((place) => place.right))
  return pipes.filter((pipe) => pipe > left && pipe < right).length
}

/** Where a last column without a pipe behind it ends: with its longest text. */
function widest(lines: readonly GridLine[], pipe: number): number {
  const rights = lines.flatMap(({ words }) => words.filter((word) => !isRuleWord(word)).map(({ place }) => place.right))
  return Math.max(pipe + 2, ...rights)
}

function mostFrequent(counts: readonly number[]): number {
  const times = Map.groupBy(counts, (count) => count)
  return [...times].toSorted((a, b) => b[1].length - a[1].length || b[0] - a[0])[0]![0]
}

/** The k-th pipe of a line is the k-th border; a line with fewer or more pipes goes by place, and is doubtful. */
function pipedParts(line: GridLine, pipes: readonly number[]): readonly Part[] {
  const isUsual = line.pipes.length === pipes.length
  const borders = isUsual ? line.pipes : pipes
  const parts = new Map<number, Word[]>()
  for (const word of wordsIn(line)) {
    const column = borders.filter((pipe) => pipe < (word.place.left + word.place.right) / 2).length
    parts.set(column, [...(parts.get(column) ?? []), word])
  }
  const isDoubtful = !isUsual && !line.pipes.every((pipe) => pipes.some((usual) => Math.abs(usual - pipe) <= 1))
  return [...parts].map(([column, words]) => ({ column, line, words, isDoubtful }))
}

/* Dashes under the headings, and stops */

const LEAST_RUNS = 3

function byRuns({ heading, body }: TypedTable, filled: readonly GridLine[]): Columns | undefined {
  const ruled = [...heading, ...body.slice(0, 1)].filter((line) => line.isRule && line.words.length >= LEAST_RUNS)
  const last = ruled.filter((line) => line.words.every((word) => word.text.length > 0)).at(-1)
  if (!last || last.words.every((word) => word.text.length === 1)) return undefined
  const columns = last.words.map(({ place: { left, right } }) => ({ left, right }))
  return fitted(columns, body, filled)
}

function byStops({ heading, body }: TypedTable, filled: readonly GridLine[]): Columns | undefined {
  const stops = heading.findLast((line) => line.stops)?.stops
  if (!stops || stops.length < LEAST_RUNS) return undefined
  const columns = stops.map((left, i) => ({ left, right: (stops[i + 1] ?? 1000) - 1 }))
  return fitted(columns, body, filled)
}

/** Columns as shown, unless they cut through what stands in them: then they are not the columns. */
function fitted(
  columns: readonly Column[],
  body: readonly GridLine[],
  filled: readonly GridLine[],
): Columns | undefined {
  const words = filled.flatMap(wordsIn)
  const cut = words.filter((word) => columns.filter((column) => overlap(column, word.place) > 0).length > 1)
  if (cut.length > 0.1 * words.length) return undefined
  return { columns, isShown: true, isPiped: false, padding: 0, lines: body.map((line) => partsIn(line, columns)) }
}

/* Gaps */

/** Pieces that stand over each other are a column; a piece over two that stand apart in another line is left out. */
function byGaps(body: readonly GridLine[], filled: readonly GridLine[]): Columns {
  const lines = filled.map(piecesOf)
  const pieces = lines.flat()
  const bridges = new Set(
    pieces.filter((piece) => lines.some((line) => line.filter((p) => overlap(p, piece) > 0).length > 1)),
  )
  const columns: { left: number; right: number }[] = []
  for (const { left, right } of pieces.filter((piece) => !bridges.has(piece)).toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last && left < last.right) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return { columns, isShown: false, isPiped: false, padding: 0, lines: body.map((line) => partsIn(line, columns)) }
}

function piecesOf(line: GridLine): readonly Segment[] {
  return segmentsOf({ ...line, words: wordsIn(line) })
}

/** What a line has in each column, by place; doubtful where it reaches from one into the next or stands in none. */
function partsIn(line: GridLine, columns: readonly Column[]): readonly Part[] {
  const parts = piecesOf(line).flatMap((piece) => partsOfPiece(piece, columns))
  const merged = new Map<number, Part>()
  for (const part of parts) {
    const before = merged.get(part.column)
    merged.set(
      part.column,
      before
        ? { ...before, words: [...before.words, ...part.words], isDoubtful: before.isDoubtful || part.isDoubtful }
        : part,
    )
  }
  return [...merged.values()]
}

function partsOfPiece(piece: Segment, columns: readonly Column[]): Part[] {
  const whole = (column: number, isDoubtful: boolean): Part => ({
    column,
    line: piece.line,
    words: piece.words,
    isDoubtful,
  })
  const over = columns.flatMap((column, i) => (overlap(column, piece) > 0 ? [i] : []))
  if (over.length === 1) return [whole(over[0]!, false)]
  if (over.length === 0) {
    const near = columns
      .map((column, i) => ({ i, apart: -overlap(column, piece) }))
      .toSorted((a, b) => a.apart - b.apart)
    return near[0] ? [whole(near[0].i, near[0].apart > 3 || near[1]?.apart === near[0].apart)] : []
  }
  return cutAtBorders(piece, columns) ?? [whole(over[0]!, true)]
}

/** The words of a piece by their columns, if each stands in one and the gaps between columns are blank. */
function cutAtBorders(piece: Segment, columns: readonly Column[]): Part[] | undefined {
  const parts: { column: number; line: GridLine; words: Word[]; isDoubtful: boolean }[] = []
  for (const word of piece.words) {
    const over = columns.flatMap((column, i) => (overlap(column, word.place) > 0 ? [i] : []))
    const last = parts.at(-1)
    if (over.length !== 1) return undefined
    const column = over[0]!
    const isWithin = word.place.left >= columns[column]!.left && word.place.right <= columns[column]!.right
    if (last?.column === column) last.words.push(word)
    else if (!isWithin) return undefined
    else parts.push({ column, line: piece.line, words: [word], isDoubtful: false })
  }
  return parts
}

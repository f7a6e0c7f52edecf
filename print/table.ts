import type { ColumnHeading } from '@section16/core/render'
import type { Paper, Structure } from './paper.ts'
import { extent, type Line, LOOKS, type Run } from './text.ts'

/** Of the text in cells and of the headings, in points. */
const SIZE = 7.5
const HEAD_SIZE = 6.5
const PADDING = 2.5
const SHADE = '#eee'
/** What a column asks for at most before others get theirs. */
const WIDEST = 220

export interface Table {
  readonly headings: readonly ColumnHeading[]
  readonly rows: readonly (readonly (readonly Run[])[])[]
  /** Columns whose digits stand below one another. */
  readonly right?: readonly boolean[]
  /** Said where there is no row. */
  readonly none: Run
  /** Of the page; all of it where nothing is said. */
  readonly share?: number
}

interface Cell {
  readonly lines: readonly Line[]
  readonly x: number
  readonly width: number
  readonly right: boolean
}

/** The height of the headings and the first two rows: what a title above the table must stay with. */
export function beginningOf(paper: Paper, table: Table): number {
  const widths = widthsOf(paper, table)
  const { height } = headOf(paper, table, widths)
  const [first, second] = table.rows.slice(0, 2).map((row) => heightOf(paper, cellsOf(paper, table, row, widths)))
  const both = height + (first ?? NO_ROW) + (second ?? 0)
  // Two rows that no page has room for need not stay together.
  return both < paper.bottom - paper.top - TITLE ? both : height + (first ?? NO_ROW)
}

/** The height of what is said where there is no row, and of the title above a table. */
const NO_ROW = 20
const TITLE = 20

/** Draws a table. Its headings stand on each page; a row is broken only if no page is long enough for it. */
export function drawTable(paper: Paper, table: Table): void {
  const widths = widthsOf(paper, table)
  const head = headOf(paper, table, widths)
  const element = paper.element('Table')
  paper.keep(beginningOf(paper, table))
  head.draw(paper.element('THead', element))
  const body = paper.element('TBody', element)
  const again = () => {
    paper.newPage()
    head.draw(undefined)
  }
  for (const row of table.rows) {
    const cells = cellsOf(paper, table, row, widths)
    const height = heightOf(paper, cells)
    if (height > paper.room && (paper.room < 60 || height <= paper.bottom - paper.top - head.height)) again()
    drawRow(paper, cells, body, again)
  }
  if (table.rows.length === 0) {
    const width = widths.reduce((sum, each) => sum + each, 0)
    const lines = paper.lines([table.none], width, SIZE)
    drawRow(paper, [{ lines, x: paper.left, width, right: false }], body, again, { ColSpan: widths.length })
  }
}

function drawRow(paper: Paper, cells: readonly Cell[], body: Structure, again: () => void, attributes = {}): void {
  const step = paper.lineHeight(SIZE)
  const row = paper.element('TR', body)
  const elements = cells.map((_, i) =>
    i === 0 && cells.length > 1 ? paper.element('TH', row, { Scope: 'Row' }) : paper.element('TD', row, attributes),
  )
  const most = Math.max(1, ...cells.map(({ lines }) => lines.length))
  for (let from = 0; from < most; ) {
    const fits = Math.max(1, Math.floor((paper.room - 2 * PADDING) / step))
    const count = Math.min(fits, most - from)
    const height = count * step + 2 * PADDING
    const { y } = paper
    paper.artifact('Layout', () => {
      for (const { x, width } of cells) paper.frame(x, y, width, height)
    })
    for (const [i, { lines, x, width, right }] of cells.entries()) {
      for (const [n, line] of lines.slice(from, from + count).entries())
        paper.line(
          line,
          x + PADDING,
          y + PADDING + n * step,
          SIZE,
          elements[i]!,
          right ? x + width - PADDING : undefined,
        )
    }
    paper.y += height
    from += count
    if (from < most) again()
  }
}

function cellsOf(paper: Paper, { right }: Table, row: readonly (readonly Run[])[], widths: readonly number[]): Cell[] {
  let x = paper.left
  return widths.map((width, i) => {
    const runs = row[i] ?? []
    const lines = runs.length === 0 ? [] : paper.lines(runs, width - 2 * PADDING, SIZE)
    const cell = { lines, x, width, right: right?.[i] ?? false }
    x += width
    return cell
  })
}

function heightOf(paper: Paper, cells: readonly Cell[]): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length)) * paper.lineHeight(SIZE) + 2 * PADDING
}

const headRun = (text: string): Run => ({ text, look: LOOKS.plain })

interface Head {
  height: number
  /** Without an element: once more, on another page. */
  draw: (element: Structure | undefined) => void
}

interface HeadCell {
  lines: Line[]
  x: number
  width: number
  y: number
  height: number
  isBelow: boolean
  attributes: Record<string, unknown>
}

/** Two rows of headings, as on the form; one where no heading stands over several columns. */
function headOf(paper: Paper, { headings }: Table, widths: readonly number[]): Head {
  const step = paper.lineHeight(HEAD_SIZE)
  const tall = (lines: readonly Line[]) => lines.length * step + 2 * PADDING
  const laid = (text: string, width: number) => paper.lines([headRun(text)], width - 2 * PADDING, HEAD_SIZE)
  const cells: HeadCell[] = []
  let column = 0
  let x = paper.left
  for (const { title, below } of headings) {
    const span = Math.max(1, below.length)
    const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0)
    const scope = below.length > 0 ? { Scope: 'Column', ColSpan: span } : { Scope: 'Column' }
    cells.push({ lines: laid(title, width), x, width, y: 0, height: 0, isBelow: false, attributes: scope })
    for (const [i, own] of below.entries()) {
      const each = widths[column + i]!
      const attributes = { Scope: 'Column' }
      const lines = laid(own, each)
      cells.push({ lines, x, width: each, y: 0, height: 0, isBelow: true, attributes })
      x += each
    }
    column += span
    if (below.length === 0) x += width
  }
  const spanning = cells.filter(({ attributes }) => 'ColSpan' in attributes)
  const below = Math.max(0, ...cells.filter(({ isBelow }) => isBelow).map(({ lines }) => tall(lines)))
  const above = Math.max(0, ...spanning.map(({ lines }) => tall(lines)))
  const height = Math.max(above + below, ...cells.map(({ lines }) => tall(lines)))
  for (const cell of cells) {
    const isSpanning = spanning.includes(cell)
    cell.y = cell.isBelow ? height - below : 0
    cell.height = cell.isBelow ? below : isSpanning ? height - below : height
    if (!cell.isBelow && !isSpanning && below > 0) cell.attributes = { ...cell.attributes, RowSpan: 2 }
  }
  return { height, draw: (element) => drawHead(paper, cells, height, element) }
}

function drawHead(paper: Paper, cells: readonly HeadCell[], height: number, element: Structure | undefined): void {
  const { y } = paper
  const step = paper.lineHeight(HEAD_SIZE)
  paper.artifact('Layout', () => {
    for (const cell of cells) paper.frame(cell.x, y + cell.y, cell.width, cell.height, SHADE)
  })
  const draw = (some: readonly HeadCell[], put: (cell: HeadCell) => (line: Line, top: number) => void) => {
    for (const cell of some) {
      const line = put(cell)
      for (const [n, each] of cell.lines.entries()) line(each, y + cell.y + PADDING + n * step)
    }
  }
  if (element === undefined) {
    paper.artifact('Pagination', () =>
      draw(
        cells,
        ({ x }) =>
          (line, top) =>
            paper.artifactLine(line, x + PADDING, top, HEAD_SIZE),
      ),
    )
  } else {
    for (const some of [cells.filter(({ isBelow }) => !isBelow), cells.filter(({ isBelow }) => isBelow)]) {
      if (some.length === 0) continue
      const row = paper.element('TR', element)
      draw(some, ({ x, attributes }) => {
        const cell = paper.element('TH', row, attributes)
        return (line, top) => paper.line(line, x + PADDING, top, HEAD_SIZE, cell)
      })
    }
  }
  paper.y += height
}

/** Each column gets its longest word; what is left goes to those that would need more. */
function widthsOf(paper: Paper, { headings, rows, share = 1 }: Table): number[] {
  const columns = headings.flatMap(({ title, below }) => (below.length > 0 ? below : [title]))
  const wanted = columns.map((title, i) => {
    const head = extent([headRun(title)], HEAD_SIZE, paper.measure)
    let { least } = head
    // A heading of four lines is no hardship, one of eight is.
    let most = Math.max(least, head.most / 4)
    for (const row of rows) {
      const each = extent(row[i] ?? [], SIZE, paper.measure)
      least = Math.max(least, Math.min(each.least, WIDEST / 2))
      most = Math.max(most, Math.min(each.most, WIDEST))
    }
    return { least: least + 2 * PADDING + 0.1, most: Math.max(least, most) + 2 * PADDING + 0.1 }
  })
  let column = 0
  for (const { title, below } of headings) {
    const group = wanted.slice(column, column + Math.max(1, below.length))
    const { least } = extent([headRun(title)], HEAD_SIZE, paper.measure)
    const missing = least + 2 * PADDING + 0.1 - group.reduce((sum, each) => sum + each.least, 0)
    for (const each of missing > 0 ? group : []) {
      each.least += missing / group.length
      each.most = Math.max(each.most, each.least)
    }
    column += group.length
  }
  return shared(wanted, paper.width * share)
}

function shared(wanted: readonly { least: number; most: number }[], width: number): number[] {
  const least = wanted.reduce((sum, each) => sum + each.least, 0)
  const more = wanted.reduce((sum, each) => sum + each.most - each.least, 0)
  if (least >= width) return wanted.map((each) => (each.least * width) / least)
  if (more <= width - least) {
    const extra = (width - least - more) / wanted.length
    return wanted.map((each) => each.most + extra)
  }
  return wanted.map((each) => each.least + ((each.most - each.least) * (width - least)) / more)
}

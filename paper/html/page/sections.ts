import { type Block, type Cell, rowsOf, type Table, textOf, tokensIn, tokensOf } from './blocks.ts'

/** Which table a title names: `Table II - Derivative Securities …`, also `(continued)`. */
export function titledTable(text: string): 'I' | 'II' | undefined {
  const number = /^\s*table\s+(i{1,2}|1|2|l{1,2})\b/i.exec(text)?.[1]?.toLowerCase()
  return number === undefined ? undefined : number.length === 2 || number === '2' ? 'II' : 'I'
}

export const isExplanation = (text: string) => /^explanations? of responses?\b/i.test(text)

/** The page's blocks with tables that only lay out the page taken apart, and tables of several parts cut. */
export function sectionsOf(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return [block]
    if (laysOutPage(block)) return block.cells.flatMap((cell) => sectionsOf(cell.blocks))
    return cut(block)
  })
}

/** A cell holds a whole table of the form. */
function laysOutPage({ cells }: Table): boolean {
  return cells.some(({ blocks }) => blocks.some((block) => block.kind === 'table' && holdsColumns(block)))
}

const holdsColumns = (table: Table) => /\btitle of (?:derivative )?securit/i.test(textOf(tokensOf(table)))

/** At each row that begins another part of the form. */
function cut(table: Table): Table[] {
  const starts = rowsOf(table).flatMap((row, i) => (i > 0 && beginsPart(row) ? [i] : []))
  if (starts.length === 0) return [table]
  const bounds = [0, ...starts, table.rows]
  return bounds.slice(1).map((end, i) => part(table, bounds[i]!, end))
}

function beginsPart(row: readonly Cell[]): boolean {
  for (const { blocks } of row) {
    const tokens = tokensIn(blocks)
    if (tokens.length === 0) continue
    const text = textOf(tokens.slice(0, 4))
    return !tokens[0]!.isValue && (titledTable(text) !== undefined || isExplanation(text))
  }
  return false
}

function part({ cells, columns }: Table, start: number, end: number): Table {
  const inside = cells.filter(({ row }) => row >= start && row < end)
  return {
    kind: 'table',
    columns,
    rows: end - start,
    cells: inside.map((cell) => ({ ...cell, row: cell.row - start, rows: Math.min(cell.rows, end - cell.row) })),
  }
}

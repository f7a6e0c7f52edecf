import { type Block, rowsOf, type Table, type Token, tokensIn } from '../page/blocks.ts'

/** Words that stand beside each other, by cell. */
export interface Segment {
  readonly tokens: readonly Token[]
  readonly column: number
  readonly columns: number
}

/** A line of running text, or a row of a table. */
export interface Row {
  readonly segments: readonly Segment[]
  readonly table: Table | undefined
  readonly paragraph: number
}

/** Everything below one another; a cell alone in its row is lines. */
export function rowsIn(blocks: readonly Block[], table?: Table): Row[] {
  return blocks.flatMap((block): Row[] => {
    if (block.kind === 'line') {
      const { tokens, paragraph } = block
      return [{ segments: [{ tokens, column: 0, columns: 1 }], table, paragraph }]
    }
    return rowsOf(block).flatMap((cells): Row[] => {
      const full = cells.filter((cell) => tokensIn(cell.blocks).length > 0)
      const [only] = full
      if (full.length === 1 && only) {
        const { column, columns } = only
        return rowsIn(only.blocks, block).map((row) =>
          row.segments.length === 1 ? { ...row, segments: [{ ...row.segments[0]!, column, columns }] } : row,
        )
      }
      const segments = full.map(({ blocks: inner, column, columns }) => ({ tokens: tokensIn(inner), column, columns }))
      return full.length === 0 ? [] : [{ segments, table: block, paragraph: -1 }]
    })
  })
}

export const wordsOf = ({ segments }: Row) => segments.flatMap(({ tokens }) => tokens)

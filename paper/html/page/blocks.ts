import type { PaperTick } from '../../form/paperForm.ts'
import type { Word } from '../../page/page.ts'

/** A word with what its markup says of it. */
export interface Token {
  readonly word: Word
  /** Lines are numbered through the page. */
  readonly line: number
  /** No blank stands before it. */
  readonly isGlued: boolean
  /** A box to tick, where markup or a letter of a symbol font says so. */
  readonly tick?: PaperTick['state']
  /** Some of it is marked as filled in, not print; only pages of known style sheets say so. */
  readonly isValue: boolean
  /** Its first letter is print. */
  readonly startsAsPrint: boolean
  /** The page's own remark, not the filer's word. */
  readonly isRemark: boolean
  /** The CIK that its link names. */
  readonly cik?: string
}

/** A line of running text. */
export interface Line {
  readonly kind: 'line'
  readonly tokens: readonly Token[]
  /** Lines of one paragraph or list item share it. */
  readonly paragraph: number
}

/** A cell where it stands in its table, all spans worked out. */
export interface Cell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  /** Stands in a `thead`. */
  readonly isHead: boolean
  readonly blocks: readonly Block[]
}

export interface Table {
  readonly kind: 'table'
  readonly cells: readonly Cell[]
  readonly rows: number
  readonly columns: number
}

export type Block = Line | Table

/** Whose style sheet made a page; `other`: nobody's known, so that nothing tells print from what is filled in. */
export type House = 'ours' | 'edgar' | 'other'

/** A page as blocks in reading order. */
export interface HtmlPage {
  readonly house: House
  readonly title: string
  readonly blocks: readonly Block[]
}

/** All words of a block, in reading order. */
export function tokensOf(block: Block): readonly Token[] {
  return block.kind === 'line' ? block.tokens : block.cells.flatMap((cell) => tokensIn(cell.blocks))
}

export const tokensIn = (blocks: readonly Block[]): Token[] => blocks.flatMap(tokensOf)

/** The lines of blocks; those of a table's cells one after the other. */
export function linesIn(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) =>
    block.kind === 'line' ? [block] : block.cells.flatMap((cell) => linesIn(cell.blocks)),
  )
}

/** Words as a text: blanks where the source has white space or a new line. */
export function textOf(tokens: readonly Token[]): string {
  let text = ''
  for (const { word, isGlued } of tokens) text += (isGlued || text === '' ? '' : ' ') + word.text
  return text
}

/** A table's cells by row, each in the row where it begins, from left to right. */
export function rowsOf({ cells, rows }: Table): Cell[][] {
  const byRow: Cell[][] = Array.from({ length: rows }, () => [])
  for (const cell of cells) byRow[cell.row]!.push(cell)
  for (const row of byRow) row.sort((a, b) => a.column - b.column)
  return byRow
}

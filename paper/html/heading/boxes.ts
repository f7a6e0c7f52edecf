import type { TickName } from '../../form/paperForm.ts'
import { tickLabels } from '../../labels/tickLabels.ts'
import { type Block, type Cell, rowsOf, type Table, type Token, tokensIn } from '../page/blocks.ts'
import type { Claims } from '../page/claims.ts'
import { signState } from '../page/signs.ts'
import { endOfHint, isBoxNumber, type LabelName, labelAt, skipHints } from './labels.ts'

/** Where words stand: the innermost cell around them. */
export interface Spot {
  readonly table: Table
  readonly cell: Cell
}

/** Words of one line below a label, or the hints that say what stands above them. */
export interface Piece {
  readonly tokens: readonly Token[]
  readonly spot: Spot | undefined
  /** `Last First Middle`, `Street`, `City State Zip`, a remark of the page: already claimed. */
  readonly isHint: boolean
  /** The label of a box to tick after which it stands in its line or cell, or below which in its table. */
  readonly after: TickName | undefined
}

/** The label of a box to tick, where it stands in its cell or paragraph. */
export interface TickLabel {
  readonly name: TickName
  readonly text: readonly Token[]
  readonly start: number
  readonly end: number
  readonly spot: Spot | undefined
  /** Which label stands above: its boxes are read alike. */
  readonly box: LabelName | undefined
}

/** What stands below a label. Box 1 may come again for each person. */
export interface Box {
  readonly name: LabelName
  readonly pieces: Piece[]
}

/** The boxes above the tables, in reading order, and the labels of the boxes to tick. */
export interface Boxes {
  readonly boxes: readonly Box[]
  readonly ticks: readonly TickLabel[]
}

const isTick = (name: LabelName): name is TickName => name in tickLabels

/**
 * Finds the labels and what stands below each: in the same line or cell behind it, in the cells below it, in the lines
 * that follow it. Labels are claimed as print; what they label is not claimed yet.
 */
export function readBoxes(blocks: readonly Block[], claims: Claims): Boxes {
  const walk = new Walk(claims)
  walk.blocks(blocks, undefined)
  return walk
}

class Walk implements Boxes {
  readonly boxes: Box[] = []
  readonly ticks: TickLabel[] = []
  private readonly claims: Claims
  private box: Box | undefined
  private after: TickName | undefined

  constructor(claims: Claims) {
    this.claims = claims
  }

  /** Lines of one cell or paragraph are one text: labels are broken like all else. */
  blocks(blocks: readonly Block[], spot: Spot | undefined): void {
    let text: Token[] = []
    let paragraph: number | undefined
    const flush = () => {
      if (text.length > 0) this.text(text, spot)
      text = []
    }
    for (const block of blocks) {
      if (block.kind === 'table' || (spot === undefined && block.paragraph !== paragraph)) flush()
      if (block.kind === 'table') this.table(block)
      else {
        for (const token of block.tokens) text.push(token)
        paragraph = block.paragraph
      }
    }
    flush()
  }

  /** Each cell goes on from the label above it in its own columns; without one, from the label before the table. */
  private table(table: Table): void {
    const outer = this.box
    const above: (Box | undefined)[] = []
    const beside: (Box | undefined)[] = []
    const tickAbove: (TickName | undefined)[] = []
    for (const row of rowsOf(table)) {
      for (const cell of row) {
        const under = commonest(above.slice(cell.column, cell.column + cell.columns))
        if (!under) beside[cell.column] = leftOf(row, cell, above, beside[cell.column])
        this.box = under ?? beside[cell.column] ?? outer
        this.after = tickOver(tickAbove, cell)
        const before = this.boxes.length
        const ticks = this.ticks.length
        this.blocks(cell.blocks, { table, cell })
        for (let i = cell.column; i < cell.column + cell.columns; i++) {
          if (this.boxes.length > before) above[i] = this.box
          if (this.ticks.length > ticks) tickAbove[i] = this.ticks.at(-1)!.name
        }
      }
    }
    this.box = above.some((box) => box !== undefined) ? undefined : outer
    this.after = undefined
  }

  private text(all: readonly Token[], spot: Spot | undefined): void {
    const tokens = this.claims.free(all)
    const isRemark = all.every((token) => token.isRemark)
    if (isRemark) this.box?.pieces.push({ tokens: all, spot, isHint: true, after: this.after })
    let begin = 0
    for (let i = 0; i < tokens.length; ) {
      const found = mayBegin(tokens, i) ? labelAt(tokens, i, this.box?.name) : undefined
      const hint = found ? undefined : endOfHint(tokens, i)
      if (!found && hint === undefined) {
        i++
        continue
      }
      const end = found?.end ?? hint!
      const start = i > begin && isBoxNumber(tokens[i - 1]!) ? i - 1 : i
      this.pieces(tokens.slice(begin, start), spot)
      this.claims.ignore('form', tokens.slice(start, end))
      if (found) this.label(found.label.name, tokens, i, end, spot)
      else this.box?.pieces.push({ tokens: tokens.slice(i, end), spot, isHint: true, after: this.after })
      begin = end
      i = end
    }
    this.pieces(tokens.slice(begin), spot)
    if (spot === undefined) this.after = undefined
  }

  private label(name: LabelName, text: readonly Token[], start: number, end: number, spot: Spot | undefined): void {
    if (isTick(name)) {
      this.ticks.push({ name, text, start, end, spot, box: this.box?.name })
      this.after = name
      return
    }
    this.after = undefined
    this.box = { name, pieces: [] }
    this.boxes.push(this.box)
  }

  private pieces(tokens: readonly Token[], spot: Spot | undefined): void {
    const rest = tokens.slice(skipHints(tokens, 0))
    this.claims.ignore('form', tokens.slice(0, tokens.length - rest.length))
    for (const line of Map.groupBy(rest, (token) => token.line).values()) {
      if (line.length === 1 && isBoxNumber(line[0]!)) this.claims.ignore('form', line)
      else this.box?.pieces.push({ tokens: line, spot, isHint: false, after: this.after })
    }
  }
}

/** A label begins a line, or follows a number, a box to tick, or another label. */
function mayBegin(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (!before || before.line !== tokens[at]!.line || isBoxNumber(before)) return true
  if (before.tick || before.isValue) return true
  return signState(before.word.text) !== undefined || /[\])}]$/.test(before.word.text)
}

/**
 * The label in the cell to the left, where nothing of it stands in that cell; that of the row before where the cell to
 * the left is empty.
 */
function leftOf(
  row: readonly Cell[],
  cell: Cell,
  above: readonly (Box | undefined)[],
  before: Box | undefined,
): Box | undefined {
  const left = row[row.indexOf(cell) - 1]
  if (!left) return undefined
  if (tokensIn(left.blocks).length === 0) return before
  const box = above[left.column]
  return box?.pieces.every(({ spot }) => spot?.cell.column !== left.column) ? box : undefined
}

/** The label above most of the columns. */
function commonest(boxes: readonly (Box | undefined)[]): Box | undefined {
  const counts = new Map<Box, number>()
  for (const box of boxes) if (box) counts.set(box, (counts.get(box) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** The label of a box to tick above a cell, if it is the only one above its columns. */
function tickOver(above: readonly (TickName | undefined)[], { column, columns }: Cell): TickName | undefined {
  const names = new Set(above.slice(column, column + columns).filter((name) => name !== undefined))
  return names.size === 1 ? [...names][0] : undefined
}

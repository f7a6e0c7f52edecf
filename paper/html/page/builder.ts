import type { PaperTick } from '../../form/paperForm.ts'
import type { Block, House } from './blocks.ts'
import { placeCells, type RawCell } from './grid.ts'
import { HTML_LIMITS, type HtmlLimit } from './limits.ts'
import { LineBuilder } from './lineBuilder.ts'
import { pictureState, symbolState } from './signs.ts'
import { INLINE, ownTick, PLAIN, type Style, styleIn } from './style.ts'

const ROW_GROUPS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot'])
/** Elements without an end. */
const BREAKS: ReadonlySet<string> = new Set(['br', 'hr'])
const PICTURES: ReadonlySet<string> = new Set(['img', 'input'])
/** What stands for a box that is drawn. */
const SIGNS = { ticked: '\u2612', empty: '\u2610', unread: '?' } as const

interface OpenCell extends Omit<RawCell, 'blocks'> {
  readonly blocks: Block[]
}

interface OpenTable {
  readonly rows: OpenCell[][]
  isInHead: boolean
}

type Attributes = Readonly<Record<string, string>>

/** Takes the events of a parser and makes blocks of them. Beyond a limit it takes nothing more. */
export class Builder {
  title = ''
  beyond: HtmlLimit | undefined
  private readonly house: House
  private readonly blocks: Block[] = []
  /** Innermost last. */
  private readonly tables: OpenTable[] = []
  private readonly elements: { readonly name: string; readonly style: Style }[] = []
  /** Of each open list the items so far, where it numbers them. */
  private readonly lists: (number | undefined)[] = []
  private readonly line = new LineBuilder()
  private row = 0
  private paragraph = 0
  private cells = 0

  constructor(house: House) {
    this.house = house
  }

  /** All blocks, those of elements that were never closed too. */
  finish(): readonly Block[] {
    this.endLine()
    while (this.tables.length > 0) this.closeTable()
    return this.blocks
  }

  open(name: string, attributes: Attributes): void {
    if (this.isBeyond()) return
    if (name === 'sup') this.line.endWord(this.row, true)
    this.elements.push({ name, style: styleIn(name, attributes, this.style, this.house) })
    if (BREAKS.has(name)) this.endLine()
    else if (PICTURES.has(name)) this.picture(name, attributes)
    else if (!INLINE.has(name)) this.openBlock(name, attributes)
    else if (this.style.isTick && attributes['aria-label'] !== undefined) this.tick(ownTick(attributes))
  }

  close(name: string): void {
    if (this.beyond !== undefined) return
    this.elements.pop()
    if (INLINE.has(name) || PICTURES.has(name) || BREAKS.has(name)) return
    this.endLine()
    this.paragraph++
    if (name === 'ol' || name === 'ul') this.lists.pop()
    else if (name === 'table') this.closeTable()
    else if (ROW_GROUPS.has(name) && this.tables.length > 0) this.tables.at(-1)!.isInHead = false
  }

  text(text: string): void {
    if (this.isBeyond()) return
    const { style } = this
    if (this.elements.at(-1)?.name === 'title') this.title += text
    else if (!style.isHidden && !style.isTick) {
      for (const [piece] of text.matchAll(/\r?\n|[^\S\n]+|\S+/g)) this.piece(piece, style)
    }
  }

  private piece(piece: string, style: Style): void {
    if (style.isPreformatted && piece.endsWith('\n')) this.endLine()
    else if (/^\s/.test(piece)) this.line.endWord(this.row, false)
    else if (style.isSymbols) for (const letter of piece) this.symbol(letter)
    else this.line.add(piece, style, this.row)
  }

  private isBeyond(): boolean {
    if (this.elements.length >= HTML_LIMITS.depth) this.beyond ??= 'depth'
    if (this.cells > HTML_LIMITS.cells) this.beyond ??= 'cells'
    if (this.line.words > HTML_LIMITS.words) this.beyond ??= 'words'
    return this.beyond !== undefined
  }

  private get style(): Style {
    return this.elements.at(-1)?.style ?? PLAIN
  }

  private openBlock(name: string, attributes: Attributes): void {
    this.endLine()
    this.paragraph++
    if (name === 'ol' || name === 'ul') this.lists.push(name === 'ol' ? 0 : undefined)
    else if (name === 'li') this.number()
    else if (name === 'table') this.tables.push({ rows: [], isInHead: false })
    else this.openInTable(name, attributes)
  }

  private openInTable(name: string, { colspan, rowspan }: Attributes): void {
    const table = this.tables.at(-1)
    if (!table) return
    if (ROW_GROUPS.has(name)) table.isInHead = name === 'thead'
    else if (name === 'tr') this.addRow(table)
    else if (name === 'td' || name === 'th') {
      if (table.rows.length === 0) this.addRow(table)
      this.cells++
      const spans = { colspan: spanOf(colspan, 1), rowspan: spanOf(rowspan, 0) }
      table.rows.at(-1)!.push({ ...spans, isHead: table.isInHead, blocks: [] })
    }
  }

  private addRow(table: OpenTable): void {
    table.rows.push([])
    this.row++
  }

  private symbol(letter: string): void {
    const state = symbolState(letter)
    if (state === undefined) this.line.add(letter, this.style, this.row)
    else this.tick(state, letter)
  }

  private tick(state: PaperTick['state'], text: string = SIGNS[state]): void {
    this.line.addTick(state, text, this.style, this.row)
  }

  /** A drawn box, the words that stand for a picture, or what is filled into a field. */
  private picture(name: string, attributes: Attributes): void {
    if (this.style.isHidden) return
    const { type = 'text', alt = '', src = '', value = '', checked } = attributes
    const isBox = name === 'input' && (type === 'checkbox' || type === 'radio')
    const drawn = name === 'img' ? (pictureState(alt) ?? pictureState(src.replace(/^.*\//, ''))) : undefined
    const state = isBox ? (checked === undefined ? 'empty' : 'ticked') : drawn
    if (state) this.tick(state)
    else this.text(name === 'img' ? alt : type === 'text' ? value : '')
  }

  /** An ordered list shows a number that its text does not have. */
  private number(): void {
    const last = this.lists.length - 1
    const count = this.lists[last]
    if (count === undefined) return
    this.lists[last] = count + 1
    this.text(`${count + 1}. `)
  }

  private endLine(): void {
    const tokens = this.line.end(this.row)
    if (tokens.length === 0) return
    this.container.push({ kind: 'line', tokens, paragraph: this.paragraph })
    if (this.tables.length === 0) this.row++
  }

  /** Where blocks go: the open cell; what stands in a table and in no cell goes to the one around it. */
  private get container(): Block[] {
    const cell = this.tables
      .findLast(({ rows }) => rows.at(-1)?.at(-1))
      ?.rows.at(-1)
      ?.at(-1)
    return cell?.blocks ?? this.blocks
  }

  private closeTable(): void {
    const open = this.tables.pop()
    if (!open) return
    const { cells, columns } = placeCells(open.rows)
    for (const { column, columns: width, blocks } of cells) {
      for (const block of blocks) {
        if (block.kind === 'table') continue
        for (const { word } of block.tokens) Object.assign(word.place, { left: column, right: column + width })
      }
    }
    if (cells.length > 0) this.container.push({ kind: 'table', cells, rows: open.rows.length, columns })
  }
}

/** A span as asked for, at least `least` (`rowspan` 0 means all rows). */
function spanOf(asked: string | undefined, least: number): number {
  const count = /^\s*\d{1,5}/.exec(asked ?? '1')
  return count ? Math.max(Number(count[0]), least) : 1
}

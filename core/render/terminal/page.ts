import { Canvas } from './canvas.ts'
import { clean } from './characters.ts'
import { columnsIn, type Flow, type Line, type Span, type Style, span, wrap } from './flow.ts'

export type Align = 'left' | 'right' | 'centre'

/** A cell: its lines already broken to fit. `inset` columns stay free on both sides. */
export interface Cell {
  /** With its insets, without the frame. */
  readonly width: number
  readonly lines: readonly Line[]
  readonly align?: Align
  readonly inset?: number
}

/** A form is bands of cells one below the other in one frame. A column of cells may stand where one cell could. */
export type Band = readonly (Cell | readonly Cell[])[]

/** Lays out a page of a given width. Filed text comes in through `said`, and only there. */
export class Page {
  readonly width: number
  readonly ascii: boolean
  private readonly canvas: Canvas
  private y = 0

  constructor(width: number, ascii: boolean) {
    this.width = width
    this.ascii = ascii
    this.canvas = new Canvas(width)
    this.canvas.across(0, 0, width - 1)
  }

  /** What lies inside the frame. */
  get inner(): number {
    return this.width - 2
  }

  /** Text of the filing, made safe. */
  said(text: string, style: Style = 'value'): Span {
    return span(clean(text, this.ascii), style)
  }

  /** A cell of a width. */
  cell(width: number, flow: Flow, align: Align = 'left', inset = 1): Cell {
    return { width, lines: wrap(flow, width - 2 * inset), align, inset }
  }

  /** Adds a band below what is there, with a rule under it or not. A frame line stands between its cells. */
  add(band: Band, ruled = true): void {
    const columns = band.map((cell) => ('lines' in cell ? [cell] : cell))
    const height = Math.max(...columns.map((cells) => heightOf(cells)))
    const top = this.y
    const bottom = top + height + (ruled ? 1 : 0)
    let x = 0
    for (const cells of columns) {
      const right = x + 1 + (cells[0]?.width ?? 0)
      this.canvas.down(x, top, bottom)
      this.column(cells, x, top)
      x = right
    }
    this.canvas.down(x, top, bottom)
    if (ruled) this.canvas.across(bottom, 0, x)
    this.y = bottom
  }

  toText(colour: boolean): string {
    return this.canvas.toText({ colour, ascii: this.ascii })
  }

  private column(cells: readonly Cell[], x: number, top: number): void {
    let y = top
    for (const [i, cell] of cells.entries()) {
      if (i > 0) this.canvas.across(y, x, x + 1 + cell.width)
      for (const [j, line] of cell.lines.entries()) this.canvas.put(x + 1 + offset(cell, line), y + 1 + j, line)
      y += cell.lines.length + 1
    }
  }
}

function heightOf(cells: readonly Cell[]): number {
  return cells.reduce((height, cell) => height + cell.lines.length, cells.length - 1)
}

function offset({ width, align = 'left', inset = 1 }: Cell, line: Line): number {
  const free = width - 2 * inset - columnsIn(line)
  return inset + (align === 'left' ? 0 : align === 'right' ? free : Math.floor(free / 2))
}

/** Splits a width among cells in given shares, frame lines between them taken off. */
export function split(width: number, ...shares: number[]): number[] {
  const free = width - (shares.length - 1)
  const all = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((free * share) / all))
  widths[widths.length - 1]! += free - widths.reduce((sum, each) => sum + each, 0)
  return widths
}

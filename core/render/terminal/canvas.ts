import type { Line, Style } from './flow.ts'

const UP = 1
const RIGHT = 2
const DOWN = 4
const LEFT = 8

/** The character of a frame by the directions in which it goes on: up 1, right 2, down 4, left 8. */
const UNICODE = ' ╵╶└╷│┌├╴┘─┴┐┤┬┼'
const ASCII = ' |-+||++-+-++++++'

/** Select Graphic Rendition codes. The frame is dim so that the filing stands out. */
const COLOURS: Record<Style | 'frame', string> = {
  value: '',
  strong: '1',
  label: '2',
  mark: '36',
  invalid: '31',
  frame: '2',
}

interface Square {
  text: string
  style: Style | 'frame'
}

/**
 * A sheet of character squares, as long as needed. Text is put on it and frame lines are drawn over it; where lines
 * meet, the right corner or crossing comes out by itself.
 */
export class Canvas {
  readonly width: number
  private readonly rows: (Square | undefined)[][] = []
  private readonly frames: Uint8Array[] = []

  constructor(width: number) {
    this.width = width
  }

  get height(): number {
    return this.rows.length
  }

  /** Puts a line of text. The second square of a wide character stays empty. */
  put(x: number, y: number, line: Line): void {
    const row = this.row(y)
    let at = x
    for (const { text, columns, style } of line) {
      if (at + columns > this.width) return
      row[at] = { text, style }
      if (columns === 2) row[at + 1] = { text: '', style }
      at += columns
    }
  }

  /** A horizontal line, both ends included. */
  across(y: number, from: number, to: number): void {
    for (let x = from; x <= to; x++) {
      this.frame(x, y, (x > from ? LEFT : 0) | (x < to ? RIGHT : 0))
    }
  }

  /** A vertical line, both ends included. */
  down(x: number, from: number, to: number): void {
    for (let y = from; y <= to; y++) {
      this.frame(x, y, (y > from ? UP : 0) | (y < to ? DOWN : 0))
    }
  }

  /** The sheet as text, each line ended by `\n`. Colour codes are written here and nowhere else. */
  toText(options: { colour: boolean; ascii: boolean }): string {
    const characters = options.ascii ? ASCII : UNICODE
    return this.rows.map((row, y) => `${this.lineText(row, this.frames[y]!, characters, options.colour)}\n`).join('')
  }

  private lineText(row: (Square | undefined)[], frame: Uint8Array, characters: string, colour: boolean): string {
    let out = ''
    let style = ''
    for (let x = 0; x < this.width; x++) {
      const bits = frame[x]!
      const square = bits > 0 ? { text: characters[bits]!, style: 'frame' as const } : row[x]
      const next = colour && square && square.text !== ' ' ? COLOURS[square.style] : style
      if (next !== style) {
        out += (style === '' ? '' : '\x1b[0m') + (next === '' ? '' : `\x1b[${next}m`)
        style = next
      }
      out += square?.text ?? ' '
    }
    return out.trimEnd() + (style === '' ? '' : '\x1b[0m')
  }

  private frame(x: number, y: number, bits: number): void {
    this.row(y)
    this.frames[y]![x]! |= bits
  }

  private row(y: number): (Square | undefined)[] {
    while (this.rows.length <= y) {
      this.rows.push([])
      this.frames.push(new Uint8Array(this.width))
    }
    return this.rows[y]!
  }
}

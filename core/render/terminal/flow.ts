import { columnsOf } from './characters.ts'

/** What a piece of text is; `canvas.ts` gives each its colour. */
export type Style = 'value' | 'strong' | 'label' | 'mark' | 'invalid'

export interface Span {
  readonly text: string
  readonly style: Style
}

/**
 * Text to be laid out. `\n` ends a line, U+00A0 is a blank that does not break, U+00AD a place where a word may; from
 * `\t` on the lines into which this one is broken begin below it. Filed text has none of these but `\n`.
 */
export type Flow = readonly Span[]

/** One character with the marks on it. */
export interface Glyph {
  readonly text: string
  /** 1 or 2. */
  readonly columns: number
  readonly style: Style
}

export type Line = readonly Glyph[]

/** A piece of text. */
export const span = (text: string, style: Style = 'value'): Span => ({ text, style })

/** How many columns a line takes. */
export function columnsIn(line: Line): number {
  let columns = 0
  for (const glyph of line) columns += glyph.columns
  return columns
}

/** Blanks that stay where they are. */
export const blanks = (count: number): Line => Array(Math.max(0, count)).fill({ text: ' ', columns: 1, style: 'value' })

const SOFT_HYPHEN = '\u00ad'
const NO_BREAK = '\u00a0'
/** More marks than this on one character would grow into the lines above and below. */
const MOST_MARKS = 2

/** Lines with other lines to their right, which begin at a column. */
export function beside(left: readonly Line[], column: number, right: readonly Line[]): Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const line = left[i] ?? []
    return [...line, ...blanks(column - columnsIn(line)), ...(right[i] ?? [])]
  })
}

/** Breaks text into lines of at most `width` columns, at blanks and behind hyphens where it can, else anywhere. */
export function wrap(flow: Flow, width: number): Line[] {
  const wrapper = new Wrapper(Math.max(1, width))
  for (const { text, style } of flow) for (const character of text) wrapper.add(character, style)
  return wrapper.end()
}

/** The columns that text takes unbroken, and those of its longest piece that does not break. */
export function measure(flow: Flow): { natural: number; least: number } {
  const unbroken = wrap(flow, Number.MAX_SAFE_INTEGER)
  const natural = Math.max(0, ...unbroken.map(columnsIn))
  // The longest piece is what is left when every line is as short as can be without breaking a piece.
  const pieces = new Wrapper(1, true)
  for (const { text, style } of flow) for (const character of text) pieces.add(character, style)
  return { natural, least: Math.max(0, ...pieces.end().map(columnsIn)) }
}

/** Where a line may end: before the glyph at `at`, with a hyphen added or not. */
interface Break {
  readonly at: number
  readonly hyphen: boolean
}

class Wrapper {
  private readonly width: number
  private readonly keepsPieces: boolean
  private readonly lines: Line[] = []
  private line: Glyph[] = []
  private columns = 0
  private marks = 0
  /** Where the next line begins if this one is broken. */
  private indent = 0
  private break: Break | undefined
  /** The last soft hyphen, used where the line has no blank. */
  private softBreak: Break | undefined

  constructor(width: number, keepsPieces = false) {
    this.width = width
    this.keepsPieces = keepsPieces
  }

  add(character: string, style: Style): void {
    if (character === '\n') this.endParagraph()
    else if (character === '\t') this.setIndent()
    else if (character === ' ') this.addBlank(style)
    else if (character === SOFT_HYPHEN) this.allowHyphen()
    else if (columnsOf(character) === 0) this.addMark(character)
    else this.addGlyph(character, columnsOf(character), style)
  }

  end(): Line[] {
    if (this.columns > this.indent || this.lines.length === 0) this.flush()
    return this.lines
  }

  /** A break before the indent would put a line below it that is longer than the one it came from. */
  private setIndent(): void {
    this.indent = this.columns < this.width / 2 ? this.columns : 0
    if (this.indent > 0) this.break = this.softBreak = undefined
  }

  private endParagraph(): void {
    this.indent = 0
    this.flush()
  }

  private addBlank(style: Style): void {
    if (this.columns === this.indent) return
    this.line.push({ text: ' ', columns: 1, style })
    this.columns++
    this.break = { at: this.line.length, hyphen: false }
  }

  private allowHyphen(): void {
    if (this.line.length > 0 && (this.keepsPieces || this.columns < this.width)) {
      this.softBreak = { at: this.line.length, hyphen: true }
    }
  }

  private addMark(character: string): void {
    const last = this.line.at(-1)
    if (!last || this.marks >= MOST_MARKS) return
    this.marks++
    this.line[this.line.length - 1] = { ...last, text: last.text + character }
  }

  private addGlyph(character: string, columns: number, style: Style): void {
    const fits = columns <= this.width || this.keepsPieces
    const glyph = { text: !fits ? '?' : character === NO_BREAK ? ' ' : character, columns: fits ? columns : 1, style }
    while (this.columns + glyph.columns > this.width && this.columns > this.indent) {
      const here = this.break ?? this.softBreak
      if (here) this.breakLine(here)
      else if (this.keepsPieces) break
      else this.flush()
    }
    const previous = this.line.at(-1)
    this.line.push(glyph)
    this.columns += glyph.columns
    this.marks = 0
    // `Non-qualified` may break behind its hyphen, `-5`, `10b5-1` and `--` may not.
    if (character === '-' && previous && /\p{L}/u.test(previous.text)) {
      this.break = { at: this.line.length, hyphen: false }
    }
  }

  private breakLine({ at, hyphen }: Break): void {
    const rest = this.line.slice(at)
    const soft = this.softBreak && this.softBreak.at > at ? this.softBreak.at - at : 0
    this.line.length = at
    if (hyphen) this.line.push({ text: '-', columns: 1, style: this.line.at(-1)?.style ?? 'value' })
    this.flush()
    if (soft > 0) this.softBreak = { at: this.line.length + soft, hyphen: true }
    this.line.push(...rest)
    this.columns += columnsIn(rest)
  }

  /** Ends the line; blanks at its end go. */
  private flush(): void {
    const { line } = this
    let length = line.length
    while (length > 0 && line[length - 1]!.text === ' ' && this.isBreakable(length)) length--
    this.lines.push(line.slice(0, length))
    this.line = this.keepsPieces ? [] : [...blanks(this.indent)]
    this.columns = this.line.length
    this.break = undefined
    this.softBreak = undefined
  }

  /** Whether the blank before `length` came from ' ' and not from U+00A0: only the former is remembered as a break. */
  private isBreakable(length: number): boolean {
    return this.break === undefined || length <= this.break.at
  }
}

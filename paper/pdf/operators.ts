import { type Drawing, drawingsOf } from './drawings.ts'
import { PDF_LIMITS } from './limits.ts'
import { applied, IDENTITY, type Matrix, matrixFrom, times } from './matrix.ts'
import { rulesOf, type Stroke, subpathsOf } from './path.ts'

/** One letter as the page's program places it, in points from the upper left corner. */
export interface Glyph {
  readonly text: string
  /** Where its baseline begins and ends. */
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  /** Height of its font. */
  readonly size: number
  readonly isBold: boolean
  /** Painted with nothing: text that an OCR program put under the image of a page. */
  readonly isHidden: boolean
}

/** What the page's program paints, as far as a form is made of it. */
export interface Painted {
  readonly glyphs: Glyph[]
  readonly strokes: Stroke[]
  readonly drawings: Drawing[]
  /** Some of it was left, see `PDF_LIMITS`. */
  readonly isCut: boolean
}

/** What the reader needs to know of a font. */
export interface PdfFont {
  readonly fontMatrix?: ArrayLike<number>
  readonly name?: string
  readonly bold?: boolean
  readonly black?: boolean
}

/** The operators of a page as pdf.js lists them, and where their numbers and fonts are explained. */
export interface PageProgram {
  readonly fnArray: ArrayLike<number>
  readonly argsArray: ArrayLike<unknown>
  /** The number of each operator by name. */
  readonly OPS: Readonly<Record<string, number>>
  /** From the page's own space to points from the upper left corner of the page as it is shown. */
  readonly view: Matrix
  readonly fontOf: (id: string) => PdfFont | undefined
}

interface State {
  ctm: Matrix
  font: PdfFont | undefined
  fontSize: number
  charSpacing: number
  wordSpacing: number
  /** Of the width, 1 for as it is. */
  stretch: number
  leading: number
  rise: number
  mode: number
  lineWidth: number
  isFillWhite: boolean
  isStrokeWhite: boolean
}

const BEGINNING: State = {
  ctm: IDENTITY,
  font: undefined,
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  lineWidth: 1,
  isFillWhite: false,
  isStrokeWhite: false,
}

/** Letters and ruled lines of a page: its program is run as far as they need it (ISO 32000-1, sections 8 and 9). */
export function paintedBy(program: PageProgram): Painted {
  return new Painter(program).run()
}

class Painter {
  private readonly program: PageProgram
  private readonly painted: { glyphs: Glyph[]; strokes: Stroke[]; drawings: Drawing[]; isCut: boolean } = {
    glyphs: [],
    strokes: [],
    drawings: [],
    isCut: false,
  }
  private state: State
  private readonly saved: State[] = []
  private text: Matrix = IDENTITY
  private line: Matrix = IDENTITY
  private readonly byNumber = new Map<number, (args: readonly unknown[]) => void>()

  constructor(program: PageProgram) {
    this.program = program
    this.state = { ...BEGINNING, ctm: program.view }
    for (const [name, run] of Object.entries(this.operators())) {
      const number = program.OPS[name]
      if (number !== undefined) this.byNumber.set(number, run)
    }
  }

  run(): Painted {
    const { fnArray, argsArray } = this.program
    for (let i = 0; i < fnArray.length; i++) {
      const args = argsArray[i]
      this.byNumber.get(fnArray[i]!)?.(Array.isArray(args) ? args : [])
    }
    return this.painted
  }

  /** What each operator that matters here does. */
  private operators(): Record<string, (args: readonly unknown[]) => void> {
    const set = (key: 'charSpacing' | 'wordSpacing' | 'rise' | 'mode' | 'lineWidth') => (args: readonly unknown[]) => {
      this.state[key] = Number(args[0])
    }
    return {
      save: () => this.save(),
      restore: () => this.restore(),
      transform: (args) => this.transform(args),
      paintFormXObjectBegin: ([matrix]) => {
        this.save()
        this.transform(matrix)
      },
      paintFormXObjectEnd: () => this.restore(),
      beginAnnotation: ([, , transform, matrix]) => {
        this.save()
        this.state.ctm = this.program.view
        this.transform(transform)
        this.transform(matrix)
      },
      endAnnotation: () => this.restore(),
      setLineWidth: set('lineWidth'),
      setFillRGBColor: ([colour]) => {
        this.state.isFillWhite = colour === '#ffffff'
      },
      setStrokeRGBColor: ([colour]) => {
        this.state.isStrokeWhite = colour === '#ffffff'
      },
      constructPath: (args) => this.path(args),
      beginText: () => this.place(IDENTITY),
      setTextMatrix: (args) => this.place(matrixFrom(args[0]) ?? matrixFrom(args) ?? IDENTITY),
      setFont: ([id, size]) => {
        this.state.font = this.program.fontOf(String(id))
        this.state.fontSize = Number(size)
      },
      setCharSpacing: set('charSpacing'),
      setWordSpacing: set('wordSpacing'),
      setTextRise: set('rise'),
      setTextRenderingMode: set('mode'),
      setHScale: ([share]) => {
        this.state.stretch = Number(share) / 100
      },
      setLeading: ([leading]) => {
        this.state.leading = -Number(leading)
      },
      moveText: ([x, y]) => this.move(Number(x), Number(y)),
      setLeadingMoveText: ([x, y]) => {
        this.state.leading = Number(y)
        this.move(Number(x), Number(y))
      },
      nextLine: () => this.move(0, this.state.leading),
      showText: ([glyphs]) => this.show(glyphs),
      showSpacedText: ([glyphs]) => this.show(glyphs),
      nextLineShowText: ([glyphs]) => {
        this.move(0, this.state.leading)
        this.show(glyphs)
      },
    }
  }

  private save(): void {
    this.saved.push({ ...this.state })
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state
  }

  private transform(by: unknown): void {
    const matrix = matrixFrom(by)
    if (matrix) this.state.ctm = times(this.state.ctm, matrix)
  }

  private place(matrix: Matrix): void {
    this.text = matrix
    this.line = matrix
  }

  private move(x: number, y: number): void {
    this.place(times(this.line, [1, 0, 0, 1, x, y]))
  }

  private path([operator, data]: readonly unknown[]): void {
    const { OPS } = this.program
    const isStroked = [OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke].includes(
      Number(operator),
    )
    const isFilled = [OPS.fill, OPS.eoFill].includes(Number(operator))
    const { ctm, lineWidth, isStrokeWhite, isFillWhite } = this.state
    if (isStroked ? isStrokeWhite : isFilled ? isFillWhite : true) return
    const numbers = (data as readonly unknown[] | undefined)?.[0]
    if (typeof numbers !== 'object' || numbers === null) return
    const subpaths = subpathsOf(numbers as ArrayLike<number>, ctm)
    const pen = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))
    this.keep(rulesOf(subpaths, isStroked ? pen : undefined), this.painted.strokes)
    this.keep(drawingsOf(subpaths, isStroked), this.painted.drawings)
  }

  /** As many as there is room for. */
  private keep<T>(found: readonly T[], kept: T[]): void {
    const room = PDF_LIMITS.rules - kept.length
    if (found.length > room) this.painted.isCut = true
    for (const each of found.slice(0, Math.max(0, room))) kept.push(each)
  }

  private show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return
    const { fontSize, stretch, charSpacing, wordSpacing } = this.state
    for (const each of glyphs as unknown[]) {
      if (typeof each === 'number') this.advance((-each / 1000) * fontSize * stretch)
      else if (typeof each === 'object' && each !== null) {
        const { unicode, width, isSpace } = each as { unicode?: string; width?: number; isSpace?: boolean }
        const scale = Math.abs(this.state.font?.fontMatrix?.[0] ?? 0.001)
        const own = (width ?? 0) * scale * fontSize
        this.put(unicode ?? '', own * stretch)
        this.advance((own + charSpacing + (isSpace === true ? wordSpacing : 0)) * stretch)
      }
    }
  }

  private advance(x: number): void {
    this.text = times(this.text, [1, 0, 0, 1, x, 0])
  }

  private put(text: string, width: number): void {
    const { glyphs } = this.painted
    if (glyphs.length >= PDF_LIMITS.glyphs) {
      this.painted.isCut = true
      return
    }
    const { ctm, rise, fontSize, font, mode } = this.state
    const all = times(ctm, this.text)
    const from = applied(all, 0, rise)
    const [upX, upY] = applied(all, 0, rise + fontSize)
    const size = Math.hypot(upX - from[0], upY - from[1])
    const isBold = font?.bold === true || font?.black === true || /bold|black|heavy/i.test(font?.name ?? '')
    const to = applied(all, width, rise)
    if (![...from, ...to, size].every(Number.isFinite)) return
    glyphs.push({ text, from, to, size, isBold, isHidden: mode === 3 || mode === 7 })
  }
}

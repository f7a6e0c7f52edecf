import PDFDocument from 'pdfkit'
import { fontFile } from './fonts.ts'
import { type Line, LOOKS, type Look, type Measure, type Piece, type Run, wrap } from './text.ts'

/** Letter, landscape, in points. */
const PAGE = { width: 792, height: 612 }
const MARGIN = 28
/** Between the top margin, where each page says what it is, and the first line. */
const RUNNING_LINE = 13
/** Height of a line, as a share of the size of its text. */
const LEADING = 1.25
/** Where the letters stand in a line. */
const BASELINE = 0.95

export type Structure = PDFKit.PDFStructureElement

/** What a document says of itself. */
export interface PaperFacts {
  title: string
  /** Its date of creation; none where no date is known, since nobody asks a clock. */
  date: Date | undefined
}

/**
 * Pages of paper, filled from top to bottom. Whatever is drawn belongs to an element of the document's structure, or is
 * an artifact: lines, shades, and what is repeated on each page.
 */
export class Paper {
  readonly left = MARGIN
  readonly width = PAGE.width - 2 * MARGIN
  readonly top = MARGIN + RUNNING_LINE
  readonly bottom = PAGE.height - MARGIN
  readonly measure: Measure
  /** Where the next thing is drawn. */
  y: number
  private readonly doc: PDFKit.PDFDocument
  private readonly root: Structure
  private readonly hasGlyph: (font: Look['font'], character: number) => boolean

  constructor({ title, date }: PaperFacts) {
    // The date in this option takes the place of pdfkit's, which is that of a clock; it goes into the file's id too.
    const info = { Title: title, Producer: 'section16', Creator: 'section16', CreationDate: date ?? new Date(0) }
    this.doc = new PDFDocument({
      size: [PAGE.height, PAGE.width],
      layout: 'landscape',
      margin: 0,
      bufferPages: true,
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en-US',
      displayTitle: true,
      info,
    })
    if (!date) delete this.doc.info.CreationDate
    describe(this.doc, title)
    for (const font of ['regular', 'bold', 'oblique'] as const) this.doc.registerFont(font, fontFile(font))
    this.measure = remembered((text, look, points) => {
      this.doc.font(look.font).fontSize(points * look.scale)
      return this.doc.widthOfString(text)
    })
    this.hasGlyph = (font, character) => {
      const { _font } = this.doc.font(font) as unknown as {
        _font: { font: { hasGlyphForCodePoint: (character: number) => boolean } }
      }
      return _font.font.hasGlyphForCodePoint(character)
    }
    this.root = this.doc.struct('Document')
    this.doc.addStructure(this.root)
    this.y = this.top
    this.newPage()
  }

  /** The height of one line of text. */
  lineHeight(size: number): number {
    return size * LEADING
  }

  /** Room left on this page. */
  get room(): number {
    return this.bottom - this.y
  }

  /** Begins a page. */
  newPage(): void {
    this.doc.addPage()
    this.y = this.top
  }

  /** Leaves room, but not at the top of a page. */
  space(height: number): void {
    if (this.y > this.top) this.y += height
  }

  /** Begins a page if less than a height is left, unless the height is more than any page has. */
  keep(height: number): void {
    if (height > this.room && this.y > this.top && height <= this.bottom - this.top) this.newPage()
  }

  /** A new element of structure, below another or the document. */
  element(type: string, parent: Structure = this.root, attributes: Record<string, unknown> = {}): Structure {
    const element = this.doc.struct(type)
    // pdfkit knows one attribute of tables; cells that span others need more.
    const { dictionary } = element as unknown as { dictionary: { data: Record<string, unknown> } }
    if (Object.keys(attributes).length > 0) dictionary.data.A = { O: 'Table', ...attributes }
    parent.add(element)
    return element
  }

  /** Text broken into lines. */
  lines(runs: readonly Run[], width: number, size: number): Line[] {
    return wrap(
      runs.flatMap((run) => this.shown(run)),
      width,
      size,
      this.measure,
    )
  }

  /** A character that the font does not have is named by its number, since a reader would see an empty box. */
  private shown(run: Run): Run {
    if (/^[\n\x20-\x7e]*$/.test(run.text)) return run
    const text = run.text.replace(/[^\n\x20-\x7e]/gu, (character) => {
      const number = character.codePointAt(0)!
      if (this.hasGlyph(run.look.font, number)) return character
      return `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`
    })
    return text === run.text ? run : { ...run, text }
  }

  /** Draws one line of text with its top at `y`, as content of an element. */
  line({ pieces, width }: Line, x: number, y: number, size: number, parent: Structure, right?: number): void {
    const start = right === undefined ? x : right - width
    // Pieces without a link between them are one piece of content.
    let plain: Piece[] = []
    const flush = () => {
      const drawn = plain
      if (drawn.length > 0)
        parent.add(() => {
          for (const piece of drawn) this.piece(piece, start, y, size)
        })
      plain = []
    }
    for (const piece of pieces) {
      if (piece.run.link === undefined) plain.push(piece)
      else {
        flush()
        this.link(piece, start, y, size, parent)
      }
    }
    flush()
  }

  private link(piece: Piece, start: number, y: number, size: number, parent: Structure): void {
    const link = piece.run.link!
    const element = this.element('Link', parent)
    element.add(() => this.piece(piece, start, y, size))
    const area = [start + piece.x, y, piece.width, this.lineHeight(size)] as const
    const options = { structParent: element, Contents: new String(link.says) } as object
    if ('to' in link) this.doc.goTo(...area, link.to, options)
    else this.doc.link(...area, link.url, options)
  }

  private piece({ run: { look }, text, x }: Piece, start: number, y: number, size: number): void {
    const baseline = y + size * (BASELINE - look.rise)
    this.doc
      .font(look.font)
      .fontSize(size * look.scale)
      .fillColor(look.colour)
      .text(text, start + x, baseline, { lineBreak: false, baseline: 'alphabetic' })
  }

  /** A place on the page that links lead to. */
  destination(name: string): void {
    this.doc.addNamedDestination(name, 'XYZ', this.left, this.y, null as never)
  }

  /** Draws what is no content: lines, shades, repeated headings. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  /** Text of an artifact. */
  artifactLine({ pieces, width }: Line, x: number, y: number, size: number, right?: number): void {
    const start = right === undefined ? x : right - width
    for (const piece of pieces) this.piece(piece, start, y, size)
  }

  /** A frame, filled if a colour is given; part of an artifact. */
  frame(x: number, y: number, width: number, height: number, shade?: string): void {
    this.doc.lineWidth(0.5).strokeColor('#777').rect(x, y, width, height)
    if (shade === undefined) this.doc.stroke()
    else this.doc.fillColor(shade).fillAndStroke()
  }

  /** Paragraph, heading or item over the whole width; it may run over several pages if one is too short for it. */
  block(type: string, runs: readonly Run[], size: number, options: BlockOptions = {}): void {
    const { parent = this.root, indent = 0, after = size * 0.4, with: more = 0, width = this.width } = options
    const lines = this.lines(runs, width - indent, size)
    const step = this.lineHeight(size)
    this.keep(lines.length * step + more)
    options.started?.()
    const element = this.element(type, parent)
    for (const line of lines) {
      if (this.room < step) this.newPage()
      this.line(line, this.left + indent, this.y, size, element)
      this.y += step
    }
    this.y += after
  }

  /** The document's bytes. On each page stands what it is, and how many pages there are. */
  async end(says: string): Promise<Uint8Array> {
    const { count } = this.doc.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(page)
      this.artifact('Pagination', () => this.runningLine(says, `Page ${page + 1} of ${count}`))
    }
    this.root.end()
    const chunks: Buffer[] = []
    this.doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    const ended = new Promise<void>((resolve, reject) => this.doc.on('end', resolve).on('error', reject))
    this.doc.end()
    await ended
    return new Uint8Array(Buffer.concat(chunks))
  }

  private runningLine(says: string, page: string): void {
    const size = 7
    const run = (text: string): Run => ({ text, look: LOOKS.plain })
    const [number] = this.lines([run(page)], this.width, size)
    const [line, rest] = this.lines([run(says)], this.width - 90, size)
    this.artifactLine(line!, this.left, MARGIN, size)
    if (rest) this.artifactLine(this.lines([run('\u2026')], 20, size)[0]!, this.left + line!.width + 2, MARGIN, size)
    this.artifactLine(number!, 0, MARGIN, size, this.left + this.width)
  }
}

export interface BlockOptions {
  parent?: Structure
  indent?: number
  /** Space below. */
  after?: number
  /** What must stand on the same page below it. */
  with?: number
  width?: number
  /** Called where the block begins, on its page. */
  started?: () => void
}

/**
 * What the file says of itself as XML. pdfkit's own puts a title into it as it is, so that a title could be markup, and
 * fails without a date.
 */
function describe(doc: PDFKit.PDFDocument, title: string): void {
  const metadata = doc as unknown as { _addInfo: () => void; appendXML: (xml: string) => void }
  const written = title.replace(/[^A-Za-z0-9 ]/gu, (character) => `&#${character.codePointAt(0)};`)
  metadata._addInfo = () =>
    metadata.appendXML(
      '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>' +
        `<rdf:li xml:lang="x-default">${written}</rdf:li></rdf:Alt></dc:title></rdf:Description>`,
    )
}

/** The same words are measured again and again. */
function remembered(measure: Measure): Measure {
  const known = new Map<string, number>()
  return (text, look, size) => {
    const key = `${look.font} ${size * look.scale} ${text}`
    let width = known.get(key)
    if (width === undefined) {
      width = measure(text, look, size)
      known.set(key, width)
    }
    return width
  }
}

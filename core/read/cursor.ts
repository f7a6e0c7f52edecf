import { CalendarDate } from '../model/calendarDate.ts'
import type { Cik } from '../model/cik.ts'
import { Decimal } from '../model/decimal.ts'
import { Footnote } from '../model/ownershipDocument.ts'
import { absent, Field, noFootnotes, type Reported } from '../model/reported.ts'
import { escapeText, illegalCharacter, resolveReferences } from '../model/xmlText.ts'
import { ForetoldTexts } from './foretold.ts'

/** An element whose text is its value, by the numbers of the texts around it. */
export interface LeafTexts {
  /** White space and start tag. */
  open: number
  close: number
}

/** An element with `value` and footnote references, by the texts around them. */
export interface FieldTexts extends LeafTexts {
  /** White space, start tag, white space, `<value>`. */
  openValue: number
  /** White space and end tag. */
  gapClose: number
  /** `</value>`, white space, end tag. */
  closeValue: number
  valueEnd: number
  /** White space and `<footnoteId id="` inside the element. */
  reference: number
}

/** What a character of a value means. */
const PLAIN = 0
const LESS_THAN = 1
const UNUSUAL = 2
const characters = new Uint8Array(256).fill(UNUSUAL)
for (let c = 0x20; c < 0x7f; c++) characters[c] = PLAIN
for (const c of '\t\n') characters[c.charCodeAt(0)] = PLAIN
for (const c of '&>"]') characters[c.charCodeAt(0)] = UNUSUAL
characters[60] = LESS_THAN

/** The length of the reference at an ampersand if it is one of those that EDGAR writes, else 0. */
function referenceLength(bytes: Uint8Array, at: number): number {
  switch (bytes[at + 1]) {
    case 97: // &amp;
      return bytes[at + 2] === 109 && bytes[at + 3] === 112 && bytes[at + 4] === 59 ? 5 : 0
    case 113: // &quot;
      return bytes[at + 2] === 117 && bytes[at + 3] === 111 && bytes[at + 4] === 116 && bytes[at + 5] === 59 ? 6 : 0
    case 103: // &gt;
    case 108: // &lt;
      return bytes[at + 2] === 116 && bytes[at + 3] === 59 ? 4 : 0
    default:
      return 0
  }
}

/** What a reference stands for, by its first letter. */
const REFERENCES: Record<number, string> = { 97: '&', 103: '>', 108: '<', 113: '"' }

const NOT_ASCII = /[^\0-\x7f]/

/** EDGAR once cut lines at 1,023 characters; text that may have been cut is left to the other reader. */
const MAY_BE_CUT = 900

/** Fields that recur in every filing: they are immutable, so one of each will do. */
const EMPTY_TEXT = new Field('text', '', undefined, noFootnotes, undefined)
const LETTERS = Array.from({ length: 128 }, (_, c) => {
  const letter = String.fromCharCode(c)
  return new Field('text', letter, letter.trim() === '' ? undefined : letter, noFootnotes, undefined)
})
const TRUE = new Field('boolean', undefined, true, noFootnotes, undefined)
const FALSE = new Field('boolean', undefined, false, noFootnotes, undefined)
const EMPTY = {
  decimal: new Field('decimal', undefined, undefined, noFootnotes, undefined),
  date: new Field('date', undefined, undefined, noFootnotes, undefined),
  text: new Field('text', undefined, undefined, noFootnotes, undefined),
}

/** The ids that the schema allows, so that a reference need not make its own. */
const IDS = Array.from({ length: 100 }, (_, n) => `F${n}`)

/** How a tag ends after an id: `">` or `"/>`. */
const QUOTE_CLOSE = 0
const QUOTE_CLOSE_EMPTY = 1

const NO_TEXTS = new ForetoldTexts()
const NOTHING = new Uint8Array(0)
const NOTHING_VIEW = new DataView(NOTHING.buffer)

const ABSENT_TEXT = absent('text')
const ABSENT_DECIMAL = absent('decimal')
const ABSENT_DATE = absent('date')
const ABSENT_BOOLEAN = absent('boolean')
const ABSENT_CIK = absent('cik')

/**
 * A place in a source whose layout is foretold. Each call reads one element if it stands there, and is absent if
 * another one does. `failed` is set where the source is not as foretold: then nothing read counts.
 */
export class Cursor {
  at = 0
  failed = false
  private foretold = NO_TEXTS
  private source = ''
  private bytes: Uint8Array = NOTHING
  private view: DataView = NOTHING_VIEW
  /** Bytes of the source: asking the view is a call. */
  private size = 0
  /** Of the value last read: where it stands, what it says and how it is spelled if it is not plain. */
  private from = 0
  private to = 0
  private unusual: string | undefined
  private spelling: string | undefined
  private footnotes: readonly string[] = noFootnotes

  begin(foretold: ForetoldTexts, bytes: Uint8Array, source: string, at: number): void {
    this.foretold = foretold
    this.bytes = bytes
    this.source = source
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.size = bytes.byteLength
    this.at = at
    this.failed = false
  }

  /** Lets go of the source. */
  end(): void {
    this.bytes = NOTHING
    this.source = ''
    this.view = NOTHING_VIEW
    this.size = 0
  }

  take(text: number): boolean {
    if (!this.foretold.standsAt(text, this.view, this.size, this.at)) return false
    this.at += this.foretold.lengths[text] as number
    return true
  }

  /** What must stand here. */
  need(text: number): void {
    if (!this.take(text)) this.failed = true
  }

  textLeaf(texts: LeafTexts): Reported<string> {
    if (!this.take(texts.open)) return ABSENT_TEXT
    this.leaf(texts)
    return this.text()
  }

  dateLeaf(texts: LeafTexts): Reported<CalendarDate> {
    if (!this.take(texts.open)) return ABSENT_DATE
    this.leaf(texts)
    return this.date()
  }

  booleanLeaf(texts: LeafTexts): Reported<boolean> {
    if (!this.take(texts.open)) return ABSENT_BOOLEAN
    this.leaf(texts)
    const { bytes, from } = this
    if (this.to === from + 1) {
      if (bytes[from] === 49) return TRUE as unknown as Reported<boolean>
      if (bytes[from] === 48) return FALSE as unknown as Reported<boolean>
    }
    return new Field('boolean', this.written(), null, noFootnotes, this.rarity()) as unknown as Reported<boolean>
  }

  cikLeaf(texts: LeafTexts): Reported<Cik> {
    if (!this.take(texts.open)) return ABSENT_CIK
    this.leaf(texts)
    const written = this.written()
    // Ten digits are a CIK as it should be; anything else is looked at when asked for.
    const known = this.to - this.from === 10 && this.digits(this.from, 10) >= 0 ? written : null
    return new Field('cik', written, known, noFootnotes, this.rarity()) as unknown as Reported<Cik>
  }

  textField(texts: FieldTexts): Reported<string> {
    if (this.take(texts.openValue)) {
      this.value(texts)
      return this.text()
    }
    if (!this.take(texts.open)) return ABSENT_TEXT
    this.withoutValue(texts)
    const { footnotes } = this
    return (footnotes.length === 0
      ? EMPTY.text
      : new Field('text', undefined, undefined, footnotes, undefined)) as unknown as Reported<string>
  }

  decimalField(texts: FieldTexts): Reported<Decimal> {
    if (this.take(texts.openValue)) {
      this.value(texts)
      return this.decimal()
    }
    if (!this.take(texts.open)) return ABSENT_DECIMAL
    this.withoutValue(texts)
    const { footnotes } = this
    return (footnotes.length === 0
      ? EMPTY.decimal
      : new Field('decimal', undefined, undefined, footnotes, undefined)) as unknown as Reported<Decimal>
  }

  dateField(texts: FieldTexts): Reported<CalendarDate> {
    if (this.take(texts.openValue)) {
      this.value(texts)
      return this.date()
    }
    if (!this.take(texts.open)) return ABSENT_DATE
    this.withoutValue(texts)
    const { footnotes } = this
    return (footnotes.length === 0
      ? EMPTY.date
      : new Field('date', undefined, undefined, footnotes, undefined)) as unknown as Reported<CalendarDate>
  }

  /** `<footnoteId id="F1"/>`, as many as follow. */
  references(reference: number): readonly string[] {
    let ids: string[] | undefined
    while (this.take(reference)) {
      const id = this.identifier(QUOTE_CLOSE_EMPTY)
      if (ids === undefined) ids = [id]
      else ids.push(id)
    }
    return ids ?? noFootnotes
  }

  /** A footnote whose start tag is begun: its id and its text. */
  footnote(close: number): Footnote {
    const id = this.identifier(QUOTE_CLOSE)
    this.scan()
    const footnote = new Footnote(id, this.written(), this.spelling)
    this.need(close)
    return footnote
  }

  private leaf(texts: LeafTexts): void {
    this.scan()
    this.footnotes = noFootnotes
    this.need(texts.close)
  }

  private value(texts: FieldTexts): void {
    this.scan()
    this.footnotes = noFootnotes
    if (this.take(texts.closeValue)) return
    this.need(texts.valueEnd)
    this.footnotes = this.references(texts.reference)
    this.need(texts.gapClose)
  }

  private withoutValue(texts: FieldTexts): void {
    this.footnotes = noFootnotes
    if (this.take(texts.close)) return
    this.footnotes = this.references(texts.reference)
    if (this.footnotes.length === 0) this.failed = true
    this.need(texts.gapClose)
  }

  /** Letters and digits up to `end`, which is passed. */
  private identifier(end: number): string {
    const { at, bytes } = this
    let quote = at
    for (let c = bytes[quote] as number; (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122); ) {
      c = bytes[++quote] as number
    }
    const empty = end === QUOTE_CLOSE_EMPTY
    const close = quote + (empty ? 2 : 1)
    const ends = bytes[quote] === 34 && bytes[close] === 62 && (!empty || bytes[quote + 1] === 47)
    if (!ends || quote === at || quote - at > 20) this.failed = true
    this.at = close + 1
    return this.knownId(at, quote) ?? this.source.slice(at, quote)
  }

  /** `F1` to `F99` without a new string. */
  private knownId(at: number, end: number): string | undefined {
    const { bytes } = this
    const first = (bytes[at + 1] as number) - 48
    if (bytes[at] !== 70 || first < 1 || first > 9) return undefined
    if (end === at + 2) return IDS[first]
    const second = (bytes[at + 2] as number) - 48
    return end === at + 3 && second >= 0 && second <= 9 ? IDS[first * 10 + second] : undefined
  }

  /** Finds the end of the text at hand. */
  private scan(): void {
    const { bytes } = this
    const start = this.at
    let at = start
    let kind = characters[bytes[at] as number]
    while (kind === PLAIN) kind = characters[bytes[++at] as number]
    this.from = start
    this.unusual = undefined
    this.spelling = undefined
    if (kind !== LESS_THAN) at = this.scanUnusual(start, at)
    this.to = at
    this.at = at
    if (at - start > MAY_BE_CUT && this.source.slice(start, at).includes('\n')) this.failed = true
  }

  /**
   * Text that is not plain: with EDGAR's four references it is read on; anything else (quotation marks, other
   * references, carriage returns) is taken apart.
   */
  private scanUnusual(start: number, first: number): number {
    const { bytes, source } = this
    let text = ''
    let from = start
    let at = first
    while (bytes[at] === 38) {
      const length = referenceLength(bytes, at)
      if (length === 0) return this.takeApart(start, at)
      text += source.slice(from, at) + REFERENCES[bytes[at + 1] as number]
      from = at + length
      at = from
      while (characters[bytes[at] as number] === PLAIN) at++
    }
    if (bytes[at] !== 60) return this.takeApart(start, at)
    this.unusual = text + source.slice(from, at)
    return at
  }

  private takeApart(start: number, from: number): number {
    const end = this.source.indexOf('<', from)
    const markup = this.source.slice(start, end)
    const text =
      end < 0 || NOT_ASCII.test(markup) || markup.includes(']]>') || illegalCharacter(markup) >= 0
        ? undefined
        : resolveReferences(markup)
    if (text === undefined) {
      this.failed = true
      return start
    }
    this.unusual = text
    this.spelling = escapeText(text) === markup ? undefined : markup
    return end
  }

  private written(): string {
    return this.unusual ?? this.source.slice(this.from, this.to)
  }

  private rarity() {
    return this.spelling === undefined ? undefined : { spelling: this.spelling, layout: undefined }
  }

  private text(): Reported<string> {
    const { from, to, footnotes } = this
    let field: Field
    if (this.unusual === undefined && to - from < 2 && footnotes.length === 0) {
      field = to === from ? EMPTY_TEXT : (LETTERS[this.bytes[from] as number] as Field)
    } else {
      const written = this.written()
      // Ink at both ends: nothing to trim, so the text is the value; but a reference may stand for white space.
      const inked = to > from && (this.bytes[from] as number) > 32 && (this.bytes[to - 1] as number) > 32
      const trimmed = inked && this.unusual === undefined
      field = new Field('text', written, trimmed ? written : null, footnotes, this.rarity())
    }
    return field as unknown as Reported<string>
  }

  /** A number from its digits; anything but a canonical spelling goes through the text. */
  private decimal(): Reported<Decimal> {
    const { bytes, from, to } = this
    let units = 0
    let point = -1
    let at = from
    for (; at < to; at++) {
      const c = bytes[at] as number
      if (c >= 48 && c <= 57) units = units * 10 + (c - 48)
      else if (c === 46 && point < 0) point = at
      else break
    }
    const whole = (point < 0 ? to : point) - from
    const plain =
      at === to &&
      to - from <= 15 &&
      (whole === 1 || (whole > 1 && bytes[from] !== 48)) &&
      (point < 0 || (bytes[to - 1] !== 48 && point < to - 1))
    const field = plain
      ? new Field(
          'decimal',
          undefined,
          Decimal.shortest(units, point < 0 ? 0 : to - point - 1),
          this.footnotes,
          undefined,
        )
      : new Field('decimal', this.written(), null, this.footnotes, this.rarity())
    return field as unknown as Reported<Decimal>
  }

  /** A date from its digits; anything but `YYYY-MM-DD` goes through the text. */
  private date(): Reported<CalendarDate> {
    const { bytes, from } = this
    const year = this.digits(from, 4)
    const month = this.digits(from + 5, 2)
    const dayOfMonth = this.digits(from + 8, 2)
    const plain = this.to - from === 10 && bytes[from + 4] === 45 && bytes[from + 7] === 45
    const date = plain && year > 0 && month > 0 && dayOfMonth > 0 ? CalendarDate.of(year, month, dayOfMonth) : undefined
    const field = date
      ? new Field('date', undefined, date, this.footnotes, undefined)
      : new Field('date', this.written(), null, this.footnotes, this.rarity())
    return field as unknown as Reported<CalendarDate>
  }

  private digits(from: number, count: number): number {
    const { bytes } = this
    let number = 0
    for (let i = from; i < from + count; i++) {
      const digit = (bytes[i] as number) - 48
      if (!(digit >= 0 && digit <= 9)) return -1
      number = number * 10 + digit
    }
    return number
  }
}

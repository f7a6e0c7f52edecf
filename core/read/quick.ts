import {
  createRow,
  type ElementDefinition,
  type GroupDefinition,
  OWNERSHIP_DOCUMENT,
  type RowsDefinition,
} from '../model/elements.ts'
import { EDGAR_LAYOUT, gapOf, type Style } from '../model/layout.ts'
import { Footnote, type OwnershipDocument, type RowElement } from '../model/ownershipDocument.ts'
import { fieldOf, noFootnotes, type ValueType } from '../model/reported.ts'
import { escapeText, illegalCharacter, resolveReferences } from '../model/xmlText.ts'
import { Foretold } from './foretold.ts'
import { styleOfGap } from './styleOf.ts'
import { XML_DECLARATION } from './xml/tree.ts'

/**
 * The fast way into the model. A document that EDGAR wrote has one layout, so what stands between two values can be
 * foretold: a run of white space and tags is compared as one text instead of being taken apart. The first difference
 * from what the writer would lay out gives the document up, and `parseXml` and `place` read it; whatever is read here is
 * well-formed, in the schema's order, and without anything unknown.
 *
 * @param bytes the source, ASCII only
 * @param source the same as a string
 * @returns the document, or `undefined` where it must be read the other way
 */
export function readQuickly(bytes: Uint8Array, source: string): OwnershipDocument | undefined {
  const rootStart = startOfRoot(source)
  if (rootStart < 0) return undefined
  const gapStart = rootStart + ROOT_OPEN.length
  const gapEnd = source.indexOf('<', gapStart)
  const reader = readerOf(source.slice(gapStart, gapEnd))
  const document = reader.read(bytes, source, gapStart)
  if (document === undefined) return undefined
  const epilog = source.slice(reader.at)
  if (!BLANK.test(epilog)) return undefined
  const prolog = source.slice(0, rootStart)
  if (epilog !== '' || prolog !== EDGAR_LAYOUT.prolog || reader.style !== EDGAR_LAYOUT.style) {
    document.source = { style: reader.style, prolog, epilog }
  }
  return document
}

const ROOT_OPEN = '<ownershipDocument>'
const ROOT_END = '</ownershipDocument>'
const BLANK = /^[\t\n\r ]*$/
const BEFORE_ROOT = new RegExp(`^(?:${XML_DECLARATION.source.slice(1)})?[\\t\\n\\r ]*$`)

/** Where the root begins, after at most a declaration and white space; -1 where something else stands there. */
function startOfRoot(source: string): number {
  const edgar = EDGAR_LAYOUT.prolog
  if (source.startsWith(edgar) && source.startsWith(ROOT_OPEN, edgar.length)) return edgar.length
  const start = source.slice(0, 500).indexOf(ROOT_OPEN)
  return start >= 0 && BEFORE_ROOT.test(source.slice(0, start)) ? start : -1
}

/** An element with the texts that it is known by in one style. */
interface Expected {
  definition: ElementDefinition
  shape: ElementDefinition['shape']
  property: string
  /** White space and start tag. */
  open: Foretold
  /** White space, start tag, white space, `<value>`. */
  openValue: Foretold
  /** The end tag alone. */
  close: Foretold
  /** White space and end tag. */
  gapClose: Foretold
  /** `</value>`, white space, end tag. */
  closeValue: Foretold
  /** White space and `<footnoteId id="` inside this element. */
  reference: Foretold
  type: ValueType
  children: Expected[]
  row: RowElement | undefined
}

/** At most this many styles are remembered: real documents have a handful. */
const MOST_READERS = 16
const readers = new Map<string, QuickReader>()

function readerOf(gap: string): QuickReader {
  let reader = readers.get(gap)
  if (!reader) {
    if (readers.size >= MOST_READERS) readers.clear()
    reader = new QuickReader(styleOfGap(gap))
    readers.set(gap, reader)
  }
  return reader
}

/** What a character of a value means to the reader. */
const PLAIN = 0
const LESS_THAN = 1
const characters = new Uint8Array(256).fill(2)
for (let c = 0x20; c < 0x7f; c++) characters[c] = PLAIN
for (const c of '\t\n') characters[c.charCodeAt(0)] = PLAIN
for (const c of '&>"]') characters[c.charCodeAt(0)] = 2
characters[60] = LESS_THAN

/** EDGAR once cut lines at 1,023 characters; text that may have been cut is left to the other reader. */
const MAY_BE_CUT = 900

const NOTHING = new Uint8Array(0)
const VALUE_END = new Foretold('</value>')

class QuickReader {
  readonly style: Style
  /** The offset reached. */
  at = 0
  private source = ''
  private bytes: Uint8Array = NOTHING
  private view: DataView = new DataView(NOTHING.buffer)
  private readonly root: Expected[]
  private readonly rootClose: Foretold
  private spelling: string | undefined

  constructor(style: Style) {
    this.style = style
    this.root = OWNERSHIP_DOCUMENT.children.flatMap((child) => foretell(child, style, 1))
    this.rootClose = new Foretold(gapOf(style, 0, 0) + ROOT_END)
  }

  read(bytes: Uint8Array, source: string, at: number): OwnershipDocument | undefined {
    this.source = source
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.at = at
    const document = OWNERSHIP_DOCUMENT.create() as OwnershipDocument
    const done = this.children(document as unknown as Properties, this.root) && this.expect(this.rootClose)
    this.source = ''
    this.bytes = NOTHING
    return done ? document : undefined
  }

  private expect(text: Foretold): boolean {
    if (!text.standsAt(this.view, this.at)) return false
    this.at += text.length
    return true
  }

  /** The children of one element in the schema's order; false gives the document up. */
  private children(target: Properties, children: readonly Expected[]): boolean {
    for (let i = 0; i < children.length; i++) {
      const child = children[i] as Expected
      switch (child.shape) {
        case 'field':
          if (child.openValue.standsAt(this.view, this.at)) {
            if (!this.value(target, child)) return false
          } else if (this.expect(child.open) && !this.withoutValue(target, child)) return false
          break
        case 'leaf':
          if (this.expect(child.open) && !this.leaf(target, child)) return false
          break
        case 'rows':
          if (!this.expect(child.open)) break
          if (!this.row(target, child)) return false
          // Lines of both names may alternate: begin again with the first name.
          i = -1
          break
        default:
          if (!this.expect(child.open)) break
          if (!this.group(target, child)) return false
          // Asked once more for the same element: there may be several owners and signatures.
          if ((child.definition as GroupDefinition).many) i--
      }
    }
    return true
  }

  private leaf(target: Properties, child: Expected): boolean {
    const written = this.text()
    if (written === undefined || !this.expect(child.close)) return false
    target[child.property] = fieldOf(child.type, written, noFootnotes, this.spelling, undefined)
    return true
  }

  private value(target: Properties, child: Expected): boolean {
    this.at += child.openValue.length
    const written = this.text()
    if (written === undefined) return false
    const { spelling } = this
    let footnotes = noFootnotes
    if (!this.expect(child.closeValue)) {
      const ids = this.expect(VALUE_END) ? this.references(child.reference) : undefined
      if (ids === undefined || !this.expect(child.gapClose)) return false
      footnotes = ids
    }
    target[child.property] = fieldOf(child.type, written, footnotes, spelling, undefined)
    return true
  }

  private withoutValue(target: Properties, child: Expected): boolean {
    let footnotes = noFootnotes
    if (!this.expect(child.close)) {
      const ids = this.references(child.reference)
      if (ids === undefined || ids.length === 0 || !this.expect(child.gapClose)) return false
      footnotes = ids
    }
    target[child.property] = fieldOf(child.type, undefined, footnotes, undefined, undefined)
    return true
  }

  /** `<footnoteId id="F1"/>`, as many as follow; `undefined` gives the document up. */
  private references(reference: Foretold): string[] | undefined {
    const ids: string[] = []
    while (this.expect(reference)) {
      const id = this.identifier('"/>')
      if (id === undefined) return undefined
      ids.push(id)
    }
    return ids
  }

  /** Letters and digits up to `end`, which is passed. */
  private identifier(end: string): string | undefined {
    const { source, at } = this
    const quote = source.indexOf('"', at)
    if (quote < 0 || quote - at > 20 || !source.startsWith(end, quote)) return undefined
    for (let i = at; i < quote; i++) {
      const c = source.charCodeAt(i)
      if (!((c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122))) return undefined
    }
    this.at = quote + end.length
    return source.slice(at, quote)
  }

  private group(target: Properties, child: Expected): boolean {
    const definition = child.definition as GroupDefinition
    const group = definition.create() as Properties
    if (definition.many) (target[child.property] as object[]).push(group)
    else target[child.property] = group
    if (this.expect(child.close)) return true
    const start = this.at
    const filled =
      definition.element === 'footnotes' ? this.footnotes(group, child) : this.children(group, child.children)
    if (!filled) return false
    if (definition.footnoteIds) {
      const ids = this.references(child.reference)
      if (ids === undefined) return false
      if (ids.length > 0) group.footnotes = ids
    }
    // White space alone between the tags is a layout of its own.
    return this.at > start && this.expect(child.gapClose)
  }

  private row(target: Properties, child: Expected): boolean {
    const row = createRow(child.row as RowElement)
    ;(target[child.property] as object[]).push(row)
    if (this.expect(child.close)) return true
    const start = this.at
    return this.children(row as unknown as Properties, child.children) && this.at > start && this.expect(child.gapClose)
  }

  private footnotes(target: Properties, child: Expected): boolean {
    const { open, close } = child.children[0] as Expected
    const footnotes = target.footnotes as Footnote[]
    while (this.expect(open)) {
      const id = this.identifier('">')
      if (id === undefined) return false
      const text = this.text()
      if (text === undefined || !this.expect(close)) return false
      footnotes.push(new Footnote(id, text, this.spelling))
    }
    return true
  }

  /** The text up to the next tag; leaves `spelling`. `undefined` gives the document up. */
  private text(): string | undefined {
    const { bytes } = this
    const start = this.at
    let at = start
    let kind = characters[bytes[at] as number]
    while (kind === PLAIN) kind = characters[bytes[++at] as number]
    this.spelling = undefined
    if (kind !== LESS_THAN) return this.unusualText(start, at)
    this.at = at
    if (at - start > MAY_BE_CUT && this.source.slice(start, at).includes('\n')) return undefined
    return this.source.slice(start, at)
  }

  private unusualText(start: number, from: number): string | undefined {
    const end = this.source.indexOf('<', from)
    if (end < 0) return undefined
    const markup = this.source.slice(start, end)
    if (markup.length > MAY_BE_CUT && markup.includes('\n')) return undefined
    if (markup.includes(']]>') || illegalCharacter(markup) >= 0) return undefined
    const text = resolveReferences(markup)
    if (text === undefined) return undefined
    this.at = end
    this.spelling = escapeText(text) === markup ? undefined : markup
    return text
  }
}

type Properties = Record<string, unknown>

function foretell(definition: ElementDefinition, style: Style, level: number): Expected[] {
  if (definition.shape !== 'rows') return [foretellOne(definition, definition.element, style, level, undefined)]
  // Lines outside a table (X0101) are left to the other reader: their place among the root's children is theirs alone.
  return level === 1 ? [] : definition.elements.map((name) => foretellOne(definition, name, style, level, name))
}

function foretellOne(
  definition: ElementDefinition,
  name: string,
  style: Style,
  level: number,
  row: RowElement | undefined,
): Expected {
  const gap = gapOf(style, level - 1, level)
  const inner = gapOf(style, level, level + 1)
  const gapClose = `${gapOf(style, level, level)}</${name}>`
  const children = (definition as Partial<GroupDefinition | RowsDefinition>).children ?? []
  return {
    definition,
    shape: definition.shape,
    property: definition.property,
    open: new Foretold(definition.shape === 'footnote' ? `${gap}<${name} id="` : `${gap}<${name}>`),
    openValue: new Foretold(`${gap}<${name}>${inner}<value>`),
    close: new Foretold(`</${name}>`),
    gapClose: new Foretold(gapClose),
    closeValue: new Foretold(`</value>${gapClose}`),
    reference: new Foretold(`${inner}<footnoteId id="`),
    type: 'type' in definition ? definition.type : 'text',
    children: children.flatMap((child) => foretell(child, style, level + 1)),
    row,
  }
}

import { MASKED_CCC } from '../model/ccc.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { createRow, type ElementDefinition, OWNERSHIP_DOCUMENT } from '../model/elements.ts'
import { FILING_JSON_FORMAT, type FilingOrigin } from '../model/filingJson.ts'
import { EDGAR_LAYOUT, type Layout, type LayoutItem, type Style } from '../model/layout.ts'
import { Footnote, type OwnershipDocument, OwnershipTable, type RowElement } from '../model/ownershipDocument.ts'
import { canonical, fieldOf, noFootnotes, reported, type ValueType } from '../model/reported.ts'
import { severityOf } from './diagnose.ts'
import { excerpt } from './excerpt.ts'
import { isProblem, parseXml } from './xml/parse.ts'
import { textOf } from './xml/textOf.ts'

/** What came of reading filing JSON. */
export interface JsonReadResult {
  document: OwnershipDocument | undefined
  origin: FilingOrigin
  diagnostics: Diagnostic[]
}

/**
 * The document of a filing JSON (a parsed value, not its text), the inverse of `toFilingJson`. Whoever edits the JSON
 * changes `value`: where `written` or `spelling` no longer agree with it, they are dropped with a diagnostic. Keys that
 * are not known and values of a wrong type are named, never dropped in silence; the rest is read all the same.
 */
export function readFilingJson(json: unknown): JsonReadResult {
  const reader = new JsonReader()
  if (!isObject(json) || json.format !== FILING_JSON_FORMAT || !isObject(json.document)) {
    reader.note('R160', '', { format: FILING_JSON_FORMAT })
    return { document: undefined, origin: {}, diagnostics: reader.diagnostics }
  }
  const document = reader.document(json.document)
  const origin: FilingOrigin = {}
  for (const key of ['accessionNumber', 'filedAsOf', 'acceptedAt'] as const) {
    const value = json[key]
    if (typeof value === 'string') origin[key] = value
    else if (value !== undefined) reader.note('R162', key, { expected: 'a string' })
  }
  return { document, origin, diagnostics: reader.diagnostics }
}

type Json = Record<string, unknown>
type Properties = Record<string, unknown>

class JsonReader {
  readonly diagnostics: Diagnostic[] = []

  note(code: string, path: string, data: Diagnostic['data']): void {
    this.diagnostics.push({ code, severity: severityOf(code), at: { path }, data })
  }

  document(json: Json): OwnershipDocument {
    const document = OWNERSHIP_DOCUMENT.create() as OwnershipDocument
    const { source, ...rest } = json
    this.group(document as unknown as Properties, OWNERSHIP_DOCUMENT.children, rest, 'document')
    if (isObject(source)) {
      document.source = {
        style: this.style(source.style),
        prolog: this.text(source.prolog, 'document/source/prolog') ?? EDGAR_LAYOUT.prolog,
        epilog: this.text(source.epilog, 'document/source/epilog') ?? '',
      }
      const { prolog, epilog } = document.source
      if (!isWellFormed(`${prolog}<x/>${epilog}`)) {
        this.note('R162', 'document/source', { expected: 'what may stand around a root element' })
        Object.assign(document.source, { prolog: EDGAR_LAYOUT.prolog, epilog: '' })
      }
      const root = isObject(source.root) ? this.layout([source.root], 'document/source/root')?.[0] : undefined
      if (root && typeof root !== 'string') document.source.root = root
    } else if (source !== undefined) this.note('R162', 'document/source', { expected: 'an object' })
    return document
  }

  private style(json: unknown): Style {
    if (
      isObject(json) &&
      isWhiteSpace(json.newline) &&
      isWhiteSpace(json.indent) &&
      (json.rootGap === 1 || json.rootGap === 2)
    ) {
      return { newline: json.newline, indent: json.indent, rootGap: json.rootGap }
    }
    if (json !== undefined) this.note('R162', 'document/source/style', { expected: 'newline, indent and rootGap' })
    return EDGAR_LAYOUT.style
  }

  private group(target: Properties, children: readonly ElementDefinition[], json: Json, path: string): void {
    const known = new Set(['layout', 'present', 'element'])
    for (const child of children) {
      known.add(child.property)
      const value = json[child.property]
      if (value !== undefined) this.child(target, child, value, `${path}/${child.property}`)
    }
    if ('footnotes' in target && !known.has('footnotes')) {
      known.add('footnotes')
      if (json.footnotes !== undefined) target.footnotes = this.ids(json.footnotes, `${path}/footnotes`)
    }
    if (json.layout !== undefined) target.layout = this.layout(json.layout, `${path}/layout`)
    for (const key of Object.keys(json)) if (!known.has(key)) this.note('R161', `${path}/${key}`, { key })
  }

  private child(target: Properties, child: ElementDefinition, value: unknown, path: string): void {
    const { property } = child
    if (child.shape === 'footnote') target[property] = this.list(value, path, (one, at) => this.footnote(one, at))
    else if (child.shape === 'rows') {
      // A table's own lines; `rows` below the root says the same table again and is read with it.
      if (property === 'rows') target.rows = this.list(value, path, (one, at) => this.row(one, child.children, at))
    } else if (child.shape !== 'group') target[property] = this.field(child.type, value, child.shape === 'field', path)
    else if (child.many) {
      target[property] = this.list(value, path, (one, at) => this.create(child.create, child.children, one, at))
    } else target[property] = this.create(child.create, child.children, value, path)
  }

  private create(make: () => object, children: readonly ElementDefinition[], json: unknown, path: string): object {
    const group = make()
    if (!isObject(json)) this.note('R162', path, { expected: 'an object' })
    else {
      this.group(group as Properties, children, json, path)
      if (json.present === false && group instanceof OwnershipTable) group.present = false
    }
    return group
  }

  private row(json: unknown, children: readonly ElementDefinition[], path: string): object | undefined {
    if (!isObject(json) || !ROW_ELEMENTS.has(json.element as string)) {
      this.note('R162', path, { expected: `an object whose element is one of ${[...ROW_ELEMENTS].join(', ')}` })
      return undefined
    }
    const row = createRow(json.element as RowElement)
    this.group(row as unknown as Properties, children, json, path)
    return row
  }

  private footnote(json: unknown, path: string): Footnote | undefined {
    if (!isObject(json) || typeof json.id !== 'string' || typeof json.text !== 'string') {
      this.note('R162', path, { expected: 'an object with id and text' })
      return undefined
    }
    return new Footnote(json.id, json.text, this.spelling(json.spelling, json.text, path))
  }

  private field(type: ValueType, json: unknown, footnoted: boolean, path: string) {
    if (!isObject(json)) {
      this.note('R162', path, { expected: 'an object with value, written or footnotes' })
      return reported(type, undefined)
    }
    for (const key of Object.keys(json)) if (!FIELD_KEYS.has(key)) this.note('R161', `${path}/${key}`, { key })
    const written = this.written(type, json, path) ?? (footnoted ? undefined : '')
    const footnotes = json.footnotes === undefined ? noFootnotes : this.ids(json.footnotes, `${path}/footnotes`)
    const layout = json.layout === undefined ? undefined : this.layout(json.layout, `${path}/layout`)
    return fieldOf(type, written, footnotes, this.spelling(json.spelling, written ?? '', path), layout)
  }

  /** The text as filed: `written` as long as it means the `value`. */
  private written(type: ValueType, json: Json, path: string): string | undefined {
    const written = this.text(json.written, `${path}/written`)
    const { value } = json
    if (value === undefined) return written
    if (typeof value !== (type === 'boolean' ? 'boolean' : 'string')) {
      this.note('R162', `${path}/value`, { expected: type === 'boolean' ? 'true or false' : 'a string' })
      return written
    }
    const said = canonical(value as string | boolean)
    const meant = reported(type, said)
    if (written === undefined) return said
    const asFiled = reported(type, written)
    if (asFiled.kind === 'value' && meant.kind === 'value' && canonical(asFiled.value) === canonical(meant.value)) {
      return written
    }
    this.disagreement(path, said, written)
    return said
  }

  private spelling(json: unknown, written: string, path: string): string | undefined {
    const spelling = this.text(json, `${path}/spelling`)
    if (spelling === undefined) return undefined
    const source = `<x>${spelling}</x>`
    const tree = parseXml(source)
    if (!isProblem(tree) && textOf(source, tree.root) === written) return spelling
    this.disagreement(path, written, spelling)
    return undefined
  }

  private disagreement(path: string, value: string, written: string): void {
    const shown = (text: string) => (path.endsWith('/id/ccc') ? MASKED_CCC : excerpt(text))
    this.note('R163', path, { value: shown(value), written: shown(written) })
  }

  private ids(json: unknown, path: string): string[] {
    return this.list(json, path, (one, at) => this.text(one, at))
  }

  /** Left out where it would not be well-formed: all of it goes into the XML as it stands. */
  private layout(json: unknown, path: string): Layout | undefined {
    const layout: Layout = this.list(json, path, (one, at) => {
      if (typeof one === 'string') return one
      if (!isObject(one) || typeof one.child !== 'string') {
        this.note('R162', at, { expected: 'a string or an object with child' })
        return undefined
      }
      const open = this.text(one.open, `${at}/open`)
      const close = this.text(one.close, `${at}/close`)
      return { child: one.child, ...(open === undefined ? {} : { open }), ...(close === undefined ? {} : { close }) }
    })
    if (isWellFormed(`<x>${layout.map(markupOf).join('')}</x>`)) return layout
    this.note('R162', path, { expected: 'well-formed markup' })
    return undefined
  }

  private text(json: unknown, path: string): string | undefined {
    if (json === undefined || typeof json === 'string') return json
    this.note('R162', path, { expected: 'a string' })
    return undefined
  }

  private list<T>(json: unknown, path: string, read: (one: unknown, path: string) => T | undefined): T[] {
    if (!Array.isArray(json)) {
      this.note('R162', path, { expected: 'a list' })
      return []
    }
    return json.flatMap((one, i) => {
      const value = read(one, `${path}[${i + 1}]`)
      return value === undefined ? [] : [value]
    })
  }
}

const FIELD_KEYS = new Set(['value', 'written', 'footnotes', 'spelling', 'layout'])
const ROW_ELEMENTS = new Set<string>([
  'nonDerivativeTransaction',
  'nonDerivativeHolding',
  'nonDerivativeSecurity',
  'derivativeTransaction',
  'derivativeHolding',
  'derivativeSecurity',
])

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWhiteSpace(value: unknown): value is string {
  return typeof value === 'string' && /^[\t\n\r ]*$/.test(value)
}

function isWellFormed(source: string): boolean {
  return !isProblem(parseXml(source))
}

function markupOf(item: LayoutItem): string {
  if (typeof item === 'string') return item
  const { child, open = `<${child}>`, close = `</${child}>` } = item
  return open + close
}

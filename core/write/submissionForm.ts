import { CalendarDate } from '../model/calendarDate.ts'
import { MASKED_CCC, maskCccMarkup } from '../model/ccc.ts'
import { Decimal } from '../model/decimal.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { EDGAR_ELEMENTS } from '../model/edgarElements.ts'
import { type ElementDefinition, OWNERSHIP_DOCUMENT } from '../model/elements.ts'
import type { LayoutItem } from '../model/layout.ts'
import type { Footnote, OwnershipDocument, OwnershipRow } from '../model/ownershipDocument.ts'
import { canonical, type Reported } from '../model/reported.ts'
import { walk } from '../model/walk.ts'
import { escapeText } from '../model/xmlText.ts'
import { needed } from './needed.ts'
import { report } from './report.ts'

/** What came of writing the form for filing. `xml` is absent where a diagnostic of severity `suspends` stands. */
export interface SubmissionForm {
  xml: string | undefined
  diagnostics: Diagnostic[]
}

/**
 * The document as a filer submits it (ownership-xml.md section 12): EDGAR's own elements left out, no element without
 * content, schema order, ASCII, one element a line, canonical values. Nothing is invented, replaced or rounded: where
 * that would be needed, a diagnostic says what and where, and there is no XML. It checks only what writing needs; the
 * rules of the form are another matter. `ccc`: `include` puts the owners' CCCs in, for the file that goes to EDGAR.
 */
export function writeSubmissionForm(
  document: OwnershipDocument,
  options: { ccc?: 'omit' | 'include' } = {},
): SubmissionForm {
  const writer = new FormWriter(document, options.ccc === 'include')
  const xml = writer.run()
  const diagnostics = [...needed(document), ...writer.diagnostics]
  return { xml: diagnostics.some(({ severity }) => severity === 'suspends') ? undefined : xml, diagnostics }
}

type Properties = Record<string, unknown>

const INDENT = '    '

class FormWriter {
  readonly diagnostics: Diagnostic[] = []
  private readonly document: OwnershipDocument
  private readonly withCcc: boolean
  private readonly lines: string[] = ['<?xml version="1.0"?>']
  private readonly path: string[] = []

  constructor(document: OwnershipDocument, withCcc: boolean) {
    this.document = document
    this.withCcc = withCcc
  }

  run(): string {
    walk(this.document, { layout: (items, path) => this.leftOut(items, path()) })
    this.group(OWNERSHIP_DOCUMENT.element, OWNERSHIP_DOCUMENT.children, this.document as unknown as Properties, [])
    return `${this.lines.join('\n')}\n`
  }

  private note(code: string, data: Diagnostic['data'], element?: string): void {
    const path = `/${[...this.path, ...(element === undefined ? [] : [element])].join('/')}`
    this.diagnostics.push(report(code, path, data))
  }

  /** Names unknown elements and stray text; comments and white space carry nothing. */
  private leftOut(items: readonly LayoutItem[], path: string): void {
    for (const item of items) {
      if (typeof item !== 'string' || item.trim() === '' || item.startsWith('<!--') || item.startsWith('<?')) continue
      this.diagnostics.push(report('W106', path, { markup: maskCccMarkup(item).slice(0, 60) }))
    }
  }

  /** An element with children; nothing where it would be empty. `references`: footnotes that end it. */
  private group(
    element: string,
    children: readonly ElementDefinition[],
    target: Properties,
    references: readonly string[],
    step = element,
  ): void {
    const start = this.lines.length
    const indent = INDENT.repeat(this.path.length)
    this.path.push(step)
    this.lines.push(`${indent}<${element}>`)
    for (const child of children) this.child(child, target)
    for (const id of references) this.lines.push(`${indent}${INDENT}<footnoteId id="${this.ascii(id, 'footnoteId')}"/>`)
    this.path.pop()
    if (this.lines.length === start + 1) this.lines.pop()
    else this.lines.push(`${indent}</${element}>`)
  }

  private child(child: ElementDefinition, target: Properties): void {
    const value = target[child.property]
    if (child.shape === 'leaf') this.leaf(child.element, value as Reported<unknown>)
    else if (child.shape === 'field') this.field(child.element, value as Reported<unknown>)
    else if (child.shape === 'footnote') for (const footnote of value as Footnote[]) this.footnote(footnote)
    else if (child.shape === 'rows') {
      if (child.property === 'rows') this.rows(child.children, value as OwnershipRow[])
    } else if (child.many) {
      for (const [i, group] of (value as Properties[]).entries()) {
        this.group(child.element, child.children, group, [], `${child.element}[${i + 1}]`)
      }
    } else {
      const group = value as Properties
      this.group(child.element, child.children, group, child.footnoteIds ? (group.footnotes as string[]) : [])
    }
  }

  /** Lines under today's element names, also those of the 2003 dialect. */
  private rows(children: readonly ElementDefinition[], rows: readonly OwnershipRow[]): void {
    const counts = new Map<string, number>()
    for (const row of rows) {
      const element = `${row.isDerivative ? 'derivative' : 'nonDerivative'}${row.isTransaction ? 'Transaction' : 'Holding'}`
      const count = (counts.get(element) ?? 0) + 1
      counts.set(element, count)
      this.group(element, children, row as unknown as Properties, [], `${element}[${count}]`)
    }
  }

  private leaf(element: string, field: Reported<unknown>): void {
    if (EDGAR_ELEMENTS.has(element) || (element === 'rptOwnerCcc' && !this.withCcc)) return
    if (element === 'aff10b5One' && this.document.documentType.value?.startsWith('3')) return
    const value = this.valueOf(element, field)
    if (value !== undefined) this.lines.push(`${this.indent()}<${element}>${value}</${element}>`)
  }

  private field(element: string, field: Reported<unknown>): void {
    if (element === 'transactionValue') {
      if (field.written !== undefined) this.note('W105', { value: field.written.slice(0, 60) }, element)
      return
    }
    const value = this.valueOf(element, field)
    if (value === undefined && field.footnotes.length === 0) return
    const indent = this.indent()
    this.lines.push(`${indent}<${element}>`)
    if (value !== undefined) this.lines.push(`${indent}${INDENT}<value>${value}</value>`)
    // The one field whose value must stand there although it may be empty (ownership-xml.md section 5.1).
    else if (element === 'natureOfOwnership') this.lines.push(`${indent}${INDENT}<value></value>`)
    for (const id of field.footnotes) {
      this.lines.push(`${indent}${INDENT}<footnoteId id="${this.ascii(id, element)}"/>`)
    }
    this.lines.push(`${indent}</${element}>`)
  }

  private footnote({ id, text }: Footnote): void {
    this.lines.push(
      `${this.indent()}<footnote id="${this.ascii(id, 'footnote')}">${this.ascii(text, `footnote ${id}`)}</footnote>`,
    )
  }

  private indent(): string {
    return INDENT.repeat(this.path.length)
  }

  /** The canonical value as markup; `undefined` where there is none. */
  private valueOf(element: string, field: Reported<unknown>): string | undefined {
    if (field.kind === 'invalid') this.note('W103', { element, written: field.written.slice(0, 60) }, element)
    if (field.kind !== 'value') return undefined
    const { value } = field
    if (value instanceof Decimal && (value.scale > 4 || String(value.units).replace('-', '').length > 16)) {
      this.note('W104', { value: String(value) }, element)
    }
    if (element === 'rptOwnerNonUSAddressFlag') return String(value)
    if (typeof value === 'boolean' || value instanceof Decimal || value instanceof CalendarDate) return canonical(value)
    return this.ascii(value as string, element)
  }

  /** Text as markup, each character outside ASCII named, but for those of a CCC. */
  private ascii(text: string, element: string): string {
    for (const character of new Set(text.match(/[^\t\n\x20-\x7e]/gu) ?? [])) {
      const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
      const named =
        element === 'rptOwnerCcc'
          ? { character: MASKED_CCC, name: 'not shown' }
          : { character: `U+${code}`, name: printable(character) }
      this.note('W101', { ...named, element }, element.replace(/ .*/, ''))
    }
    return escapeText(text)
  }
}

/** The character itself where a terminal shows it as one. */
function printable(character: string): string {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? character : 'not printable'
}

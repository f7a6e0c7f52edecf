import { day } from '../../facts/dated.ts'
import { FORM_LIMITS } from '../../facts/index.ts'
import type { LayoutItem } from '../../model/layout.ts'
import type { Footnote, Footnotes, OwnershipDocument, OwnershipTable } from '../../model/ownershipDocument.ts'
import type { Reported } from '../../model/reported.ts'
import type { CheckedFiling } from '../checkedFiling.ts'
import { type Bound, type BoundChild, boundOf } from './bound.ts'
import type { Content, Edition } from './contents.ts'
import type { Fault, FaultKind } from './fault.ts'
import { layoutFaults, type Place } from './layoutFaults.ts'
import { holdsElement } from './markup.ts'
import { isInOrder } from './quick.ts'
import { collapsed, isFine, type ValueCheck } from './values.ts'

/** The first days of the elements of 2023 and of 2026 (ownership-xml.md section 9). */
const AFF10B5ONE = day('2023-03-20')
const FOREIGN_ADDRESS = day('2026-03-18')

/** Before this day documents had the schemas of 2003, of which nobody knows more than samples. */
const FIRST_KNOWN = day('2004-07-01')

/** The state of the schema for a form; that of today where its day is not known. */
export function editionOf(form: Edition['form'], { isAmendment, rulesOf }: CheckedFiling): Edition {
  const since = (first: { day: number }) => rulesOf === undefined || rulesOf.day >= first.day
  return { form, isAmendment, hasAff10b5One: since(AFF10B5ONE), hasForeignAddress: since(FOREIGN_ADDRESS) }
}

/**
 * All that the SEC’s schema has against a document, in the order of the elements, worked out once for all rules. A
 * document of unknown type has one fault, because the schema of each type is another. One of before July 2004 has none:
 * its schema is not known.
 */
export function schemaFaults(filing: CheckedFiling): readonly Fault[] {
  filing.known.faults ??= findFaults(filing)
  return filing.known.faults
}

function findFaults(filing: CheckedFiling): readonly Fault[] {
  const { document, form, rulesOf } = filing
  if (rulesOf && rulesOf.day < FIRST_KNOWN.day) return []
  if (form === '') return withoutType(document)
  const edition = editionOf(form, filing)
  return isInOrder(document, edition) ? [] : faultsOf(document, edition)
}

/** The same by a walk through the whole document. */
export function faultsOf(document: OwnershipDocument, edition: Edition): readonly Fault[] {
  return new Validator().document(document, boundOf(edition))
}

function withoutType({ documentType }: OwnershipDocument): Fault[] {
  const path = '/ownershipDocument/documentType'
  if (!documentType.present) return [{ kind: 'missing-element', path, data: { element: 'documentType' } }]
  return [{ kind: 'unknown-document-type', path, data: { element: 'documentType', value: documentType.written ?? '' } }]
}

type Properties = Record<string, unknown>
type FieldContent = Extract<Content, { kind: 'field' }>

const FIELD: Place = {
  orders: new Map([
    ['value', 0],
    ['footnoteId', 1],
  ]),
  footnotes: true,
}
/** Lines of a table, and footnotes: many, in any order. */
const LIST: Place = { orders: new Map(), footnotes: false }

const FOOTNOTE_ID = /^F[1-9][0-9]?$/

/** One walk through a document. */
class Validator {
  private readonly faults: Fault[] = []
  /** The elements one is in, below the root, and the number of each among its like; 0 where it has none. */
  private readonly path: string[] = []
  private readonly numbers: number[] = []
  /** How many of both count. */
  private depth = 0
  /** The footnotes there are, for the references to them. */
  private readonly ids = new Set<string>()

  document(document: OwnershipDocument, bound: Bound): Fault[] {
    for (const { id } of document.footnotes.footnotes) this.ids.add(collapsed(id))
    const { root } = document.source
    if (root) this.layout([root], undefined)
    this.group(document as unknown as Properties, bound)
    return this.faults
  }

  private group(target: Properties, bound: Bound): void {
    const { children, footnotes, choice } = bound
    if (target.layout) this.layout(target.layout as readonly LayoutItem[], bound)
    if (footnotes) {
      this.references(target.footnotes as readonly string[], FORM_LIMITS.footnoteReferencesPerField.most)
    }
    let chosen = 0
    for (const child of children) {
      const present = this.child(target, child)
      if (present && child.part?.choice) chosen++
    }
    if (choice && chosen > 1) this.note('both-amounts', '')
    if (choice === 'mandatory' && chosen === 0) this.note('neither-amount', '')
  }

  /** Whether the element is there. */
  private child(target: Properties, child: BoundChild): boolean {
    const { element, part, looseLines } = child
    const value = target[child.property]
    if (looseLines) return this.looseRows(looseLines, value as OwnershipTable)
    if (child.isMany) return this.many(value as Properties[], child)
    // Asked for apart, because V8 is fast where it always meets the same class.
    const present = child.value ? (value as Reported<unknown>).present : (value as { present: boolean }).present
    // Most values are in order: then there is no need to go in.
    if (part && child.value && this.isInOrder(value as Reported<unknown>)) return true
    if (!present) {
      if (part?.least === 1) this.note('missing-element', element, { element })
    } else if (part) {
      this.enter(element, 0)
      this.content(value, part.content, child)
      this.leave()
    } else this.note('element-of-another-form', element, { element })
    return present
  }

  private isInOrder(field: Reported<unknown>): boolean {
    return field.isCanonical && field.footnotes.length === 0 && !field.layout && isFine(field.value)
  }

  private content(content: unknown, { kind }: Content, { element, value, bound, rows }: BoundChild): void {
    if (value?.field) this.field(content as Reported<unknown>, value.field, element)
    else if (value) this.value(content as Reported<unknown>, value.check, element)
    else if (rows) this.table(content as OwnershipTable, rows)
    else if (bound) this.group(content as Properties, bound)
    else if (kind === 'footnotes') this.footnotes(content as Footnotes)
  }

  private many(list: readonly Properties[], { element, part, bound }: BoundChild): boolean {
    if (!part || !bound) return false
    if (list.length < part.least) this.note('missing-element', element, { element })
    for (const [i, one] of list.entries()) {
      this.enter(element, i + 1)
      if (i === part.most) this.note(part.tooMany as FaultKind, '', { count: list.length, most: part.most })
      this.group(one, bound)
      this.leave()
    }
    return list.length > 0
  }

  private table(table: OwnershipTable, rows: ReadonlyMap<string, Bound>): void {
    if (table.layout) this.layout(table.layout, LIST)
    const counts = new Map<string, number>()
    const { most } = FORM_LIMITS.rowsPerTable
    const lines = table.rows.filter(({ element }) => !element.endsWith('Security'))
    for (const [i, row] of lines.entries()) {
      const { element } = row
      const nth = (counts.get(element) ?? 0) + 1
      counts.set(element, nth)
      this.enter(element, nth)
      if (i === most) this.note('too-many-rows', '', { count: lines.length, most })
      const bound = rows.get(element)
      if (bound) this.group(row as unknown as Properties, bound)
      else this.note('element-of-another-form', '', { element })
      this.leave()
    }
  }

  /** Lines of the 2003 dialect, which stand outside a table. */
  private looseRows(elements: readonly string[], { rows }: OwnershipTable): boolean {
    const loose = rows.filter(({ element }) => elements.includes(element))
    for (const [i, { element }] of loose.entries()) {
      this.note('element-of-another-form', `${element}[${i + 1}]`, { element })
    }
    return loose.length > 0
  }

  private field(field: Reported<unknown>, { check, needs, footnotes }: FieldContent, element: string): void {
    if (field.layout) this.layout(field.layout, FIELD)
    const hasValue = field.isCanonical || field.written !== undefined
    const references = field.footnotes
    if (hasValue) {
      if (!(field.isCanonical && isFine(field.value))) {
        this.enter('value', 0)
        this.value(field, check, element)
        this.leave()
      }
    } else if (needs === 'value') this.note('missing-value', '', { element })
    else if (needs === 'valueOrFootnote' && references.length === 0) {
      this.note('neither-value-nor-footnote', '', { element })
    }
    if (references.length === 0) return
    if (!footnotes) this.note('footnote-not-allowed', 'footnoteId[1]')
    // The schema counts the value, or the footnote in its place, and 98 more.
    const { most } = FORM_LIMITS.footnoteReferencesPerField
    this.references(references, needs === 'valueOrFootnote' && hasValue ? most - 1 : most)
  }

  private references(ids: readonly string[], most: number): void {
    if (ids.length > most) this.note('too-many-references', `footnoteId[${most + 1}]`, { count: ids.length, most })
    for (const [i, written] of ids.entries()) {
      const id = collapsed(written)
      if (!FOOTNOTE_ID.test(id)) this.note('bad-footnote-id', `footnoteId[${i + 1}]`, { id })
      else if (!this.ids.has(id)) this.note('reference-without-footnote', `footnoteId[${i + 1}]`, { id })
    }
  }

  private footnotes({ layout, footnotes }: Footnotes): void {
    if (layout) this.layout(layout, LIST)
    const { most } = FORM_LIMITS.footnotes
    const met = new Set<string>()
    for (const [i, footnote] of footnotes.entries()) {
      this.enter('footnote', i + 1)
      if (i === most) this.note('too-many-footnotes', '', { count: footnotes.length, most })
      this.footnote(footnote, met)
      this.leave()
    }
  }

  private footnote({ id: written, spelling }: Footnote, met: Set<string>): void {
    const id = collapsed(written)
    if (id === '') this.note('missing-footnote-id', '')
    else if (!FOOTNOTE_ID.test(id)) this.note('bad-footnote-id', '', { id })
    else if (met.has(id)) this.note('repeated-footnote-id', '', { id })
    met.add(id)
    if (spelling !== undefined) this.spelling(spelling, 'footnote')
  }

  private value(field: Reported<unknown>, check: ValueCheck, element: string): void {
    if (field.isCanonical && isFine(field.value)) return
    if (field.spelling !== undefined) this.spelling(field.spelling, element)
    const written = field.written ?? ''
    const fault = check(written, field)
    if (!fault) return
    const data: Fault['data'] = { element, ...fault.data }
    // A CCC is never shown, not even a wrong one.
    if (element !== 'rptOwnerCcc') data.value = excerpt(written)
    this.note(fault.kind, '', data)
  }

  private spelling(spelling: string, element: string): void {
    if (holdsElement(spelling)) this.note('markup-in-value', '', { element })
  }

  private layout(items: readonly LayoutItem[], place: Place | undefined): void {
    layoutFaults(items, place, (kind, step, data) => this.note(kind, step, data))
  }

  private enter(element: string, number: number): void {
    this.path[this.depth] = element
    this.numbers[this.depth] = number
    this.depth++
  }

  private leave(): void {
    this.depth--
  }

  /** A fault of the element one is in, or of a step below it. */
  private note(kind: FaultKind, step: string, data: Fault['data'] = {}): void {
    let here = '/ownershipDocument'
    for (const [i, element] of this.path.slice(0, this.depth).entries()) {
      const number = this.numbers[i]
      here += number ? `/${element}[${number}]` : `/${element}`
    }
    this.faults.push({ kind, path: step === '' ? here : `${here}/${step}`, data })
  }
}

const LONGEST_EXCERPT = 40

function excerpt(written: string): string {
  return written.length > LONGEST_EXCERPT ? `${written.slice(0, LONGEST_EXCERPT)}…` : written
}

import { type ElementDefinition, type GroupDefinition, OWNERSHIP_DOCUMENT } from '../model/elements.ts'
import type { Layout, LayoutItem } from '../model/layout.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { type Reported, reported, type ValueType } from '../model/reported.ts'

/** An edit of form: what is said stays the same. */
export interface FormEdit {
  readonly kind: 'whiteSpace' | 'leadingZeros' | 'booleanSpelling' | 'elementOrder'
  /** XPath of the element. */
  readonly path: string
  readonly before: string
  readonly after: string
}

export interface ProposedFixes {
  /** A copy with the edits made; the document given is untouched. */
  readonly document: OwnershipDocument
  readonly edits: readonly FormEdit[]
}

/** Elements of type text that hold a code. White space in any other text is the filer's. */
const CODED = new Set([
  'schemaVersion',
  'documentType',
  'rptOwnerState',
  'rptOwnerCountry',
  'transactionFormType',
  'transactionCode',
  'transactionTimeliness',
  'transactionAcquiredDisposedCode',
  'directOrIndirectOwnership',
])

/**
 * What can be put right in a draft without asserting anything: white space around coded values, the ten digits of a CIK,
 * the spelling of boxes, elements in the schema's order. Numbers, dates, codes, boxes and texts keep their values: a field
 * that says nothing, or nothing of its type, is left as it is, and so is an element in which something unknown stands.
 */
export function proposeFixes(document: OwnershipDocument): ProposedFixes {
  const edits: FormEdit[] = []
  const copy = groupCopy(OWNERSHIP_DOCUMENT, document, '/ownershipDocument', edits)
  return { document: copy as OwnershipDocument, edits }
}

type Properties = Record<string, unknown>

interface WithLayout {
  layout: Layout | undefined
}

/** A copy of a group, edited, its parts copied too; what stands in its layout are then the copies. */
function groupCopy(
  { children }: { children: readonly ElementDefinition[] },
  group: object,
  path: string,
  edits: FormEdit[],
): object {
  const copy = shallowCopy(group) as Properties & WithLayout
  const copies = new Map<object, object>()
  for (const child of children) copyChild(child, copy, path, edits, copies)
  copy.layout = inSchemaOrder(copy.layout, children, path, edits)?.map((item) => onCopy(item, copies))
  return copy
}

function shallowCopy(group: object): object {
  return Object.assign(Object.create(Object.getPrototypeOf(group)), group)
}

function onCopy(item: LayoutItem, copies: ReadonlyMap<object, object>): LayoutItem {
  if (typeof item === 'string' || !item.of) return item
  return { ...item, of: copies.get(item.of) ?? item.of }
}

function copyChild(
  child: ElementDefinition,
  target: Properties,
  path: string,
  edits: FormEdit[],
  copies: Map<object, object>,
): void {
  const value = target[child.property]
  const copyOf = (one: object, at: string) => {
    const copy = groupCopy(child as GroupDefinition, one, at, edits)
    copies.set(one, copy)
    return copy
  }
  if (child.shape === 'leaf' || child.shape === 'field') {
    target[child.property] = fixed(
      value as Reported<unknown>,
      child.type,
      child.element,
      `${path}/${child.element}`,
      edits,
    )
  } else if (child.shape === 'rows') {
    // A table that is not there is shared and frozen, or, in the 2003 dialect, holds lines without being there.
    if (child.property !== 'rows') target[child.property] = shallowCopy(value as object)
    const table = child.property === 'rows' ? target : (target[child.property] as Properties)
    copyRows(child.elements, table, path, copyOf)
  } else if (child.shape === 'group' && child.many) {
    target[child.property] = (value as object[]).map((one, i) => copyOf(one, `${path}/${child.element}[${i + 1}]`))
  } else if (child.shape === 'group' && (value as { present: boolean }).present) {
    target[child.property] = groupCopy(child, value as object, `${path}/${child.element}`, edits)
  }
}

/** Those lines of a table that have one of the names: in the 2003 dialect they stand below the root, without a table. */
function copyRows(
  elements: readonly string[],
  table: Properties,
  path: string,
  copyOf: (row: object, path: string) => object,
): void {
  const counts = new Map<string, number>()
  table.rows = (table.rows as { element: string }[]).map((row) => {
    if (!elements.includes(row.element)) return row
    const count = (counts.get(row.element) ?? 0) + 1
    counts.set(row.element, count)
    return copyOf(row, `${path}/${row.element}[${count}]`)
  })
}

function fixed(
  field: Reported<unknown>,
  type: ValueType,
  element: string,
  path: string,
  edits: FormEdit[],
): Reported<unknown> {
  if (field.kind !== 'value' || (type === 'text' && !CODED.has(element))) return field
  const trimmed = field.written.trim()
  const after = type === 'cik' ? String(field.value) : type === 'boolean' ? box(element, field.value) : trimmed
  if (after === field.written) return field
  const kind = after === trimmed ? 'whiteSpace' : type === 'cik' ? 'leadingZeros' : 'booleanSpelling'
  edits.push({ kind, path, before: field.written, after })
  const { footnotes, layout } = field
  return reported(type, after, { footnotes, layout })
}

/** `1` and `0`, but words where EDGAR's stylesheet compares with the word (ownership-xml.md section 11). */
function box(element: string, value: unknown): string {
  if (element === 'rptOwnerNonUSAddressFlag') return value ? 'true' : 'false'
  return value ? '1' : '0'
}

/** The layout with its elements in the schema's order; where anything but white space stands between them, as it is. */
function inSchemaOrder(
  layout: Layout | undefined,
  children: readonly ElementDefinition[],
  path: string,
  edits: FormEdit[],
): Layout | undefined {
  if (!layout) return undefined
  const order = new Map(children.flatMap((child, i) => namesOf(child).map((name) => [name, i] as const)))
  const elements = layout.filter((item) => typeof item !== 'string')
  const placed = elements.map(({ child }) => order.get(child))
  if (placed.every((place, i) => i === 0 || (place ?? -1) >= (placed[i - 1] ?? -1))) return layout
  const isPlain = layout.every((item) => typeof item !== 'string' || item.trim() === '')
  if (!isPlain || placed.includes(undefined)) return layout
  const sorted = elements.toSorted((a, b) => (order.get(a.child) as number) - (order.get(b.child) as number))
  const names = (items: typeof elements) => items.map(({ child }) => child).join(', ')
  edits.push({ kind: 'elementOrder', path, before: names(elements), after: names(sorted) })
  let next = 0
  return layout.map((item) => (typeof item === 'string' ? item : (sorted[next++] as LayoutItem)))
}

function namesOf(child: ElementDefinition): readonly string[] {
  return child.shape === 'rows' ? child.elements : [child.element]
}

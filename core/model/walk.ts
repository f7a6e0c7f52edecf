import { type ElementDefinition, type FieldDefinition, type LeafDefinition, OWNERSHIP_DOCUMENT } from './elements.ts'
import type { Layout } from './layout.ts'
import type { Footnote, OwnershipDocument, OwnershipRow } from './ownershipDocument.ts'
import type { Reported } from './reported.ts'

/** What a walk through a document calls. `path()` is the XPath of the element, built only when asked for. */
export interface Visitor {
  /** Every field that is present. */
  field?: (field: Reported<unknown>, definition: LeafDefinition | FieldDefinition, path: () => string) => void
  footnote?: (footnote: Footnote, path: () => string) => void
  /** Footnote references that hang on a group: `transactionCoding`. */
  references?: (footnotes: readonly string[], path: () => string) => void
  /** Every element whose layout was kept, fields included. */
  layout?: (layout: Layout, path: () => string) => void
}

type Properties = Record<string, unknown>

/** Goes through all that a document holds, in the schema's order. */
export function walk(document: OwnershipDocument, visitor: Visitor): void {
  new Walk(visitor).group(OWNERSHIP_DOCUMENT.children, document as unknown as Properties)
}

/** One walk. No path is made unless somebody asks for it: a form has a thousand elements, and rules walk often. */
class Walk {
  private readonly visitor: Visitor
  /** The elements one is in, and the number of each among its like; 0 where it has none. */
  private readonly elements: string[] = ['ownershipDocument']
  private readonly numbers: number[] = [0]

  constructor(visitor: Visitor) {
    this.visitor = visitor
  }

  group(children: readonly ElementDefinition[], target: Properties): void {
    const { layout, footnotes } = target
    if (layout) this.visitor.layout?.(layout as Layout, this.path)
    if (Array.isArray(footnotes) && typeof footnotes[0] === 'string') {
      this.visitor.references?.(footnotes as string[], this.path)
    }
    for (const child of children) this.child(child, target)
  }

  private child(child: ElementDefinition, target: Properties): void {
    const value = target[child.property]
    if (child.shape === 'rows') {
      const rows = child.property === 'rows' ? value : (value as Properties).rows
      this.rows(child, rows as OwnershipRow[])
    } else if (child.shape === 'footnote') this.footnotes(value as Footnote[])
    else if (child.shape !== 'group') this.field(child, value as Reported<unknown>)
    else if (child.many) for (const [i, group] of (value as Properties[]).entries()) this.within(child, group, i + 1)
    else this.within(child, value as Properties, 0)
  }

  private rows({ elements, children }: Shaped<'rows'>, rows: readonly OwnershipRow[]): void {
    const counts = new Map<string, number>()
    for (const row of rows) {
      if (!elements.includes(row.element)) continue
      const count = (counts.get(row.element) ?? 0) + 1
      counts.set(row.element, count)
      this.enter(row.element, count)
      this.group(children, row as unknown as Properties)
      this.leave()
    }
  }

  private footnotes(footnotes: readonly Footnote[]): void {
    for (const [i, footnote] of footnotes.entries()) {
      this.enter('footnote', i + 1)
      this.visitor.footnote?.(footnote, this.path)
      this.leave()
    }
  }

  private within({ element, children }: Shaped<'group'>, group: Properties, number: number): void {
    if (!group.present) return
    this.enter(element, number)
    this.group(children, group)
    this.leave()
  }

  private field(definition: LeafDefinition | FieldDefinition, field: Reported<unknown>): void {
    if (!field.present) return
    this.enter(definition.element, 0)
    this.visitor.field?.(field, definition, this.path)
    if (field.layout) this.visitor.layout?.(field.layout, this.path)
    this.leave()
  }

  private enter(element: string, number: number): void {
    this.elements.push(element)
    this.numbers.push(number)
  }

  private leave(): void {
    this.elements.pop()
    this.numbers.pop()
  }

  private readonly path = (): string => {
    let path = ''
    for (const [i, element] of this.elements.entries()) {
      path += this.numbers[i] === 0 ? `/${element}` : `/${element}[${this.numbers[i]}]`
    }
    return path
  }
}

type Shaped<S extends ElementDefinition['shape']> = Extract<ElementDefinition, { shape: S }>

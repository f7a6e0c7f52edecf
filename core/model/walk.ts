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
  visit(OWNERSHIP_DOCUMENT.children, document as unknown as Properties, ['/ownershipDocument'], visitor)
}

function visit(children: readonly ElementDefinition[], target: Properties, path: string[], visitor: Visitor): void {
  const here = () => path.join('/')
  if (target.layout) visitor.layout?.(target.layout as Layout, here)
  if (Array.isArray(target.footnotes) && typeof target.footnotes[0] === 'string') {
    visitor.references?.(target.footnotes as string[], here)
  }
  for (const child of children) visitChild(child, target, path, visitor)
}

function visitChild(child: ElementDefinition, target: Properties, path: string[], visitor: Visitor): void {
  const value = target[child.property]
  if (child.shape === 'rows') {
    const rows = (child.property === 'rows' ? target.rows : (value as Properties).rows) as OwnershipRow[]
    const counts = new Map<string, number>()
    for (const row of rows) {
      if (!child.elements.includes(row.element)) continue
      const count = (counts.get(row.element) ?? 0) + 1
      counts.set(row.element, count)
      into(path, `${row.element}[${count}]`, () => visit(child.children, row as unknown as Properties, path, visitor))
    }
  } else if (child.shape === 'footnote') {
    for (const [i, footnote] of (value as Footnote[]).entries()) {
      into(path, `footnote[${i + 1}]`, () => visitor.footnote?.(footnote, () => path.join('/')))
    }
  } else if (child.shape === 'group') {
    const groups = (child.many ? value : [value]) as Properties[]
    for (const [i, group] of groups.entries()) {
      if (!group.present) continue
      into(path, child.many ? `${child.element}[${i + 1}]` : child.element, () =>
        visit(child.children, group, path, visitor),
      )
    }
  } else if ((value as Reported<unknown>).present) {
    const field = value as Reported<unknown>
    into(path, child.element, () => {
      const here = () => path.join('/')
      visitor.field?.(field, child, here)
      if (field.layout) visitor.layout?.(field.layout, here)
    })
  }
}

function into(path: string[], step: string, work: () => void): void {
  path.push(step)
  work()
  path.pop()
}

import {
  type ElementDefinition,
  type FieldDefinition,
  type LeafDefinition,
  OWNERSHIP_DOCUMENT,
} from '../../core/model/elements.ts'
import type { OwnershipDocument, OwnershipRow } from '../../core/model/ownershipDocument.ts'
import type { Reported } from '../../core/model/reported.ts'
import { isProblem, parseXml } from '../../core/read/xml/parse.ts'
import type { XmlElement } from '../../core/read/xml/tree.ts'

type Properties = Record<string, unknown>

/** A place in a document where a field is or may be put: `holder[definition.property]`. */
export interface Home {
  holder: Properties
  definition: LeafDefinition | FieldDefinition
  /** Every step numbered: `/ownershipDocument/issuer[1]/issuerCik[1]`. */
  path: string
  parent: string
  isPresent: boolean
}

/** Every field of every group and row that is there, present or not. */
export function homesOf(document: OwnershipDocument): Home[] {
  return homesIn(document as unknown as Properties, OWNERSHIP_DOCUMENT.children, '/ownershipDocument')
}

function homesIn(holder: Properties, children: readonly ElementDefinition[], parent: string): Home[] {
  return children.flatMap((child): Home[] => {
    const value = holder[child.property]
    if (child.shape === 'footnote') return []
    if (child.shape === 'leaf' || child.shape === 'field') {
      const isPresent = (value as Reported<unknown>).present
      return [{ holder, definition: child, path: `${parent}/${child.element}[1]`, parent, isPresent }]
    }
    if (child.shape === 'group') {
      const groups = (child.many ? value : [value]) as (Properties & { present: boolean })[]
      return groups.flatMap((group, i) =>
        group.present ? homesIn(group, child.children, `${parent}/${child.element}[${i + 1}]`) : [],
      )
    }
    const counts = new Map<string, number>()
    const home = (child.property === 'rows' ? holder : value) as { rows: OwnershipRow[] }
    return home.rows.flatMap((row) => {
      if (!child.elements.includes(row.element)) return []
      counts.set(row.element, (counts.get(row.element) ?? 0) + 1)
      const path = `${parent}/${row.element}[${counts.get(row.element)}]`
      return homesIn(row as unknown as Properties, child.children, path)
    })
  })
}

/** The elements of a well-formed source by the same paths. */
export function elementsOf(source: string): Map<string, XmlElement> {
  const tree = parseXml(source)
  if (isProblem(tree)) throw new Error(`not well-formed: ${tree.code} at ${tree.offset}`)
  const found = new Map<string, XmlElement>()
  const visit = (element: XmlElement, path: string) => {
    found.set(path, element)
    const counts = new Map<string, number>()
    for (const child of element.children) {
      if (child.kind !== 'element') continue
      counts.set(child.name, (counts.get(child.name) ?? 0) + 1)
      visit(child, `${path}/${child.name}[${counts.get(child.name)}]`)
    }
  }
  visit(tree.root, `/${tree.root.name}`)
  return found
}

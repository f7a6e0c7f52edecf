import { type ElementDefinition, OWNERSHIP_DOCUMENT } from '../../model/elements.ts'
import { type Content, contentsOf, type Edition, type Part } from './contents.ts'
import type { ValueCheck } from './values.ts'

/** A group of the schema beside its elements’ homes in the model. */
export interface Bound {
  children: readonly BoundChild[]
  /** Place of each element in the sequence. */
  orders: ReadonlyMap<string, number>
  footnotes: boolean
  /** Whether two of its elements exclude each other, and whether one has to be there. */
  choice: 'optional' | 'mandatory' | undefined
}

export interface BoundChild {
  element: string
  /** Its home in the group of the model. */
  property: string
  isMany: boolean
  /** The names of lines that stand outside a table; of no other element. */
  looseLines: readonly string[] | undefined
  /** Where it is a value, what is asked of that. */
  value: { check: ValueCheck; field: Extract<Content, { kind: 'field' }> | undefined } | undefined
  /** `undefined`: this form, or its day, has no such element. */
  part: Part | undefined
  bound: Bound | undefined
  rows: ReadonlyMap<string, Bound> | undefined
}

const editions = new Map<string, Bound>()

/** The root of an edition, made once. */
export function boundOf(edition: Edition): Bound {
  const key = `${edition.form}${edition.isAmendment}${edition.hasAff10b5One}${edition.hasForeignAddress}`
  let bound = editions.get(key)
  if (!bound) {
    bound = bind(OWNERSHIP_DOCUMENT.children, contentsOf(edition), false)
    editions.set(key, bound)
  }
  return bound
}

function bind(definitions: readonly ElementDefinition[], parts: readonly Part[], footnotes: boolean): Bound {
  return {
    children: definitions.map((definition) => bindChild(definition, parts)),
    orders: new Map(parts.map((part, order) => [part.element, order])),
    footnotes,
    choice: parts.find((part) => part.choice)?.choice,
  }
}

function bindChild(definition: ElementDefinition, parts: readonly Part[]): BoundChild {
  const part = parts.find(({ element }) => element === definition.element)
  const content = part?.content
  const children = 'children' in definition ? definition.children : []
  let rows: Map<string, Bound> | undefined
  if (content?.kind === 'table') {
    const [lines] = children
    const below = lines && 'children' in lines ? lines.children : []
    rows = new Map(Object.entries(content.rows).map(([element, of]) => [element, bind(below, of, false)]))
  }
  const isValue = content?.kind === 'field' || content?.kind === 'leaf'
  // Every one of the same shape: a walk that asks the elements' own definitions takes V8 twice as long.
  return {
    element: definition.element,
    property: definition.property,
    isMany: definition.shape === 'group' && definition.many === true,
    looseLines: definition.shape === 'rows' ? definition.elements : undefined,
    value: isValue ? { check: content.check, field: content.kind === 'field' ? content : undefined } : undefined,
    part,
    rows,
    bound: content?.kind === 'group' ? bind(children, content.parts, content.footnotes) : undefined,
  }
}

import type { Diagnostic } from '../model/diagnostic.ts'
import {
  createRow,
  type ElementDefinition,
  type FieldDefinition,
  type GroupDefinition,
  OWNERSHIP_DOCUMENT,
  type RowsDefinition,
} from '../model/elements.ts'
import { gapOf, type LayoutChild, type LayoutItem, type Style } from '../model/layout.ts'
import {
  Footnote,
  type OwnershipDocument,
  type OwnershipRow,
  OwnershipTable,
  type RowElement,
} from '../model/ownershipDocument.ts'
import { fieldOf, noFootnotes, type ValueType } from '../model/reported.ts'
import { escapeText } from '../model/xmlText.ts'
import { noteAt } from './diagnose.ts'
import { styleOf } from './styleOf.ts'
import { textOf } from './xml/textOf.ts'
import type { XmlElement, XmlNode, XmlTree } from './xml/tree.ts'

/**
 * Puts every node of a tree into the model: known elements into their homes, whatever the order; everything else, kept
 * verbatim, into the layout of the element it stands in. The obvious way, for any layout and dialect; `readQuickly` is
 * the fast one for EDGAR's own, and must agree with it.
 */
export function place(source: string, tree: XmlTree, diagnostics: Diagnostic[]): OwnershipDocument {
  const { root } = tree
  const placer = new Placer(source, styleOf(source, root), diagnostics)
  const document = placer.group(OWNERSHIP_DOCUMENT, root, 0, '/ownershipDocument') as OwnershipDocument
  document.source = {
    style: placer.style,
    prolog: source.slice(0, root.start),
    epilog: source.slice(root.end),
  }
  const odd = placer.oddTags(root, '')
  if (odd) document.source.root = odd
  for (const node of tree.misc) {
    diagnostics.push(noteAt(node.kind === 'comment' ? 'R134' : 'R135', '', node.start, {}))
  }
  return document
}

type Properties = Record<string, unknown>

/** Known children by element name, with their place in the schema's order. */
const homes = new Map<readonly ElementDefinition[], Map<string, { definition: ElementDefinition; order: number }>>()

function homesOf(children: readonly ElementDefinition[]) {
  let map = homes.get(children)
  if (!map) {
    map = new Map()
    for (const [order, definition] of children.entries()) {
      const names = definition.shape === 'rows' ? definition.elements : [definition.element]
      for (const name of names) map.set(name, { definition, order })
    }
    homes.set(children, map)
  }
  return map
}

/** What is known while the children of one element are gone through. */
interface Content {
  items: LayoutItem[]
  /** Whether everything so far stands as the writer would lay it out. */
  regular: boolean
  /** Order of the last child, to see whether the next one follows in the schema's order. */
  last: number
  path: string
  depth: number
}

class Placer {
  readonly style: Style
  private readonly source: string
  private readonly diagnostics: Diagnostic[]
  private readonly rowCounts = new Map<string, number>()

  constructor(source: string, style: Style, diagnostics: Diagnostic[]) {
    this.source = source
    this.style = style
    this.diagnostics = diagnostics
  }

  group(definition: GroupDefinition, element: XmlElement, depth: number, path: string): object {
    const target = definition.create() as Properties
    const footnotes = definition.footnoteIds ? this.footnoteIds(target) : undefined
    this.fill(target, definition.children, element, depth, path, footnotes)
    return target
  }

  /** A list that `footnoteId` children go to, under the property `footnotes`. */
  private footnoteIds(target: Properties): (id: string) => void {
    const ids: string[] = []
    return (id) => {
      ids.push(id)
      target.footnotes = ids
    }
  }

  private fill(
    target: Properties,
    children: readonly ElementDefinition[],
    element: XmlElement,
    depth: number,
    path: string,
    footnote?: (id: string) => void,
  ): void {
    const content: Content = { items: [], regular: true, last: -1, path, depth }
    const known = homesOf(children)
    const seen = new Set<string>()
    for (const node of element.children) {
      if (node.kind !== 'element') {
        this.between(node, content)
        continue
      }
      const home = known.get(node.name)
      if (node.name === 'footnoteId' && footnote) this.reference(node, content, children.length, footnote)
      else if (!home) this.unknown(node, content, 'R130')
      else if (!isMany(home.definition) && seen.has(node.name)) this.unknown(node, content, 'R131')
      else {
        seen.add(node.name)
        const item = this.child(node, content, home.order)
        this.put(target, home.definition, node, depth + 1, `${path}/${node.name}`)
        if (isMany(home.definition)) item.of = lastOf(target, home.definition)
      }
    }
    target.layout = this.finish(content)
  }

  private put(target: Properties, definition: ElementDefinition, node: XmlElement, depth: number, path: string): void {
    const { property } = definition
    switch (definition.shape) {
      case 'leaf':
        target[property] = this.leaf(definition.type, node, path)
        break
      case 'field':
        target[property] = this.field(definition, node, depth, path)
        break
      case 'footnote':
        ;(target[property] as Footnote[]).push(this.footnote(node, path))
        break
      case 'rows':
        this.row(target, definition, node, depth, path)
        break
      default:
        if (definition.many) {
          const list = target[property] as object[]
          list.push(this.group(definition, node, depth, `${path}[${list.length + 1}]`))
        } else this.table(target, property, this.group(definition, node, depth, path))
    }
  }

  /** A group; where lines of the 2003 dialect were met before their table, they stay before its lines. */
  private table(target: Properties, property: string, group: object): void {
    const loose = target[property]
    if (group instanceof OwnershipTable && loose instanceof OwnershipTable) group.rows = [...loose.rows, ...group.rows]
    target[property] = group
  }

  private row(target: Properties, definition: RowsDefinition, node: XmlElement, depth: number, path: string): void {
    const row = createRow(node.name as RowElement)
    const rows =
      definition.property === 'rows' ? (target.rows as OwnershipRow[]) : this.looseRows(target, definition.property)
    const count = 1 + (this.rowCounts.get(node.name) ?? 0)
    this.rowCounts.set(node.name, count)
    this.fill(row as unknown as Properties, definition.children, node, depth, `${path}[${count}]`)
    rows.push(row)
  }

  /** The lines of a table that stand outside it. */
  private looseRows(target: Properties, property: string): OwnershipRow[] {
    let table = target[property] as OwnershipTable
    if (Object.isFrozen(table)) {
      table = new OwnershipTable()
      table.present = false
      target[property] = table
    }
    return table.rows
  }

  private leaf(type: ValueType, node: XmlElement, path: string) {
    const { written, spelling } = this.text(node, path)
    return fieldOf(type, written, noFootnotes, spelling, undefined)
  }

  private field(definition: FieldDefinition, element: XmlElement, depth: number, path: string) {
    const content: Content = { items: [], regular: true, last: -1, path, depth }
    let written: string | undefined
    let spelling: string | undefined
    let footnotes: string[] | undefined
    for (const node of element.children) {
      if (node.kind !== 'element') this.between(node, content)
      else if (node.name === 'footnoteId') {
        this.reference(node, content, 1, (id) => {
          footnotes ??= []
          footnotes.push(id)
        })
      } else if (node.name !== 'value') this.unknown(node, content, 'R130')
      else if (written !== undefined) this.unknown(node, content, 'R131')
      else {
        this.child(node, content, 0)
        ;({ written, spelling } = this.text(node, `${path}/value`))
      }
    }
    const layout = this.finish(content)
    return fieldOf(definition.type, written, footnotes ?? noFootnotes, spelling, layout)
  }

  private footnote(node: XmlElement, path: string): Footnote {
    const id = node.attributes.find((attribute) => attribute.name === 'id')?.value ?? ''
    const { written, spelling } = this.text(node, path)
    return new Footnote(id, written, spelling)
  }

  /** The text of an element, and its markup where that is not how EDGAR spells the text. */
  private text(element: XmlElement, path: string): { written: string; spelling: string | undefined } {
    this.noteInside(element, path)
    const written = textOf(this.source, element)
    const inner = this.source.slice(element.openEnd, element.closeStart)
    return { written, spelling: escapeText(written) === inner ? undefined : inner }
  }

  /** Names what stands in a text and is none. */
  private noteInside(element: XmlElement, path: string): void {
    for (const node of element.children) {
      if (node.kind === 'element') {
        this.note('R133', path, node, { element: node.name })
        this.noteInside(node, path)
      } else if (node.kind === 'comment' || node.kind === 'instruction') {
        this.note(node.kind === 'comment' ? 'R134' : 'R135', path, node)
      }
    }
  }

  /** A footnote reference. The writer's own form is `<footnoteId id="F1"/>`. */
  private reference(node: XmlElement, content: Content, order: number, use: (id: string) => void): void {
    const id = node.attributes.find((attribute) => attribute.name === 'id')?.value
    if (id === undefined) {
      this.unknown(node, content, 'R136')
      return
    }
    use(id)
    for (const { name } of node.attributes) {
      if (name === 'id') continue
      this.note('R132', `${content.path}/footnoteId/@${name}`, node, { element: node.name, attribute: name })
    }
    for (const child of node.children) this.stray(child, `${content.path}/footnoteId`)
    const markup = this.source.slice(node.start, node.end)
    const plain = markup === `<footnoteId id="${escapeText(id)}"/>`
    this.follow(content, plain ? { child: 'footnoteId' } : { child: 'footnoteId', open: markup, close: '' }, order)
    if (!plain) content.regular = false
  }

  private child(node: XmlElement, content: Content, order: number): LayoutChild {
    const odd = this.oddTags(node, content.path)
    if (odd) content.regular = false
    const item = odd ?? { child: node.name }
    this.follow(content, item, order)
    return item
  }

  private follow(content: Content, item: LayoutChild, order: number): void {
    const before = content.items.at(-1)
    const gap = gapOf(this.style, content.depth, content.depth + 1)
    if ((typeof before === 'string' ? before : '') !== gap || order < content.last) content.regular = false
    content.last = Math.max(content.last, order)
    content.items.push(item)
  }

  /** The tags of an element where they are not `<name>` and `</name>` (for a footnote: with its id). */
  oddTags(node: XmlElement, path: string): LayoutChild | undefined {
    const { name } = node
    const open = this.source.slice(node.start, node.openEnd)
    const close = this.source.slice(node.closeStart, node.end)
    const id = name === 'footnote' ? node.attributes.find((attribute) => attribute.name === 'id') : undefined
    // The writer gives an empty id no attribute.
    const plain = id?.value ? `<footnote id="${escapeText(id.value)}">` : `<${name}>`
    if (open === plain && close === `</${name}>`) return undefined
    for (const attribute of node.attributes) {
      if (attribute !== id)
        this.note('R132', `${path}/${name}/@${attribute.name}`, node, { element: name, attribute: attribute.name })
    }
    return { child: name, open, close }
  }

  /** White space, text, a comment or an instruction between elements. */
  private between(node: XmlNode, content: Content): void {
    if (this.stray(node, content.path)) content.regular = false
    content.items.push(this.source.slice(node.start, node.end))
  }

  /** Names what is more than white space; whether it is. */
  private stray(node: XmlNode, path: string): boolean {
    if (node.kind === 'text' && this.source.slice(node.start, node.end).trim() === '') return false
    if (node.kind === 'comment') this.note('R134', path, node)
    else if (node.kind === 'instruction') this.note('R135', path, node)
    else this.note('R133', path, node, { element: node.kind === 'element' ? node.name : '' })
    return true
  }

  private unknown(node: XmlElement, content: Content, code: string): void {
    content.regular = false
    content.items.push(this.source.slice(node.start, node.end))
    this.note(code, `${content.path}/${node.name}`, node, { element: node.name })
  }

  /** The layout to keep: none where the writer would do the same. */
  private finish(content: Content): readonly LayoutItem[] | undefined {
    const { items } = content
    if (items.length === 0) return undefined
    const last = items.at(-1)
    const closing = gapOf(this.style, content.depth, content.depth)
    const closes = typeof last === 'string' ? last === closing && items.length > 1 : closing === ''
    return content.regular && closes ? undefined : items
  }

  private note(code: string, path: string, node: XmlNode, data: Diagnostic['data'] = {}): void {
    this.diagnostics.push(noteAt(code, path, node.start, data))
  }
}

/** What was just put into a list. */
function lastOf(target: Properties, { property }: ElementDefinition): object {
  const list = target[property] as object[] | OwnershipTable
  return (list instanceof OwnershipTable ? list.rows : list).at(-1) as object
}

function isMany(definition: ElementDefinition): boolean {
  return (
    definition.shape === 'rows' || definition.shape === 'footnote' || (definition.shape === 'group' && definition.many)
  )
}

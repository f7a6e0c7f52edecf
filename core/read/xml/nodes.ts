import { resolveReferences } from '../../model/xmlText.ts'
import type { XmlElement, XmlNode, XmlTree } from './tree.ts'

/** One node of a source: an element, an attribute, a text that is not blank, a comment, an instruction, a section. */
export interface NodeRecord {
  kind: XmlNode['kind'] | 'attribute'
  /** The element names from the root down, without numbers; for what is no element, those of the element it is in. */
  path: string
  /** Of an attribute. */
  name: string
  /** Of a text or attribute: with references resolved. Of comments and the like: their markup. */
  value: string
  /** Of the node; of the element for an attribute. */
  start: number
}

/** All nodes of a source in document order. Texts that are only white space lay a source out and are no nodes. */
export function* nodesOf(source: string, tree: XmlTree): Generator<NodeRecord> {
  for (const node of tree.misc) yield record(node.kind, '', source.slice(node.start, node.end), node.start)
  yield* nodesIn(source, tree.root, '')
}

function* nodesIn(source: string, element: XmlElement, parent: string): Generator<NodeRecord> {
  const path = `${parent}/${element.name}`
  const { start } = element
  yield record('element', path, '', start)
  for (const { name, value } of element.attributes) yield { kind: 'attribute', path, name, value, start }
  for (const node of element.children) {
    if (node.kind === 'element') yield* nodesIn(source, node, path)
    else if (!isBlank(source, node)) yield record(node.kind, path, valueIn(source, node), node.start)
  }
}

function record(kind: XmlNode['kind'], path: string, value: string, start: number): NodeRecord {
  return { kind, path, name: '', value, start }
}

function valueIn(source: string, node: XmlNode): string {
  const markup = source.slice(node.start, node.end)
  return node.kind === 'text' ? (resolveReferences(markup) ?? markup) : markup
}

/** Whether a node is a text of white space only. */
export function isBlank(source: string, node: XmlNode): boolean {
  return node.kind === 'text' && source.slice(node.start, node.end).trim() === ''
}

/** How many nodes there are in an element, itself and its attributes included, or in another node. */
export function countNodes(source: string, node: XmlNode): number {
  if (node.kind !== 'element') return isBlank(source, node) ? 0 : 1
  let count = 1 + node.attributes.length
  for (const child of node.children) count += countNodes(source, child)
  return count
}

import { resolveReferences } from '../model/xmlText.ts'
import type { LossReport } from './loss.ts'
import { type NodeRecord, nodesOf } from './xml/nodes.ts'
import { isProblem, parseXml } from './xml/parse.ts'
import type { XmlElement, XmlNode, XmlTree } from './xml/tree.ts'

/** How far what was written is what was read. */
export interface XmlComparison {
  /**
   * `text`: character for character. `canonical`: the same elements, attributes, texts and so on in the same order; white
   * space between elements, quotes and spellings of characters may differ, white space inside texts may not.
   */
  same: 'text' | 'canonical' | 'no'
  /** Nodes of the source that stand neither in what was written nor in the loss report. */
  lost: NodeRecord[]
}

/**
 * Compares a well-formed source with what was written from its model. Both are parsed strictly; what was written and is
 * not well-formed has lost everything. `loss` is the source's own report: what it lists is not lost.
 */
export function compareXml(source: string, written: string, loss?: LossReport): XmlComparison {
  if (source === written) return { same: 'text', lost: [] }
  const from = parseXml(source)
  if (isProblem(from)) throw new Error('the source must be well-formed')
  const to = parseXml(written)
  const lost = missing(nodesOf(source, from), isProblem(to) ? [] : nodesOf(written, to))
  const same = !isProblem(to) && canonical(source, from) === canonical(written, to) ? 'canonical' : 'no'
  return { same, lost: lost.filter((node) => !isKept(node, loss)) }
}

/** The nodes of the source beyond those of the same kind, place and value that were written. */
function missing(source: Iterable<NodeRecord>, written: Iterable<NodeRecord>): NodeRecord[] {
  const counts = new Map<string, number>()
  for (const node of written) counts.set(keyOf(node), (counts.get(keyOf(node)) ?? 0) + 1)
  const lost: NodeRecord[] = []
  for (const node of source) {
    const count = counts.get(keyOf(node)) ?? 0
    if (count === 0) lost.push(node)
    else counts.set(keyOf(node), count - 1)
  }
  return lost
}

function keyOf({ kind, path, name, value }: NodeRecord): string {
  return `${kind} ${path} ${name}=${value}`
}

function isKept(node: NodeRecord, loss: LossReport | undefined): boolean {
  return (loss?.kept ?? []).some(({ start, end, attribute }) =>
    attribute === undefined
      ? start <= node.start && node.start < end
      : node.kind === 'attribute' && node.start === start && node.name === attribute,
  )
}

/** A text that is the same for two documents exactly when they are the same but for how they are typed. */
function canonical(source: string, { root, misc }: XmlTree): string {
  const around = misc.map((node) => source.slice(node.start, node.end))
  return [...around, canonicalElement(source, root)].join('\n')
}

function canonicalElement(source: string, element: XmlElement): string {
  const attributes = element.attributes.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort()
  const holdsElements = element.children.some(({ kind }) => kind === 'element')
  let content = ''
  for (const node of element.children) content += canonicalNode(source, node, holdsElements)
  return `<${element.name}${attributes.join('')}>${content}</${element.name}>`
}

function canonicalNode(source: string, node: XmlNode, besideElements: boolean): string {
  if (node.kind === 'element') return canonicalElement(source, node)
  const markup = source.slice(node.start, node.end)
  if (node.kind === 'text')
    return besideElements && markup.trim() === '' ? '' : plain(resolveReferences(markup) ?? markup)
  return node.kind === 'cdata' ? plain(markup.slice(9, -3).replace(/\r\n?/g, '\n')) : markup
}

/** Text that cannot be taken for markup. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

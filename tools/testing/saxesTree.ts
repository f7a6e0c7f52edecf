import { SaxesParser } from 'saxes'
import { resolveReferences } from '../../core/model/xmlText.ts'
import type { XmlElement, XmlNode, XmlTree } from '../../core/read/xml/tree.ts'

/**
 * A document with nothing in it but what XML says it means, in order: elements as `[name, [[attribute, value], …],
 * [child, …]]`, everything else as `kind:text`, with references resolved and line ends normalised. Siblings of the root
 * stand beside it.
 */
export type PlainNode = string | [name: string, attributes: [string, string][], children: PlainNode[]]

class NotWellFormed extends Error {}

/** The document as saxes reads it (XML 1.0, no namespaces), or what it has against it. */
export function saxesTree(source: string): PlainNode[] | { complaint: string } {
  // Without this option saxes reads `version="1.1"` as XML 1.1; a processor of XML 1.0 reads it as 1.0 (section 2.8).
  const parser = new SaxesParser({ xmlns: false, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true })
  const top: PlainNode[] = []
  const open: PlainNode[][] = [top]
  const put = (node: PlainNode) => (open.at(-1) as PlainNode[]).push(node)
  let attributes: [string, string][] = []
  parser.on('error', (error) => {
    throw new NotWellFormed(error.message)
  })
  // Outside the root there is only white space, which the tree leaves out.
  parser.on('text', (text) => open.length > 1 && put(`text:${text}`))
  parser.on('cdata', (text) => put(`cdata:${text}`))
  parser.on('comment', (text) => put(`comment:${text}`))
  parser.on('processinginstruction', ({ target, body }) => put(`instruction:${target} ${body}`))
  parser.on('attribute', ({ name, value }) => attributes.push([name, value]))
  parser.on('opentag', ({ name }) => {
    const children: PlainNode[] = []
    put([name, attributes, children])
    open.push(children)
    attributes = []
  })
  parser.on('closetag', () => open.pop())
  try {
    parser.write(source).close()
    return top
  } catch (error) {
    if (error instanceof NotWellFormed) return { complaint: error.message }
    throw error
  }
}

/** Our tree in the same form. */
export function plainTree(source: string, { root, misc }: XmlTree): PlainNode[] {
  const before = misc.filter((node) => node.start < root.start)
  const after = misc.filter((node) => node.start > root.start)
  return [...before, root, ...after].map((node) => plainNode(source, node))
}

function plainNode(source: string, node: XmlNode): PlainNode {
  if (node.kind === 'element') return plainElement(source, node)
  const markup = source.slice(node.start, node.end)
  if (node.kind === 'text') return `text:${resolveReferences(markup)}`
  const lines = markup.replace(/\r\n?/g, '\n')
  if (node.kind === 'cdata') return `cdata:${lines.slice('<![CDATA['.length, -']]>'.length)}`
  if (node.kind === 'comment') return `comment:${lines.slice('<!--'.length, -'-->'.length)}`
  const [, target, body] = /^<\?([^\s?]+)\s*([\s\S]*)\?>$/.exec(lines) as unknown as [string, string, string]
  return `instruction:${target} ${body}`
}

function plainElement(source: string, { name, attributes, children }: XmlElement): PlainNode {
  return [
    name,
    attributes.map((attribute): [string, string] => [attribute.name, attribute.value]),
    children.map((child) => plainNode(source, child)),
  ]
}

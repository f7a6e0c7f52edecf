import { resolveReferences } from '../../model/xmlText.ts'
import type { XmlElement } from './tree.ts'

/** All text inside an element, references resolved, CDATA included; comments and instructions are no text. */
export function textOf(source: string, element: XmlElement): string {
  let text = ''
  for (const node of element.children) {
    const markup = source.slice(node.start, node.end)
    if (node.kind === 'text') text += resolveReferences(markup) as string
    else if (node.kind === 'cdata') text += markup.slice(9, -3).replace(/\r\n?/g, '\n')
    else if (node.kind === 'element') text += textOf(source, node)
  }
  return text
}

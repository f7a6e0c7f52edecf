import { MASKED_CCC } from '../../model/ccc.ts'
import { resolveReferences } from '../../model/xmlText.ts'
import type { XmlElement } from './tree.ts'

/**
 * All text inside an element, references resolved, CDATA included; comments and instructions are no text. A CCC that
 * stands in another text by mistake would be taken for text of its own and shown: it is masked here.
 */
export function textOf(source: string, element: XmlElement): string {
  let text = ''
  for (const node of element.children) {
    const markup = source.slice(node.start, node.end)
    if (node.kind === 'text') text += resolveReferences(markup) as string
    else if (node.kind === 'cdata') text += markup.slice(9, -3).replace(/\r\n?/g, '\n')
    else if (node.kind === 'element') text += node.name === 'rptOwnerCcc' ? MASKED_CCC : textOf(source, node)
  }
  return text
}

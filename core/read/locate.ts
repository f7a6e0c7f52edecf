import { isProblem, parseXml } from './xml/parse.ts'
import type { XmlElement } from './xml/tree.ts'

/**
 * Where the element at a diagnostic's path stands in the XML text it was read from: the offset of its start tag.
 * Of a path that leads to nothing, the nearest element above is taken; `undefined` where the text is not well-formed.
 * Parses the text, so ask only for what is shown.
 */
export function locate(text: string, path: string): number | undefined {
  const tree = parseXml(text)
  if (isProblem(tree)) return undefined
  let here = tree.root
  for (const step of path.split('/').slice(2)) {
    const [, name = step, number = '1'] = /^(.*?)(?:\[(\d+)\])?$/.exec(step) ?? []
    const next = childAt(here, name, Number(number))
    if (next === undefined) break
    here = next
  }
  return here.start
}

/** The `number`th child of a name. */
function childAt(parent: XmlElement, name: string, number: number): XmlElement | undefined {
  let count = 0
  return parent.children.find(
    (node): node is XmlElement => node.kind === 'element' && node.name === name && ++count === number,
  )
}

/** Line and column of an offset, both from 1; lines end with LF, CRLF or CR. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let i = 0; i < offset; i++) {
    const unit = text.charCodeAt(i)
    if (unit !== 10 && unit !== 13) continue
    if (unit === 13 && text.charCodeAt(i + 1) === 10) continue
    line++
    start = i + 1
  }
  return { line, column: offset - start + 1 }
}

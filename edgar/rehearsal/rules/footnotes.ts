/** Footnotes and what refers to them. Source: specification 5.5, sections 3.5, 4.3.6 and 5. */
import { below, child, childrenOf, type Element } from '../xmlTree.ts'
import type { Finding, Form } from './rule.ts'

const LONGEST = 1000

/** All rules of footnotes. */
export function* footnoteFindings({ root }: Form): Generator<Finding> {
  const footnotes = childrenOf(child(root, 'footnotes'), 'footnote')
  const known = new Set(footnotes.map(idOf))
  const referenced = new Set<string>()
  for (const field of below(root)) {
    const here = new Set<string>()
    for (const reference of childrenOf(field, 'footnoteId')) {
      const id = idOf(reference)
      const of = `footnoteId ${id} of ${field.name}`
      if (!known.has(id)) yield { name: 'footnoteMissing', content: `${of} has no footnote.`, at: reference }
      if (here.has(id)) yield { name: 'footnoteTwice', content: `${of} stands there twice.`, at: reference }
      here.add(id)
      referenced.add(id)
    }
  }
  for (const footnote of footnotes) {
    const id = idOf(footnote)
    if (!referenced.has(id))
      yield { name: 'footnoteUnused', content: `Nothing refers to the footnote ${id}.`, at: footnote }
    if (footnote.text.length > LONGEST)
      yield {
        name: 'footnoteLength',
        content: `The footnote ${id} is longer than ${LONGEST} characters.`,
        at: footnote,
      }
  }
}

/** Ids are xs:ID: white space around them is no part. */
function idOf({ attributes }: Element): string {
  return (attributes.id ?? '').trim()
}

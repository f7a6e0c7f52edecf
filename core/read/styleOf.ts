import { EDGAR_STYLE, type Style } from '../model/layout.ts'
import type { XmlElement } from './xml/tree.ts'

const GAP = /^(\r?\n|\r)(\1)?([ \t]*)$/

/** The white space all through a document, guessed from what stands before the root's first child. */
export function styleOf(source: string, root: XmlElement): Style {
  const first = root.children[0]
  if (!first) return EDGAR_STYLE
  return first.kind === 'text' ? styleOfGap(source.slice(first.start, first.end)) : styleOfGap('')
}

/** The style whose root children are preceded by this gap; EDGAR's where no style has such a gap. */
export function styleOfGap(gap: string): Style {
  if (gap === '\n\n    ') return EDGAR_STYLE
  if (gap === '') return { newline: '', indent: '', rootGap: 1 }
  const found = GAP.exec(gap)
  if (!found) return EDGAR_STYLE
  return { newline: found[1] as string, indent: found[3] as string, rootGap: found[2] === undefined ? 1 : 2 }
}

import { folded } from '../labels/likeness.ts'
import type { Page, Word } from '../page/page.ts'
import { linesOf, lineText, type TextLine } from './lines.ts'

/** A page's top and bottom, as shares of its height. */
const MARGIN = 0.12
const NUMBERED = /\bpage\s+\d+\s*(?:of|\/)\s*\d+/i
/** As browsers print a page's address and number. */
const ADDRESS = /(?:https?|file):\/\/\S+/

/**
 * What stands at the top or bottom of a page and is none of the form: page numbers, addresses, and what every page of
 * several repeats there.
 */
export function runningWords(pages: readonly Page[]): Set<Word> {
  const edges = pages.flatMap((page) => edgesOf(page).map((line) => ({ line, key: keyOf(line) })))
  const counts = new Map<string, number>()
  for (const { key } of edges) counts.set(key, (counts.get(key) ?? 0) + 1)
  const running = edges.filter(({ line, key }) => {
    const text = lineText(line)
    const isRepeated = pages.length > 1 && key.length > 3 && counts.get(key) === pages.length
    return isRepeated || NUMBERED.test(text) || ADDRESS.test(text)
  })
  return new Set(running.flatMap(({ line }) => line.words))
}

/** The first and the last line of a page, where they stand in its margins. */
function edgesOf({ words, height }: Page): TextLine[] {
  const inMargin = words.filter(({ place }) => place.bottom < MARGIN * height || place.top > (1 - MARGIN) * height)
  const lines = linesOf(inMargin)
  const first = lines.find(({ place }) => place.bottom < MARGIN * height)
  const last = lines.findLast(({ place }) => place.top > (1 - MARGIN) * height)
  return [...new Set([first, last])].filter((line) => line !== undefined)
}

/** A line's letters without its digits, and its height on the page. */
function keyOf(line: TextLine): string {
  return folded(lineText(line).replace(/\d/g, ''))
}

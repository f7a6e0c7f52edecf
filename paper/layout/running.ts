import { folded, foldedLikeness, likeness } from '../labels/likeness.ts'
import type { Page, Word } from '../page/page.ts'
import { around, middleOf, usualHeight } from './geometry.ts'
import { linesOf, lineText, type TextLine } from './lines.ts'

/** A page's top and bottom, as shares of its height. */
const MARGIN = 0.12
/** `Page 2 of 5`, its words misread or not. */
const NUMBERED = /\b(\p{L}{3,5})\s+\d+\s*(?:\p{L}{2}|\/)\s*\d+$/u
/** Pages whose edges are compared. */
const MOST_COMPARED = 5
/** As browsers print a page's address and number. */
const ADDRESS = /(?:https?|file):\/\/\S+/

/**
 * What stands at the top or bottom of a page and is none of the form: page numbers, addresses, and what every page of
 * several repeats there.
 */
export function runningWords(pages: readonly Page[]): Set<Word> {
  const edges = pages.flatMap((page) => edgesOf(page).map((line) => ({ line, key: keyOf(line) })))
  const running = edges.filter(({ line, key }) => {
    const text = lineText(line)
    return isRepeated(key, edges, pages.length) || isNumbered(text) || ADDRESS.test(text)
  })
  return new Set(running.flatMap(({ line }) => line.words))
}

function isNumbered(text: string): boolean {
  const [, word = ''] = NUMBERED.exec(text) ?? []
  return likeness(word, 'page') >= 0.5
}

/** Whether a line is on every page, as alike as misreadings let it be. More pages than two: on the first ones. */
function isRepeated(
  key: string,
  edges: readonly { readonly line: TextLine; readonly key: string }[],
  pages: number,
): boolean {
  if (pages < 2 || key.length < 4) return false
  const others = edges.filter(({ line }) => line.place.page <= MOST_COMPARED)
  const alike = others.filter((other) => foldedLikeness(other.key, key, 0.75) > 0)
  return new Set(alike.map(({ line }) => line.place.page)).size === Math.min(pages, MOST_COMPARED)
}

/** The first and the last line of a page, where they stand in its margins. */
function edgesOf({ words, height }: Page): TextLine[] {
  const edge = (isIn: (word: Word) => boolean, from: 'first' | 'last') => {
    const lines = linesOf(words.filter(isIn))
    const line = from === 'first' ? lines[0] : lines.at(-1)
    return line ? [widened(line, lines)] : []
  }
  return [
    ...edge(({ place }) => place.bottom < MARGIN * height, 'first'),
    ...edge(({ place }) => place.top > (1 - MARGIN) * height, 'last'),
  ]
}

/** A line with what stands level with it, far to the right: no line is followed over so wide a gap. */
function widened(line: TextLine, lines: readonly TextLine[]): TextLine {
  const step = usualHeight(line.words)
  const level = lines.filter(
    ({ place }) =>
      Math.abs(middleOf(place) - middleOf(line.place)) < step &&
      (place.left > line.place.right || place.right < line.place.left),
  )
  const all = [line, ...level].sort((a, b) => a.place.left - b.place.left).flatMap((each) => each.words)
  return { words: all, place: around(all.map(({ place }) => place)) }
}

/** A line's letters without its digits, and its height on the page. */
function keyOf(line: TextLine): string {
  return folded(lineText(line).replace(/\d/g, ''))
}

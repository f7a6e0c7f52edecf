import type { PaperCell } from '../form/paperForm.ts'
import type { Word } from '../page/page.ts'
import { heightOf } from './geometry.ts'
import { linesOf, type TextLine } from './lines.ts'
import { isMark, marksOf, withoutGluedMarks, withWholeMarks } from './marks.ts'

/** Words nearer than this, in heights, are one word in two looks. */
const TOUCHING = 0.06

/** How a cell's words are to be taken. */
export interface CellOptions {
  /** Where the cell's text may run to; without it no word is taken for cut at a line's end. */
  readonly right?: number
  /** The usual height of the words around, by which a mark is known to be small. Without it there are no marks. */
  readonly markedBelow?: number
}

/** The cell that some words make; `undefined` for none. */
export function cellOf(words: readonly Word[], options: CellOptions = {}): PaperCell | undefined {
  if (words.length === 0) return undefined
  return cellOfLines(linesByPage(words), options)
}

/** The lines of words that may stand on several pages. */
export function linesByPage(words: readonly Word[]): TextLine[] {
  const pages = Map.groupBy(words, ({ place }) => place.page)
  return [...pages].sort(([a], [b]) => a - b).flatMap(([, some]) => linesOf(some))
}

/** A cell of lines that are in order already. */
export function cellOfLines(lines: readonly TextLine[], { right, markedBelow }: CellOptions = {}): PaperCell {
  const marks: string[] = []
  const written: { text: string; isCut: boolean }[] = []
  let isJoinedInDoubt = false
  for (const [i, line] of (markedBelow === undefined ? lines : withWholeMarks(lines, markedBelow)).entries()) {
    const kept: Written[] = []
    for (const word of line.words) {
      if (markedBelow !== undefined && isMark(word, line.words.length === 1 && lines.length === 1, markedBelow)) {
        marks.push(...marksOf(word.text))
        continue
      }
      const glued = markedBelow === undefined ? undefined : withoutGluedMarks(word)
      marks.push(...(glued?.marks ?? []))
      kept.push({ word, text: glued?.text ?? word.text })
    }
    if (kept.length === 0) continue
    const last = kept.at(-1)!.word
    const isFull = last === line.words.at(-1) && isFullLine(last, lines[i + 1], right)
    written.push({ text: joined(kept), isCut: isFull && last.isUnspaced === true })
    // A word is cut only if it is longer than a line.
    isJoinedInDoubt ||= isFull && last.isUnspaced === undefined && kept.length === 1
  }
  return {
    text: textOf(written),
    lines: written.map(({ text }) => text),
    marks,
    words: lines.flatMap((line) => line.words),
    ...(isJoinedInDoubt ? { isJoinedInDoubt } : {}),
  }
}

interface Written {
  readonly word: Word
  readonly text: string
}

function textOf(lines: readonly { text: string; isCut: boolean }[]): string {
  return lines.map(({ text, isCut }, i) => (i === lines.length - 1 || isCut ? text : `${text} `)).join('')
}

function joined(words: readonly Written[]): string {
  let text = ''
  for (const [i, { word, text: own }] of words.entries()) {
    const before = words[i - 1]?.word
    const isTouching = before && word.place.left - before.place.right < TOUCHING * heightOf(word.place)
    text += i === 0 || isTouching ? own : ` ${own}`
  }
  return text
}

/**
 * Whether the next letter would not have gone on the line. If nothing blank follows the last word, in a source that
 * writes blanks, the line ends within it.
 */
function isFullLine(last: Word, next: TextLine | undefined, right: number | undefined): boolean {
  const first = next?.words[0]
  // A second amount in a cell stands on a line of its own.
  if (!first || right === undefined || first.text.startsWith('$')) return false
  const letter = (first.place.right - first.place.left) / first.text.length
  return right - last.place.right < 1.7 * letter
}

import type { Word } from '../../page/page.ts'
import { type GridLine, isRuleWord } from './grid.ts'

/** Words of one line with neither a wide gap nor a pipe between them. */
export interface Segment {
  readonly line: GridLine
  readonly left: number
  readonly right: number
  readonly words: readonly Word[]
}

/** Two blanks part what is typed side by side. */
const WIDE_GAP = 2

/** The segments of a line, runs of rules left out (but for underscores of a few letters, which may be boxes to tick). */
export function segmentsOf(line: GridLine): readonly Segment[] {
  const segments: Segment[] = []
  let words: Word[] = []
  const close = () => {
    if (words.length > 0) segments.push(segmentOf(line, words))
    words = []
  }
  for (const word of line.words) {
    const last = words.at(-1)
    if (last && isParted(line, last.place.right, word.place.left)) close()
    if (!isRuleWord(word) || /^_{1,8}$/.test(word.text)) words.push(word)
    else if (words.length > 0) close()
  }
  close()
  return segments
}

export function segmentOf(line: GridLine, words: readonly Word[]): Segment {
  return { line, words, left: words[0]!.place.left, right: words.at(-1)!.place.right }
}

function isParted(line: GridLine, from: number, to: number): boolean {
  return to - from >= WIDE_GAP || line.text.slice(from, to).includes('|')
}

/** How many columns two spans share; negative: how far they are apart. */
export function overlap(
  a: { readonly left: number; readonly right: number },
  b: { readonly left: number; readonly right: number },
): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left)
}

import type { PaperFootnote, PaperForm } from '../form/paperForm.ts'
import { folded, foldedLikeness } from '../labels/likeness.ts'
import type { Word } from '../page/page.ts'
import { cellOfLines, linesByPage } from './cell.ts'
import { heightOf, median } from './geometry.ts'
import type { WordLedger } from './ledger.ts'
import { lineText, type TextLine } from './lines.ts'
import type { Section } from './sections.ts'

type Explanation = Pick<PaperForm, 'footnotes' | 'noSecuritiesOwned'>

const NONE_OWNED = folded('No securities are beneficially owned.')
const NO_SUCH_FOOTNOTE = folded('The filing has no such footnote.')
/** A sentence of print, misread or not. */
const SAME = 0.85
/** A footnote's mark as it begins its text: `1.`, `(1)`, `a)`, `*`. */
const MARK = /^(?:\((\w{1,10})\)|(\w{1,10})[.)]|(\*{1,4}))$/
/** Between two footnotes there is more room than between the lines of one, by this share of the usual. */
const MORE_ROOM = 1.12

/** Footnotes, and whether none is owned, from what stands below `Explanation of Responses`. */
export function explanationOf(section: Section, ledger: WordLedger): Explanation {
  if (section.anchor) ledger.ignorePrint(section.anchor.words)
  const lines = linesByPage(ledger.free(section.bands.flatMap((band) => band.words)))
  const none = lines.findIndex(saysNone)
  const noted = lines.filter((_, i) => i !== none)
  if (none >= 0) ledger.take(lines[none]!.words)
  return {
    footnotes: footnotesOf(noted, section.bands[0]?.right ?? 0, ledger),
    ...(none >= 0 ? { noSecuritiesOwned: { state: 'ticked', words: lines[none]!.words } } : {}),
  }
}

/** The sentence by itself: behind a mark it is a footnote's. */
const saysNone = (line: TextLine): boolean =>
  markOf(line.words[0]!) === undefined && foldedLikeness(folded(lineText(line)), NONE_OWNED, SAME) > 0

function footnotesOf(lines: readonly TextLine[], right: number, ledger: WordLedger): PaperFootnote[] {
  const starts = startsOf(lines, right)
  return starts.flatMap((start, i): PaperFootnote[] => {
    const own = lines.slice(start, starts[i + 1])
    const [mark, ...rest] = own[0]!.words
    const body = [...(rest.length > 0 ? [lineOf(rest, own[0]!)] : []), ...own.slice(1)]
    const text = cellOfLines(body, { right })
    if (foldedLikeness(folded(text.text), NO_SUCH_FOOTNOTE, SAME) > 0) {
      ledger.ignorePrint([mark!, ...text.words])
      return []
    }
    const words = [mark!, ...text.words]
    ledger.take(words)
    return [{ mark: markOf(mark!)!, text: { ...text, words } }]
  })
}

const lineOf = (words: readonly Word[], { place }: TextLine): TextLine => ({
  words,
  place: { ...place, left: words[0]!.place.left },
})

function markOf({ text }: Word): string | undefined {
  const [, bracketed, pointed, stars] = MARK.exec(text) ?? []
  return bracketed ?? pointed ?? stars
}

/**
 * The lines at which footnotes begin: with a mark at the left, and after more room than between lines; or with the
 * number after the last one's, at the top of a page, below a line that ends early, or where all lines are as far apart.
 */
function startsOf(lines: readonly TextLine[], right: number): number[] {
  const gaps = lines.map((line, i) => {
    const before = lines[i - 1]
    return before && before.place.page === line.place.page ? baselineOf(line) - baselineOf(before) : undefined
  })
  const usual = leastUsual(gaps.filter((gap) => gap !== undefined))
  const left = median(lines.map(({ place }) => place.left)) ?? 0
  const isMarked = (line: TextLine) =>
    markOf(line.words[0]!) !== undefined && line.place.left < left + 3 * heightOf(line.place)
  const showsRoom = lines.some((line, i) => isMarked(line) && (gaps[i] ?? 0) > usual * MORE_ROOM)
  const starts: number[] = []
  for (const [i, line] of lines.entries()) {
    if (!isMarked(line)) continue
    const mark = markOf(line.words[0]!)!
    const seen = starts.map((start) => markOf(lines[start]!.words[0]!)!)
    const gap = gaps[i]
    const isApart = gap !== undefined && gap > usual * MORE_ROOM
    const isEarly = gap !== undefined && endsEarly(lines[i - 1]!, line, right)
    const isTold = isDue(mark, seen) && (gap === undefined || !showsRoom || isEarly)
    // Where every footnote has one line, no gap is wider than another, and none need follow the one before.
    const isAfterBreak = !showsRoom && isEarly && /^\d+$/.test(mark) && !seen.includes(mark)
    if (seen.length === 0 || isApart || isTold || isAfterBreak) starts.push(i)
  }
  return starts
}

/** Where the letters of a line's first words stand, whatever hangs below and however the line slopes. */
const baselineOf = ({ words }: TextLine): number => median(words.slice(0, 5).map(({ place }) => place.bottom))!

/** Whether the first word of a line would have had room on the one before. */
function endsEarly(before: TextLine, { words }: TextLine, right: number): boolean {
  const { left, right: end } = words[0]!.place
  return before.place.right + (end - left) + heightOf(before.place) < right
}

/** The usual distance of two lines of one text: the lower quarter, as there may be as many between footnotes. */
function leastUsual(gaps: readonly number[]): number {
  const sorted = gaps.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 10)] ?? 0
}

/** Whether a mark is new and comes after one that was: not always the last, as `10` may stand after `1`. */
const isDue = (mark: string, seen: readonly string[]): boolean =>
  !seen.includes(mark) && seen.some((before) => isNext(before, mark))

/** `3` after `2`, `b` after `a`. */
function isNext(before: string, mark: string): boolean {
  if (/^\d+$/.test(before) && /^\d+$/.test(mark)) return Number(mark) === Number(before) + 1
  return before.length === 1 && mark.length === 1 && mark.charCodeAt(0) === before.charCodeAt(0) + 1
}

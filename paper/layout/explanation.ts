import { NO_SUCH_FOOTNOTE } from '@section16/core/render'
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
const NO_SUCH = folded(NO_SUCH_FOOTNOTE)
/** A sentence of print, misread or not. */
const SAME = 0.85
/**
 * A footnote's mark as it begins its text: `1.`, `(1)`, `a)`, `iv.`, `(F1)`, `*`. A longer word with a point behind it is
 * the last one of a text.
 */
const MARK = /^(?:\((\w{1,10})\)|(\d{1,3}|[a-z]{1,2}|[ivxl]{1,5}|[a-z]\d{1,2})[.)]|(\*{1,4}))$/i
/** A mark and what follows it in one word, as an OCR that saw no blank reads them: `1.1for1`. */
const GLUED = /^(?:\((\d{1,3})\)|(\d{1,3})[.)])(?=\S)/
/** From here the letters of a word, and that it is one word, are sure. */
const SURE = 0.8
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
    const [first, ...others] = own[0]!.words
    const glued = markOf(first!) === undefined ? GLUED.exec(first!.text)?.[0].length : undefined
    const [mark, ...rest] = glued === undefined ? [first, ...others] : [...splitAt(first!, glued), ...others]
    const body = [...(rest.length > 0 ? [lineOf(rest, own[0]!)] : []), ...own.slice(1)]
    const text = cellOfLines(body, { right })
    if (foldedLikeness(folded(text.text), NO_SUCH, SAME) > 0) {
      ledger.ignorePrint([mark!, ...text.words])
      return []
    }
    const words = [mark!, ...text.words]
    ledger.take(glued === undefined ? words : [first!, ...words])
    return [{ mark: markOf(mark!)!, text: { ...text, words } }]
  })
}

const lineOf = (words: readonly Word[], { place }: TextLine): TextLine => ({
  words,
  place: { ...place, left: words[0]!.place.left },
})

/** The two parts of a word, each with its share of the place. */
function splitAt(word: Word, at: number): [Word, Word] {
  const { text, place } = word
  const middle = place.left + ((place.right - place.left) * at) / text.length
  return [
    { ...word, text: text.slice(0, at), place: { ...place, right: middle }, alternatives: [] },
    { ...word, text: text.slice(at), place: { ...place, left: middle }, alternatives: [] },
  ]
}

/** The number at the beginning of a doubtful word; in one that is sure it is part of an amount. */
function gluedMarkOf({ text, certainty }: Word): string | undefined {
  const [, bracketed, pointed] = (certainty < SURE && GLUED.exec(text)) || []
  return bracketed ?? pointed
}

function markOf({ text }: Word): string | undefined {
  const [, bracketed, pointed, stars] = MARK.exec(text) ?? []
  return bracketed ?? pointed ?? stars
}

/**
 * The lines at which footnotes begin: with a mark at the left, and after more room than between lines. Where room says
 * nothing (at the top of a page, or where all lines are as far apart) a new mark that comes after one before (not always
 * the last, as `10` may stand after `1`) or before the next, or a new number below a line that ends early: the text
 * before would have gone on there. A mark that is glued to the text has to be the first, or come after one before.
 */
function startsOf(lines: readonly TextLine[], right: number): number[] {
  const gaps = lines.map((line, i) => {
    const before = lines[i - 1]
    return before && before.place.page === line.place.page ? baselineOf(line) - baselineOf(before) : undefined
  })
  const usual = leastUsual(gaps.filter((gap) => gap !== undefined))
  const left = median(lines.map(({ place }) => place.left)) ?? 0
  const marks = lines.map(({ words, place }) =>
    place.left < left + 3 * heightOf(place) ? (markOf(words[0]!) ?? gluedMarkOf(words[0]!)) : undefined,
  )
  const apart = marks.map((mark, i) => mark !== undefined && (gaps[i] ?? 0) > usual * MORE_ROOM)
  const showsRoom = apart.includes(true)
  const starts: number[] = []
  for (const [i, mark] of marks.entries()) {
    if (mark === undefined) continue
    const seen = starts.map((start) => marks[start]!)
    const next = marks.find((_, at) => at > i && apart[at])
    const isNew = !seen.includes(mark)
    const follows = seen.some((before) => isNext(before, mark))
    const isGlued = markOf(lines[i]!.words[0]!) === undefined
    if (isGlued && !(seen.length === 0 ? mark === '1' : follows)) continue
    const precedes = next !== undefined && isNext(mark, next)
    const isEarly = i > 0 && endsEarly(lines[i - 1]!, lines[i]!, right)
    const hidesRoom = gaps[i] === undefined || !showsRoom
    const isTold = hidesRoom ? follows || precedes || (isEarly && /^\d+$/.test(mark)) : follows && isEarly
    if (seen.length === 0 || apart[i] || (isNew && isTold)) starts.push(i)
  }
  return starts
}

/** What hangs below the line, or stands above it. */
const OFF_BASELINE = /[gjpqyQ,;()[\]{}/|$@_]|^[^\p{L}\p{N}]*$/u

/** Where the letters of a line's first words stand, whatever hangs below and however the line slopes. */
function baselineOf({ words }: TextLine): number {
  const first = words.slice(0, 8)
  const standing = first.filter(({ text }) => !OFF_BASELINE.test(text))
  return median((standing.length > 0 ? standing : first).slice(0, 5).map(({ place }) => place.bottom))!
}

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

/** `3` after `2`, `b` after `a`. */
function isNext(before: string, mark: string): boolean {
  if (/^\d+$/.test(before) && /^\d+$/.test(mark)) return Number(mark) === Number(before) + 1
  return before.length === 1 && mark.length === 1 && mark.charCodeAt(0) === before.charCodeAt(0) + 1
}

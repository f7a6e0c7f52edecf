import { folded } from '../../labels/likeness.ts'
import type { Word } from '../../page/page.ts'
import type { GridLine } from '../text/grid.ts'
import { isRuleWord } from '../text/grid.ts'
import { isPrint } from '../text/print.ts'
import { segmentsOf } from '../text/segments.ts'
import { HEADING_LETTERS } from './columnKeys.ts'

/** One table as typed: its heading with the lines of its columns, and what is filled in. */
export interface TypedTable {
  readonly heading: readonly GridLine[]
  readonly body: readonly GridLine[]
}

/** Share of a line's letters that must be of a heading's words. */
const ENOUGH = 0.8
/** The same for the rest of a heading, whose words may be cut to pieces. */
const ENOUGH_AHEAD = 0.6

/** Print of so many words below a table ends it. */
const SENTENCE = 5

/**
 * The tables of a section, one below the other: each begins with a line of headings and goes on to the next, or to the
 * print below it (`Reminder: …`). Lines of print (the table's title) are no table's.
 */
export function tablesIn(lines: readonly GridLine[]): readonly TypedTable[] {
  const tables: { heading: GridLine[]; body: GridLine[] }[] = []
  const stops = lines.findLastIndex((line) => line.stops !== undefined)
  let isHeading = false
  let isClosed = false
  for (const [i, line] of lines.entries()) {
    const isPlain = line.isRule || line.isBlank || line.words.length === 0
    if (!isPlain && !isHeading && !line.stops && isPrint(line.words)) {
      isClosed ||= line.words.length >= SENTENCE
      continue
    }
    const current = tables.at(-1)
    const isBegin: boolean =
      !isPlain && !isHeading && isHeadingLine(line) && (tables.length === 0 || hasColumnNumber(line))
    if (isBegin) tables.push({ heading: [line], body: [] })
    else if (!current || (isClosed && !isHeading)) continue
    else if (
      isHeading &&
      (isPlain || isHeadingLine(line) || (i < stops && stopsAhead(lines, i)) || ruleAhead(lines, i))
    )
      current.heading.push(line)
    else current.body.push(line)
    if (isBegin) isClosed = false
    isHeading = isBegin || (isHeading && !line.stops && (isPlain || current!.heading.at(-1) === line))
  }
  return tables.map(ruledApart)
}

/** Whether `<S>` comes before the next line that is filled in. */
function stopsAhead(lines: readonly GridLine[], from: number): boolean {
  return lines.slice(from, from + 6).some((line) => line.stops !== undefined)
}

/** Lines of a heading may go on so far to the rule that closes it. */
const LONGEST_REST = 12

/** Whether only a heading's words, however cut, stand between here and a rule. */
function ruleAhead(lines: readonly GridLine[], from: number): boolean {
  const rest = lines.slice(from, from + LONGEST_REST)
  const to = rest.findIndex((line) => line.isRule || line.isBlank)
  if (to < 0 || !rest[to]!.isRule) return false
  const words = rest.slice(0, to).flatMap((line) => line.words.filter((word) => !isRuleWord(word)))
  const isOwn = (word: Word) => isHeadingWord(word) || /^\W*[A-Za-z]\W*$/.test(word.text)
  return (
    lettersOf(words.filter(isOwn)) >= ENOUGH_AHEAD * lettersOf(words) &&
    !words.some(({ text }) => /\d{2}|\$\d|\/\d/.test(text))
  )
}

function lettersOf(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + folded(word.text).length, 0)
}

/** Rules and blank lines at the end of a heading also begin the body. */
function ruledApart({ heading, body }: { heading: GridLine[]; body: GridLine[] }): TypedTable {
  return { heading, body: body.filter((line) => line.stops === undefined) }
}

/** Whether a line's words are, but for a few letters, parts of column headings. */
export function isHeadingLine(line: GridLine): boolean {
  const words = line.words.filter((word) => !isRuleWord(word))
  const letters = lettersOf(words)
  const isWorded = letters > 0 && lettersOf(words.filter(isHeadingWord)) >= ENOUGH * letters
  return isWorded || bareNumbers(line).length > 0
}

/** Whether a word is of a heading, or a cut part of one. */
export function isHeadingWord({ text }: Word): boolean {
  const plain = text.replace(/^\(?\d{1,2}[AB]?[.):]+/i, '')
  if (/\d{2}|\d[,./]\d/.test(plain)) return /^\(?\d{1,2}[AB]?[.),]+$/i.test(text)
  if (/^\(?\d{1,2}[AB]?[.):,]+$|^[3458]$/i.test(text)) return true
  const letters = folded(plain)
  return letters.length < 2 ? /^[\W_]*[advi]?[\W_]*$/i.test(plain) : HEADING_LETTERS.includes(letters)
}

/** `1.`, `2A.`, `10)` in front of a piece of a line, or the words `Title of`. */
function hasColumnNumber(line: GridLine): boolean {
  return columnNumbers(line).length > 0 || /title\s+of/i.test(line.text)
}

/** Fewer numbers alone on a line may be answers. */
const LEAST_BARE = 3

/** The numbers of a line that has nothing else, one after the other: `1  2  3  4.  4.` (a number comes again under its own). */
function bareNumbers({ words }: GridLine): readonly ColumnNumber[] {
  const numbers = words.map(({ text, place }) => {
    const number = /^\(?(1[01]|[1-9])[.):]*$/.exec(text)?.[1]
    return number === undefined ? undefined : { number, left: place.left }
  })
  const isInOrder = numbers.every((one, i) => {
    const step = i === 0 ? 0 : Number(one?.number) - Number(numbers[i - 1]?.number)
    return one !== undefined && (step === 0 || step === 1)
  })
  if (!isInOrder || words.length < LEAST_BARE) return []
  return numbers.flatMap((one, i) => (one && one.number !== numbers[i - 1]?.number ? [one] : []))
}

export interface ColumnNumber {
  readonly number: string
  readonly left: number
}

/** The numbers of columns on one line of a heading: each begins a piece that stands apart. `4)` alone ends `(Instr. 4)`. */
export function columnNumbers(line: GridLine): readonly ColumnNumber[] {
  const bare = bareNumbers(line)
  if (bare.length > 0) return bare
  let before = 0
  return segmentsOf(line).flatMap(({ words }) =>
    words.flatMap((word, i) => {
      const found = /^\(?(\d{1,2}[AB]?)[.):]+(?!\d)/i.exec(word.text)
      const isGlued = words[i + 1]?.place.left === word.place.right
      const isNext = before > 0 && word.text === `(${before + 1})`
      if (found) before = Number.parseInt(found[1]!, 10)
      const isFirst = i === 0 || isGlued || isNext || /^\d{1,2}[AB]?\.(?=[A-Z]|$)/i.test(word.text)
      const isEnd = words.length === 1 && /^\d+\)$/.test(word.text)
      return found && isFirst && !isEnd && Number.parseInt(found[1]!, 10) <= 11
        ? [{ number: found[1]!.toUpperCase(), left: word.place.left }]
        : []
    }),
  )
}

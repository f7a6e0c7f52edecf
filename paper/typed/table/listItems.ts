import type { ColumnKey } from '@section16/core/facts'
import { likeness } from '../../labels/likeness.ts'
import type { Word } from '../../page/page.ts'
import type { GridLine } from '../text/grid.ts'
import { afterNumber, labelRun, withoutGluedNumber } from '../text/label.ts'
import { isPrint } from '../text/print.ts'
import { segmentsOf } from '../text/segments.ts'
import { textOf } from '../text/words.ts'
import type { ColumnSet, KnownColumn } from './columnKeys.ts'
import { isHeadingWord } from './heading.ts'
import { fit } from './shapes.ts'

/** An item of a list: what it is of, and the words that answer it. */
export interface Item {
  /** Several under one number; none where the label is of no column that is known. */
  readonly columns: readonly KnownColumn[]
  /** Whether a number or a label with a colon says so; a gap behind words of a heading may be a table's. */
  readonly isPlain: boolean
  readonly isLabelled: boolean
  readonly label: readonly Word[]
  /** By line, and on a line by pieces that stand apart. */
  readonly answer: (readonly (readonly Word[])[])[]
}

/** Share of a label that must be there. */
const LEAST_LABEL = 0.5
const LEAST_LIKE = 0.8
/** A label is at most so many words. */
const LONGEST_LABEL = 16

/** The items of some lines. A line that begins none goes on with the label or the answer above it. */
export function itemsOf(lines: readonly GridLine[], set: ColumnSet): readonly Item[] {
  const items: Item[] = []
  let isApart = false
  for (const [i, line] of lines.entries()) {
    if (line.isRule || line.words.length === 0) {
      isApart = true
      continue
    }
    const pieces = piecesOf(line)
    if (pieces.length === 0 || isPrint(pieces.flat())) continue
    const last = items.at(-1)
    const started = itemsOn(pieces, set, last)
    const more = last && labelLength(last, pieces, lines.slice(i + 1, i + LONGEST_REST))
    if (last && more && !started[0]?.columns.length) items.push(continued(items.pop()!, pieces, more))
    else if (started.length > 0) items.push(...started)
    else if (last && !isApart) last.answer.push(pieces)
    isApart = false
  }
  return items
}

/** The pieces of a line, a number with what it stands before. */
function piecesOf(line: GridLine): readonly (readonly Word[])[] {
  const pieces = segmentsOf(line).map(({ words }) => words)
  const isNumber =
    pieces[0] !== undefined && /^(?:(?:item|column|col\.?) )?\(?\d{1,2}[AB]?[.):]*$/i.test(textOf(pieces[0]))
  return isNumber && pieces.length > 1 && afterNumber(pieces[0]!).skipped > 0
    ? [[...pieces[0]!, ...pieces[1]!], ...pieces.slice(2)]
    : pieces
}

/** A label goes on over so many lines. */
const LONGEST_REST = 4

/**
 * How many words of a line go on with a label that has no answer yet: up to a colon, or a piece of headings' words with
 * an answer behind it, or a whole line of them that goes on to a colon below.
 */
function labelLength(
  { label, answer }: Item,
  pieces: readonly (readonly Word[])[],
  below: readonly GridLine[],
): number {
  if (answer.length > 0 || label.at(-1)?.text.endsWith(':')) return 0
  const words = pieces.flat()
  const colon = words.slice(0, LONGEST_LABEL).findIndex((word) => word.text.endsWith(':'))
  if (colon >= 0) return words.slice(0, colon + 1).every(isHeadingWord) ? colon + 1 : 0
  if (label.length < 2 || !pieces[0]!.every(isHeadingWord)) return 0
  return pieces.length > 1 || goesOnToColon(below) ? pieces[0]!.length : 0
}

/** Whether lines go on with a heading's words, none numbered, to a colon. */
function goesOnToColon(lines: readonly GridLine[]): boolean {
  for (const { words } of lines) {
    const colon = colonOf(words)
    const label = colon < 0 ? words : words.slice(0, colon + 1)
    if (label.length === 0 || afterNumber(words).skipped > 0 || !label.every(isHeadingWord)) return false
    if (colon >= 0) return true
  }
  return false
}

function continued(item: Item, pieces: readonly (readonly Word[])[], count: number): Item {
  const behind = piecesBehind(pieces, count)
  return {
    ...item,
    isLabelled: true,
    label: [...item.label, ...pieces.flat().slice(0, count)],
    answer: behind.length > 0 ? [behind] : [],
  }
}

/** A line's pieces without its first words. */
function piecesBehind(pieces: readonly (readonly Word[])[], count: number): readonly (readonly Word[])[] {
  let left = count
  return pieces.flatMap((piece) => {
    const rest = piece.slice(left)
    left = Math.max(0, left - piece.length)
    return rest.length > 0 ? [rest] : []
  })
}

/** The items of one line: `Amount: 500   (A) or (D): D   Price: $4` has three. */
function itemsOn(
  pieces: readonly (readonly Word[])[],
  set: ColumnSet,
  above: Pick<Item, 'columns'> | undefined,
): Item[] {
  const words = pieces.flat()
  const starts: { readonly at: number; readonly item: Omit<Item, 'answer'> }[] = []
  for (let i = 0; i < words.length; i++) {
    const last = starts.at(-1)?.item ?? above
    const item =
      i === 0 ? firstItem(pieces, set, last) : starts.length > 0 ? colonItem(words.slice(i), set, last) : undefined
    if (!item) continue
    starts.push({ at: i, item })
    i += item.label.length - 1
  }
  return starts.map(({ at, item }, k) => {
    const to = starts[k + 1]?.at ?? words.length
    const own = new Set(words.slice(at + item.label.length, to))
    const answer = pieces.map((piece) => piece.filter((word) => own.has(word))).filter((piece) => piece.length > 0)
    return { ...item, answer: answer.length > 0 ? [answer] : [] }
  })
}

/** The item that a line begins with: a number, a label with a colon, or a label with a gap behind it. */
function firstItem(
  pieces: readonly (readonly Word[])[],
  set: ColumnSet,
  above: Pick<Item, 'columns'> | undefined,
): Omit<Item, 'answer'> | undefined {
  const words = pieces.flat()
  const { number, skipped } = afterNumber(words)
  const glued = skipped === 0 ? withoutGluedNumber(words[0]!) : undefined
  const printed = number ?? glued?.number
  const rest = glued?.number ? [glued.word, ...words.slice(1)] : words.slice(skipped)
  const first = pieces[0]!.length - skipped
  const some = printed === undefined ? set : set.filter((column) => isOfNumber(column, printed))
  if (some.length === 0) return undefined
  const isNumbered = printed !== undefined
  const closed = withColon(rest, some, above)
  const label =
    closed ??
    (pieces.length > 1 ? withGap(rest.slice(0, first), some, above) : undefined) ??
    (isNumbered ? withNumber(rest, first, some) : undefined) ??
    unknownLabel(rest)
  const isPlain = isNumbered || closed !== undefined
  if (label) return { columns: label.columns, isPlain, isLabelled: true, label: words.slice(0, skipped + label.count) }
  return isNumbered && skipped > 0
    ? { columns: some, isPlain, isLabelled: false, label: words.slice(0, skipped) }
    : undefined
}

function isOfNumber(column: KnownColumn, printed: string): boolean {
  return column.number === printed
}

function colonItem(
  words: readonly Word[],
  set: ColumnSet,
  above: Pick<Item, 'columns'> | undefined,
): Omit<Item, 'answer'> | undefined {
  const label = withColon(words, set, above)
  return label && { columns: label.columns, isPlain: true, isLabelled: true, label: words.slice(0, label.count) }
}

interface Label {
  readonly columns: readonly KnownColumn[]
  readonly count: number
}

function colonOf(words: readonly Word[]): number {
  return words.slice(0, LONGEST_LABEL).findIndex((word) => /:$|^\.{2,}$/.test(word.text))
}

/** `Price of Derivative Security:`; behind `Ownership Form:` the label may go on. */
function withColon(
  words: readonly Word[],
  set: ColumnSet,
  above: Pick<Item, 'columns'> | undefined,
): Label | undefined {
  const colon = colonOf(words)
  const label = colon < 0 ? undefined : byLikeness(words.slice(0, colon + 1), set, above)
  if (!label) return undefined
  const choice = CHOICE.exec(textOf(words.slice(label.count)))?.[0].trim()
  return choice ? { ...label, count: label.count + choice.split(' ').length } : label
}

/** The form's own choice of answers, not one of them. */
const CHOICE = /^direct ?\(D\) or(?: indirect ?\(I\):?)?(?= |$)/i

/** `Transaction Date          12/20/96`. */
function withGap(words: readonly Word[], set: ColumnSet, above: Pick<Item, 'columns'> | undefined): Label | undefined {
  return words.length > 0 && words.every(isHeadingWord) ? byLikeness(words, set, above) : undefined
}

/**
 * Behind a number: as much of its label as there is, to the colon where one closes it; or words of headings up to a colon
 * or gap, unless they are an answer.
 */
function withNumber(words: readonly Word[], first: number, set: ColumnSet): Label | undefined {
  const runs = set.flatMap((column) =>
    column.headings.map((heading) => ({ column, heading, ...labelRun(words, heading) })),
  )
  const longest = runs.toSorted((a, b) => b.count - a.count)[0]
  const colon = colonOf(words)
  const closed = words.slice(0, colon + 1).every(isHeadingWord) ? colon + 1 : 0
  if (longest && longest.count > 0 && longest.at >= LEAST_LABEL * longest.heading.length)
    return { columns: [longest.column], count: Math.max(longest.count, closed) }
  if (closed > 0) return { columns: set, count: closed }
  const lead = words.slice(0, first)
  const isAnswer = set.some(({ key }) => key !== 'securityTitle' && fit(key, textOf(lead)) === 1)
  return lead.length > 0 && !isAnswer && lead.every(isHeadingWord) ? { columns: set, count: first } : undefined
}

/** A label in a heading's words that is none we know: what stands behind it is nobody else's answer. */
function unknownLabel(words: readonly Word[]): Label | undefined {
  const colon = colonOf(words)
  return colon >= 0 && words.slice(0, colon + 1).every(isHeadingWord) ? { columns: [], count: colon + 1 } : undefined
}

/** The column whose heading a label is like, the next one below the item above where two are alike. */
function byLikeness(
  words: readonly Word[],
  set: ColumnSet,
  above: Pick<Item, 'columns'> | undefined,
): Label | undefined {
  const text = textOf(words)
  const shared = sharedHeading(text, set)
  if (shared) return { columns: shared, count: words.length }
  const best = set
    .map((column) => ({ column, like: bestLikeness(column, text) }))
    .toSorted((a, b) => b.like - a.like || nearness(a.column, above, set) - nearness(b.column, above, set))[0]
  if (!best || best.like < LEAST_LIKE || bestLikeness(best.column, textOf(words.slice(1))) > best.like) return undefined
  return { columns: [best.column], count: words.length }
}

function bestLikeness({ headings, lowest }: KnownColumn, text: string): number {
  return Math.max(...[...headings, ...lowest].map((one) => likeness(one, text)))
}

/** How far behind the item above a column stands: `Amount` after column 6 is that of column 7. */
function nearness(column: KnownColumn, above: Pick<Item, 'columns'> | undefined, set: ColumnSet): number {
  const from = above?.columns[0] ? set.indexOf(above.columns.at(-1)!) : -1
  const apart = set.indexOf(column) - from
  return apart > 0 ? apart : 100 + apart
}

/** Headings that stand over several columns. */
const SHARED: readonly (readonly [string, readonly ColumnKey[]])[] = [
  ['Securities Acquired (A) or Disposed of (D)', ['amount', 'acquiredOrDisposed', 'price']],
  ['Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)', ['amount', 'acquiredOrDisposed', 'price']],
  ['Number of Derivative Securities Acquired (A) or Disposed of (D)', ['amount', 'acquiredOrDisposed']],
  ['Date Exercisable and Expiration Date', ['exerciseDate', 'expirationDate']],
  ['Date Exercisable and Expiration Date (Month/Day/Year)', ['exerciseDate', 'expirationDate']],
  ['Title and Amount of Underlying Securities', ['underlyingTitle', 'underlyingAmount']],
  ['Title and Amount of Securities Underlying Derivative Security', ['underlyingTitle', 'underlyingAmount']],
]

function sharedHeading(text: string, set: ColumnSet): readonly KnownColumn[] | undefined {
  const found = SHARED.find(([heading]) => likeness(heading, text) >= 0.85)
  const columns = found && set.filter(({ key }) => found[1].includes(key))
  return columns && columns.length > 0 ? columns : undefined
}

import type { ColumnKey } from '@section16/core/facts'
import type { PaperCell, PaperRow } from '../../form/paperForm.ts'
import { folded, likeness } from '../../labels/likeness.ts'
import type { Word } from '../../page/page.ts'
import type { GridLine } from '../text/grid.ts'
import { afterNumber, labelRun, withoutGluedNumber } from '../text/label.ts'
import { isPrint } from '../text/print.ts'
import { segmentsOf } from '../text/segments.ts'
import { doubted, textOf } from '../text/words.ts'
import type { ColumnSet, KnownColumn } from './columnKeys.ts'
import { columnNumbers, isHeadingWord } from './heading.ts'
import { withoutMarks } from './marks.ts'
import { fit } from './shapes.ts'
import { split } from './split.ts'

export interface ListRows {
  readonly rows: readonly PaperRow[]
  readonly print: readonly Word[]
}

/** An item of a list: its number or label, and the words that answer it, by line. */
interface Item {
  readonly columns: readonly KnownColumn[]
  readonly isLabelled: boolean
  readonly label: readonly Word[]
  readonly answer: (readonly Word[])[]
}

const LEAST_ITEMS = 3
/** Share of a label that must be there. */
const LEAST_LABEL = 0.5
const LEAST_LIKE = 0.8
const UNLABELLED = 0.7

/** The answer's words without the line's own label, in one row after another. */
type Row = Partial<Record<ColumnKey, PaperCell>>

/**
 * Rows typed as lists, an item a line: `1. Title of Security: Common Stock`, `Column 3: S`, `Price: $4.50`. A row ends
 * where an item comes again. `undefined` where the lines are no such list.
 */
export function readList(
  lines: readonly GridLine[],
  set: ColumnSet,
  footnotes: ReadonlySet<string>,
): ListRows | undefined {
  if (lines.some((line) => columnNumbers(line).length > 1)) return undefined
  const items = itemsOf(lines, set)
  const numbered = items.filter(({ label }) => afterNumber(label).number !== undefined || isGlued(label))
  const isList = Math.max(numbered.length, items.filter(({ isLabelled }) => isLabelled).length) >= LEAST_ITEMS
  if (!isList) return undefined
  const rows: Row[] = []
  for (const item of items) {
    const cells = cellsOf(item, footnotes)
    const row = rows.at(-1)
    const isNext = !row || Object.keys(cells).some((key) => key in row) || begins(item, row)
    if (Object.keys(cells).length === 0) continue
    if (isNext) rows.push({ ...cells })
    else Object.assign(row, cells)
  }
  return {
    rows: rows.filter((row) => Object.values(row).some((cell) => /\w/.test(cell.text))),
    print: items.flatMap(({ label }) => label),
  }
}

function begins({ columns, answer }: Item, row: Row): boolean {
  return columns[0]?.key === 'securityTitle' && answer.length > 0 && Object.keys(row).length > 0
}

function isGlued(label: readonly Word[]): boolean {
  return label[0] !== undefined && withoutGluedNumber(label[0]).number !== undefined
}

function itemsOf(lines: readonly GridLine[], set: ColumnSet): readonly Item[] {
  const items: Item[] = []
  let isApart = false
  for (const line of lines) {
    if (line.isRule || line.words.length === 0) {
      isApart = true
      continue
    }
    const words = segmentsOf(line).flatMap((segment) => segment.words)
    if (words.length === 0 || isPrint(words)) continue
    const last = items.at(-1)
    const started = itemsOn(words, set, last)
    if (started.length > 0) items.push(...started)
    else if (last && goesOn(last, words)) items.push(continued(items.pop()!, words))
    else if (last && !isApart) last.answer.push(words)
    isApart = false
  }
  return items
}

/** Whether a line goes on with a label that has no answer yet: up to a colon only words of headings. */
function goesOn({ label, answer }: Item, words: readonly Word[]): boolean {
  const colon = words.findIndex((word) => word.text.endsWith(':'))
  const isOpen = answer.length === 0 && !label.at(-1)!.text.endsWith(':')
  return isOpen && colon >= 0 && words.slice(0, colon + 1).every(isHeadingWord)
}

function continued(item: Item, words: readonly Word[]): Item {
  const colon = words.findIndex((word) => word.text.endsWith(':'))
  const behind = words.slice(colon + 1)
  return {
    ...item,
    isLabelled: true,
    label: [...item.label, ...words.slice(0, colon + 1)],
    answer: behind.length > 0 ? [behind] : [],
  }
}

/** The items of one line: `Amount: 500   (A) or (D): D   Price: $4` has three. */
function itemsOn(words: readonly Word[], set: ColumnSet, above: Item | undefined): Item[] {
  const items: Item[] = []
  let from = 0
  for (let i = 0; i < words.length; i++) {
    const found = itemAt(words.slice(i), set, items.at(-1) ?? above, i === 0)
    if (!found) continue
    if (i > 0 && items.length === 0) return []
    if (i > 0) items.at(-1)!.answer.splice(0, 1, words.slice(from, i))
    from = i + found.label.length
    items.push({ ...found, answer: [words.slice(from)] })
    i = from - 1
  }
  return items.map((item) => ({ ...item, answer: item.answer.filter((line) => line.length > 0) }))
}

function itemAt(
  words: readonly Word[],
  set: ColumnSet,
  above: Item | undefined,
  isFirst: boolean,
): Omit<Item, 'answer'> | undefined {
  const { number, skipped } = afterNumber(words)
  const glued = words[0] ? withoutGluedNumber(words[0]) : undefined
  const rest = skipped > 0 ? words.slice(skipped) : glued?.number ? [glued.word, ...words.slice(1)] : words
  const printed = number ?? glued?.number
  const some = printed
    ? set.filter((column) => Number.parseInt(column.number, 10) === Number.parseInt(printed, 10))
    : set
  const label = labelled(rest, some, above, printed !== undefined)
  if (label) return { columns: label.columns, isLabelled: true, label: words.slice(0, skipped + label.count) }
  if (!isFirst || skipped === 0 || !printed) return undefined
  const own = set.filter((column) => column.number === printed)
  return own.length > 0 ? { columns: own, isLabelled: false, label: words.slice(0, skipped) } : undefined
}

/** Known columns whose heading the words begin with: closed by a colon or dots, or behind a number. */
function labelled(
  words: readonly Word[],
  set: ColumnSet,
  above: Item | undefined,
  isNumbered: boolean,
): { readonly columns: readonly KnownColumn[]; readonly count: number } | undefined {
  const colon = words.slice(0, 16).findIndex((word) => /[:]$|^\.{2,}$/.test(word.text))
  if (colon >= 0) {
    const text = textOf(words.slice(0, colon + 1))
    const shared = sharedHeading(text, set)
    if (shared) return { columns: shared, count: colon + 1 }
    const best = set
      .map((column) => ({
        column,
        like: Math.max(...[...column.headings, ...column.lowest].map((one) => likeness(one, text))),
      }))
      .toSorted((a, b) => b.like - a.like || nearness(a.column, above, set) - nearness(b.column, above, set))[0]
    if (best && best.like >= LEAST_LIKE && !isBetterWithoutFirst(best, words.slice(0, colon + 1)))
      return { columns: [best.column], count: colon + 1 }
  }
  if (!isNumbered) return undefined
  const runs = set.flatMap((column) =>
    column.headings.map((heading) => ({ column, heading, ...labelRun(words, heading) })),
  )
  const longest = runs.toSorted((a, b) => b.count - a.count)[0]
  return longest && longest.count > 0 && longest.at >= LEAST_LABEL * longest.heading.length
    ? { columns: [longest.column], count: longest.count }
    : undefined
}

/** Whether the words are a label from their second on: the first is the answer before. */
function isBetterWithoutFirst(best: { column: KnownColumn; like: number }, words: readonly Word[]): boolean {
  const text = textOf(words.slice(1))
  return [...best.column.headings, ...best.column.lowest].some((one) => likeness(one, text) > best.like)
}

/** How far behind the item above a column stands: `Amount` after column 6 is that of column 7. */
function nearness(column: KnownColumn, above: Item | undefined, set: ColumnSet): number {
  const from = above ? set.indexOf(above.columns.at(-1)!) : -1
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
  const found = SHARED.find(([heading]) => likeness(heading, folded(text)) >= 0.85 || likeness(heading, text) >= 0.85)
  const columns = found && set.filter(({ key }) => found[1].includes(key))
  return columns && columns.length > 0 ? columns : undefined
}

function cellsOf({ columns, isLabelled, answer }: Item, footnotes: ReadonlySet<string>): Row {
  const words = answer.flat()
  if (words.length === 0) return {}
  const keys = columns.map(({ key }) => key)
  if (keys.length === 1) return one(keys[0]!, answer, isLabelled, footnotes)
  const fallen = split(keys, words)
  if (!fallen) return {}
  const entries = Object.entries(fallen).map(([key, own]) => one(key as ColumnKey, [own], false, footnotes))
  return Object.assign({}, ...entries)
}

function one(
  key: ColumnKey,
  answer: readonly (readonly Word[])[],
  isLabelled: boolean,
  footnotes: ReadonlySet<string>,
): Row {
  const lines = answer.map(textOf)
  const { text, marks } = withoutMarks(key, lines.join(' '), footnotes)
  const isDoubtful = !isLabelled || fit(key, text) < 0
  if (!isLabelled && fit(key, text) < 0) return {}
  const words = answer.flat()
  return { [key]: { text, lines, marks, words: isDoubtful ? doubted(words, UNLABELLED) : words } }
}

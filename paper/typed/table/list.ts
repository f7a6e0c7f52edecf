import type { ColumnKey } from '@section16/core/facts'
import type { PaperCell, PaperRow } from '../../form/paperForm.ts'
import type { Word } from '../../page/page.ts'
import type { GridLine } from '../text/grid.ts'
import { overlap } from '../text/segments.ts'
import { doubted, textOf } from '../text/words.ts'
import type { Column } from './borders.ts'
import type { ColumnSet } from './columnKeys.ts'
import { columnNumbers } from './heading.ts'
import { type Item, itemsOf } from './listItems.ts'
import { withoutMarks } from './marks.ts'
import { saysNothing } from './rows.ts'
import { fit, SCALARS } from './shapes.ts'
import { split } from './split.ts'

export interface ListRows {
  readonly rows: readonly PaperRow[]
  readonly print: readonly Word[]
}

const LEAST_ITEMS = 3
const UNLABELLED = 0.7
/** Items of a list begin within so many columns. */
const INDENTED = 10

type Row = Partial<Record<ColumnKey, PaperCell>>

/**
 * Rows typed as lists, an item a line: `1. Title of Security: Common Stock`, `Column 3: S`, `Price: $4.50`. A row ends
 * where an item comes again. Where items have several answers side by side, each is of a row of its own. `undefined`
 * where the lines are no such list.
 */
export function readList(
  lines: readonly GridLine[],
  set: ColumnSet,
  footnotes: ReadonlySet<string>,
): ListRows | undefined {
  if (lines.some((line) => columnNumbers(line).length > 1)) return undefined
  const items = itemsOf(lines, set)
  if (!isList(items)) return undefined
  const rows = sideBySide(items, footnotes) ?? oneBelowTheOther(items, footnotes)
  return {
    rows: rows.filter((row) => Object.values(row).some((cell) => /\w/.test(cell.text)) && !saysNothing(row)),
    print: items.flatMap(({ label }) => label),
  }
}

/** Whether enough items are plain, one below the other: the numbers of a heading's columns stand side by side. */
function isList(items: readonly Item[]): boolean {
  const lefts = items.filter(({ isPlain }) => isPlain).map(({ label }) => label[0]!.place.left)
  const least = Math.min(...lefts)
  return lefts.filter((left) => left - least <= INDENTED).length >= LEAST_ITEMS
}

function oneBelowTheOther(items: readonly Item[], footnotes: ReadonlySet<string>): readonly Row[] {
  const rows: Row[] = []
  for (const item of items) {
    const cells = cellsOf(
      item,
      item.answer.map((pieces) => pieces.flat()),
      footnotes,
    )
    const row = rows.at(-1)
    if (Object.keys(cells).length === 0) continue
    if (!row || Object.keys(cells).some((key) => key in row) || 'securityTitle' in cells) rows.push({ ...cells })
    else Object.assign(row, cells)
  }
  return rows
}

/** Answers in columns, a column a row: two items or more of one key each have several pieces, none over two columns. */
function sideBySide(items: readonly Item[], footnotes: ReadonlySet<string>): readonly Row[] | undefined {
  const answers = items.flatMap((item) => item.answer.flatMap((pieces) => pieces.map((words) => ({ item, words }))))
  const several = items.filter((item) => item.columns.length === 1 && (item.answer[0]?.length ?? 0) > 1)
  if (several.length < 2) return undefined
  const columns = columnsOver(several.flatMap(({ answer }) => answer[0]!))
  const columnOf = (words: readonly Word[]) =>
    columns.flatMap((column, i) => (overlap(column, spanOf(words)) > 0 ? [i] : []))
  if (answers.some(({ words }) => columnOf(words).length > 1)) return undefined
  return columns.map((_, i) => {
    const own = items.map((item) => {
      const lines = item.answer.map((pieces) => pieces.filter((words) => columnOf(words)[0] === i).flat())
      return cellsOf(
        item,
        lines.filter((words) => words.length > 0),
        footnotes,
      )
    })
    return Object.assign({}, ...own)
  })
}

function spanOf(words: readonly Word[]): Column {
  return { left: words[0]!.place.left, right: words.at(-1)!.place.right }
}

/** The columns that pieces which stand over each other make. */
function columnsOver(pieces: readonly (readonly Word[])[]): readonly Column[] {
  const columns: { left: number; right: number }[] = []
  for (const { left, right } of pieces.map(spanOf).toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last && left < last.right) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

function cellsOf(
  { columns, isLabelled }: Item,
  lines: readonly (readonly Word[])[],
  footnotes: ReadonlySet<string>,
): Row {
  const keys = columns.map(({ key }) => key)
  if (lines.length === 0 || keys.length === 0) return {}
  if (keys.length === 1) return one(keys[0]!, lines, isLabelled, footnotes)
  const fallen = split(keys, lines.flat())
  if (!fallen) return {}
  const entries = Object.entries(fallen).map(([key, own]) => one(key as ColumnKey, [own], false, footnotes))
  return Object.assign({}, ...entries)
}

/** A cell; of a value only as many lines as have its shape. */
function one(
  key: ColumnKey,
  lines: readonly (readonly Word[])[],
  isLabelled: boolean,
  footnotes: ReadonlySet<string>,
): Row {
  const isFirstOnly = SCALARS.has(key) && lines.length > 1 && fit(key, textOf(lines[0]!)) === 1
  const own = isFirstOnly && fit(key, textOf(lines.flat())) < 1 ? lines.slice(0, 1) : lines
  const { text, marks } = withoutMarks(key, textOf(own.flat()), footnotes)
  const shape = fit(key, text)
  if (!isLabelled && shape < 0) return {}
  const words = own.flat()
  const isDoubtful = !isLabelled || shape < 0
  return { [key]: { text, lines: own.map(textOf), marks, words: isDoubtful ? doubted(words, UNLABELLED) : words } }
}

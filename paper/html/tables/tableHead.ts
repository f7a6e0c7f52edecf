import type { FormNumber } from '@section16/core/facts'
import { type Cell, rowsOf, type Table, textOf, tokensIn } from '../page/blocks.ts'
import { titledTable } from '../page/sections.ts'
import { type HeadingKey, headingNumber, type Recognised, recognise } from './columns.ts'

/** Table I or II recognised in a table of the page. */
export interface TableHead {
  readonly which: 'I' | 'II'
  /** By column of the page's table. */
  readonly keys: readonly (HeadingKey | undefined)[]
  /** The first row below the headings. */
  readonly firstRow: number
  /** Title and headings. */
  readonly cells: readonly Cell[]
}

/** Fewer headings than this are no table of the form. */
const LEAST_KEYS = 3
/** Rows above the headings, and rows of headings, where no `thead` says which they are. */
const MOST_ABOVE = 12
const MOST_HEAD_ROWS = 8

interface Candidate {
  readonly which: 'I' | 'II'
  readonly keys: readonly (HeadingKey | undefined)[]
  readonly score: number
  readonly end: number
}

const textIn = (cell: Cell) => textOf(tokensIn(cell.blocks))

/** The headings of a table of the page; `undefined`: it is none of the form's two. `titled` is what stands above it. */
export function readTableHead(
  table: Table,
  titled: 'I' | 'II' | undefined,
  form: FormNumber | undefined,
): TableHead | undefined {
  if (table.columns < LEAST_KEYS) return undefined
  const rows = rowsOf(table).map((row) => row.filter((cell) => tokensIn(cell.blocks).length > 0))
  const full = rows.flatMap((row, i) => (row.length > 0 ? [i] : []))
  const title = full.slice(0, MOST_ABOVE).find((i) => titledTable(textIn(rows[i]![0]!)) !== undefined)
  const named = title === undefined ? titled : titledTable(textIn(rows[title]![0]!))
  const below = full.filter((i) => i > (title ?? -1))
  const best = bestOf(candidates(table, rows, below, named, form, title !== undefined))
  if (!best) return undefined
  const firstRow = best.end + 1
  return { which: best.which, keys: best.keys, firstRow, cells: rows.slice(0, firstRow).flat() }
}

function* candidates(
  table: Table,
  rows: readonly Cell[][],
  full: readonly number[],
  named: 'I' | 'II' | undefined,
  form: FormNumber | undefined,
  isTitled: boolean,
): Generator<Candidate> {
  const heads = full.filter((i) => rows[i]!.some(({ isHead }) => isHead))
  const spans: [start: number, end: number][] = []
  if (heads.length > 0) spans.push([heads[0]!, heads.at(-1)!])
  else {
    for (const [i, start] of full.slice(0, isTitled ? 1 : MOST_ABOVE).entries()) {
      for (const end of full.slice(i, i + MOST_HEAD_ROWS)) spans.push([start, end])
    }
  }
  const recognised = new Map<string, Recognised | undefined>()
  for (const [start, end] of spans) {
    const chains = headingChains(rows.slice(start, end + 1).flat(), table.columns)
    for (const which of named ? [named] : (['I', 'II'] as const)) {
      const found = chains.map((text) => {
        if (text === '') return undefined
        const key = `${which} ${text}`
        if (!recognised.has(key)) recognised.set(key, recognise(text, which, form))
        return recognised.get(key)
      })
      yield { which, end, ...scored(found, chains) }
    }
  }
}

/** Of equal candidates the first, which has the fewest rows. */
function bestOf(all: Iterable<Candidate>): Candidate | undefined {
  let best: Candidate | undefined
  for (const each of all) {
    if (new Set(each.keys.filter((key) => key !== undefined)).size < LEAST_KEYS) continue
    if (!best || each.score > best.score + 1e-9) best = each
  }
  return best
}

/** One column's headings from the top, a number in a cell of its own to the left among them. */
function headingChains(cells: readonly Cell[], columns: number): string[] {
  const chains: string[] = Array.from({ length: columns }, () => '')
  const isNumber = (text: string) => text.length < 6 && headingNumber(text) !== undefined
  const texts = cells.map((cell) => ({ cell, text: textIn(cell) }))
  const numberAt = new Map(
    texts.flatMap(({ cell, text }) =>
      isNumber(text) ? [[`${cell.row} ${cell.column + cell.columns}`, text] as const] : [],
    ),
  )
  for (const { cell, text } of texts.sort((a, b) => a.cell.row - b.cell.row)) {
    if (isNumber(text)) continue
    const number = numberAt.get(`${cell.row} ${cell.column}`)
    for (let i = cell.column; i < cell.column + cell.columns; i++) {
      if (chains[i] === '' && number !== undefined) chains[i] = `${number} ${text}`
      else chains[i] = chains[i] === '' ? text : `${chains[i]} ${text}`
    }
  }
  return chains
}

/** A key goes to the heading most like it; columns without a heading go with the one to their left, numbers right. */
function scored(
  found: readonly (Recognised | undefined)[],
  chains: readonly string[],
): Pick<Candidate, 'keys' | 'score'> {
  const best = new Map<HeadingKey, { alike: number; chain: string }>()
  for (const [i, each] of found.entries()) {
    const known = each && best.get(each.key)
    if (each && (!known || each.alike > known.alike)) best.set(each.key, { alike: each.alike, chain: chains[i]! })
  }
  const own = found.map((each, i) => (each && best.get(each.key)?.chain === chains[i] ? each.key : undefined))
  const keys = own.map((key, i) => (chains[i] === '' ? (own[i - 1] ?? own[i + 1]) : key))
  return { keys, score: [...best.values()].reduce((sum, { alike }) => sum + alike, 0) }
}

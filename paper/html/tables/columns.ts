import { type ColumnKey, type FormNumber, formTables } from '@section16/core/facts'
import type { PrintedKey } from '@section16/core/render'
import {
  columnGroups,
  columnLabels,
  extraTitles,
  type GroupName,
  type TableName,
  wordingsOf,
} from '../../labels/columnLabels.ts'
import { folded, likeness } from '../../labels/likeness.ts'
import { PLAIN, textsOf } from '../../labels/wording.ts'

/**
 * What a heading says of its column: a key; `dates` or `underlying` where one column holds what the form has two for.
 * `transactionValue` stands on pages of ours only.
 */
export type HeadingKey = PrintedKey | Extract<GroupName, 'dates' | 'underlying'>

export interface Heading {
  readonly key: HeadingKey
  readonly text: string
  /** `2A`, where an edition numbers it so. */
  readonly numbers: ReadonlySet<string>
}

/** What a column is that has the heading of a group and none of its own. */
const ALONE: Readonly<Record<GroupName, HeadingKey>> = {
  transactionCode: 'code',
  securities: 'amount',
  derivativeSecurities: 'amount',
  dates: 'dates',
  underlying: 'underlying',
}

/** Brackets that say how to fill in, not what: they differ from edition to edition. */
const INSTRUCTIONS = /\((?:instr|month|voluntary|check)[^)]*\)|\b(?:if any)\b/gi

/** A heading without number and instructions, its letters folded. */
export function bareHeading(text: string): string {
  return folded(text.replace(INSTRUCTIONS, ' ').replace(/^\s*1?\d[A-Ea-e]?\s*[.:)]\s*/, ''))
}

/** `2A` of `2A. Deemed Execution Date`. */
export function headingNumber(text: string): string | undefined {
  return /^\s*\(?(1?\d[A-Ea-e]?)\s*[.:)]/.exec(text)?.[1]?.toUpperCase()
}

const headings: Readonly<Record<TableName, readonly Heading[]>> = { I: headingsOf('I'), II: headingsOf('II') }

function headingsOf(table: TableName): Heading[] {
  const numbers = numbersIn(table)
  const texts = new Map([...headingsIn(table)].map(([key, text]) => [bareHeading(text), key]))
  return [...texts].map(([text, key]) => ({ key, text, numbers: numbers.get(key) ?? new Set() }))
}

/** The numbers of a column on the three forms. */
function numbersIn(table: TableName): ReadonlyMap<HeadingKey, ReadonlySet<string>> {
  const columns = Object.values(formTables).flatMap((tables) => tables[table].columns)
  const of = (key: HeadingKey) => new Set(columns.flatMap((column) => (column.key === key ? column.number : [])))
  const keys = new Map<HeadingKey, ReadonlySet<string>>(columns.map(({ key }) => [key, of(key)]))
  // A page that has one column for what Table II parts into acquired and disposed.
  if (!keys.has('amount')) keys.set('amount', of('acquired'))
  return keys.set('dates', of('exerciseDate')).set('underlying', of('underlyingTitle'))
}

/** Headings as they may stand over a column of a table: its own, that of its group, or both; of two alike the last. */
function* headingsIn(table: TableName): Generator<[HeadingKey, string]> {
  // A column that a form does not have, for which pages of ours have one where a filing needs it.
  const isOnAll = (key: PrintedKey) =>
    Object.values(formTables).every((tables) => tables[table].columns.some((column) => column.key === key))
  for (const [key, title] of extraTitles) if (!isOnAll(key)) yield [key, title]
  for (const key of Object.keys(columnLabels) as ColumnKey[]) {
    for (const text of wordingsOf(key, table, PLAIN)) yield [key, text]
  }
  for (const [name, { keys, tables, wordings }] of Object.entries(columnGroups)) {
    if (!tables.includes(table)) continue
    for (const heading of textsOf(wordings, PLAIN)) {
      yield [ALONE[name as GroupName], heading]
      for (const key of keys) for (const text of wordingsOf(key, table, PLAIN)) yield [key, `${heading} ${text}`]
    }
  }
}

/** A heading recognised, and how sure that is, above 1 where the number agrees. */
export interface Recognised {
  readonly key: HeadingKey
  readonly alike: number
}

const ALIKE = 0.72

/** The column of a heading's text (all rows of it from the top): its wording first, its number where that helps. */
export function recognise(text: string, table: TableName, form: FormNumber | undefined): Recognised | undefined {
  const bare = bareHeading(text)
  const number = headingNumber(text)
  let best: Recognised | undefined
  for (const heading of headings[table]) {
    const agrees = number !== undefined && numbersOf(heading, table, form).has(number)
    // Nothing can be more like it: nearly all pages print core's words.
    if (bare === heading.text && (agrees || number === undefined)) return { key: heading.key, alike: agrees ? 1.15 : 1 }
    const [shorter, longer] = [bare.length, heading.text.length].sort((a, b) => a - b) as [number, number]
    if (shorter < longer * ALIKE) continue
    const alike = likeness(bare, heading.text)
    if (alike < ALIKE) continue
    const score = alike + (agrees ? 0.15 : 0)
    if (!best || score > best.alike) best = { key: heading.key, alike: score }
  }
  return best
}

function numbersOf({ key, numbers }: Heading, table: TableName, form: FormNumber | undefined): ReadonlySet<string> {
  const first = key === 'dates' ? 'exerciseDate' : key === 'underlying' ? 'underlyingTitle' : key
  const own = form && formTables[form][table].columns.find((column) => column.key === first)?.number
  return own === undefined ? numbers : new Set([own])
}

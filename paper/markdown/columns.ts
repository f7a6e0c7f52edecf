import type { ColumnKey } from '@section16/core/facts'
import { folded, likeness } from '../labels/likeness.ts'
import { hasDateShape } from './cells.ts'
import type { ColumnLabel } from './tableLabels.ts'

/** A column of the text's table: what its heading says, line by line, and what stands in it. */
export interface TextColumn {
  readonly column: number
  readonly heading: readonly string[]
  readonly values: readonly string[]
}

/** Less than this is no likeness at all. */
const LEAST = 0.3

/** What the shape of the values adds at most to the likeness of the headings. */
const SHAPE = 0.6

/**
 * Which column of the text is which of the form: the assignment, in the order of both, in which headings and shapes of
 * values agree best. Columns that are only parts of others are left over.
 */
export function assignColumns(
  columns: readonly TextColumn[],
  labels: readonly ColumnLabel[],
): Map<number, AssignedColumn> {
  const alike = labels.map((label) => columns.map((column) => alikeOf(column, label)))
  const scores = labels.map(({ key }, i) =>
    columns.map(({ values }, j) =>
      alike[i]![j] === 0 && NEEDS_HEADING[key] ? 0 : alike[i]![j]! + SHAPE * shapeOf(key, values),
    ),
  )
  const best = labels.map(() => columns.map(() => 0))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = labels.length - 1; i >= 0; i--) {
    for (let j = columns.length - 1; j >= 0; j--) {
      const score = scores[i]![j]!
      const taken = score < LEAST ? 0 : score + at(i + 1, j + 1)
      best[i]![j] = Math.max(taken, at(i + 1, j), at(i, j + 1))
    }
  }
  const keys = traced(columns, labels, scores, at)
  return new Map(
    [...keys].map(([i, j]) => [columns[j]!.column, { key: labels[i]!.key, isSure: alike[i]![j]! >= SURE }]),
  )
}

/** A column of the form, and whether its heading says so, or only what stands in it. */
export interface AssignedColumn {
  readonly key: ColumnKey
  readonly isSure: boolean
}

/** A heading that is so much like a label is the label. */
const SURE = 0.5

/** Columns that old forms do not have: without a word of their heading they are not there. */
const NEEDS_HEADING: Partial<Record<ColumnKey, RegExp>> = { deemedExecutionDate: /deem|execut|\b[23]a\b/i }

function traced(
  columns: readonly unknown[],
  labels: readonly unknown[],
  scores: readonly (readonly number[])[],
  at: (i: number, j: number) => number,
): Map<number, number> {
  const keys = new Map<number, number>()
  for (let i = 0, j = 0; i < labels.length && j < columns.length; ) {
    const score = scores[i]![j]!
    if (score >= LEAST && at(i, j) === score + at(i + 1, j + 1)) keys.set(i++, j++)
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return keys
}

/** How much a heading is like a label; 0 where the column needs a word that it does not have. */
function alikeOf({ heading }: TextColumn, { key, texts }: ColumnLabel): number {
  const said = [heading.join(' '), ...heading]
  if (NEEDS_HEADING[key]?.test(said[0]!) === false) return 0
  return Math.max(0, ...said.flatMap((one) => texts.map((text) => likenessOf(one, text))))
}

/** A part of a label counts as much of it as it is: headings are cut apart. */
function likenessOf(said: string, text: string): number {
  const [one, other] = [folded(said), folded(text)]
  if (one === '' || other === '') return 0
  const isPart = one.length > 5 && other.includes(one)
  return Math.max(likeness(said, text), isPart ? one.length / other.length : 0)
}

/** From -1 to 1: how well the values of a column are of the shape that a key's are. */
function shapeOf(key: ColumnKey, values: readonly string[]): number {
  const said = values.filter((value) => value !== '' && !/^[-\u2010-\u2015]+$/.test(value))
  if (said.length === 0) return 0
  const fit = said.filter((value) => SHAPES[key](value)).length
  return (2 * fit) / said.length - 1
}

const isNumber = (text: string) =>
  /^\(?\$?\s?[\dOolIS][\dOolIS.,/ ]*\)?$/.test(text.replace(/\s*\([\da-z*]\)$/, '')) && !hasDateShape(text)
const isWord = (text: string) => /\p{L}{3}/u.test(text) && !hasDateShape(text)
const isLetter = (text: string) => /^\(?\p{L}\)?(?:\/K)?\d?(?:\s*\(\w\))?$/u.test(text)
const isDay = (text: string) => hasDateShape(text)

const SHAPES: Readonly<Record<ColumnKey, (text: string) => boolean>> = {
  securityTitle: isWord,
  conversionOrExercisePrice: isNumber,
  transactionDate: isDay,
  deemedExecutionDate: isDay,
  code: isLetter,
  voluntary: (text) => /^v$/i.test(text),
  amount: isNumber,
  acquired: isNumber,
  disposed: isNumber,
  acquiredOrDisposed: (text) => /^\(?[AD]\)?$/i.test(text),
  exerciseDate: isDay,
  expirationDate: isDay,
  underlyingTitle: isWord,
  underlyingAmount: isNumber,
  price: isNumber,
  owned: isNumber,
  directOrIndirect: (text) => /^\(?[DIl1|]\)?(?:\s*\(\w\))?$/i.test(text),
  natureOfOwnership: isWord,
}

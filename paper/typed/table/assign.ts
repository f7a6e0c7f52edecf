import type { ColumnKey } from '@section16/core/facts'
import { folded, likeness } from '../../labels/likeness.ts'
import type { GridLine } from '../text/grid.ts'
import { isRuleWord } from '../text/grid.ts'
import { overlap } from '../text/segments.ts'
import { textOf } from '../text/words.ts'
import type { Column, Columns } from './borders.ts'
import type { ColumnSet, KnownColumn } from './columnKeys.ts'
import { type ColumnNumber, columnNumbers } from './heading.ts'
import { fit } from './shapes.ts'
import { splitKeys } from './split.ts'

/** Which of the form's columns a typed column is; several where one holds the answers of several. */
export interface Assignment {
  /** By typed column; `undefined` where it is not plain. */
  readonly keys: readonly (readonly ColumnKey[] | undefined)[]
  /** By typed column: 1 where heading or number says so, less where only the shape of its answers does. */
  readonly certainty: readonly number[]
  readonly score: number
}

/** What speaks for a typed column being each of the known ones. */
interface Evidence {
  readonly texts: readonly string[]
  readonly number: string | undefined
  /** Folded, from top to bottom. */
  readonly heading: readonly string[]
}

const BY_NUMBER = 3
const BY_HEADING = 2
const BY_LOWEST = 1
const BY_SHAPE = 2
const WRONG_SHAPE = 3
const WRONG_NUMBER = 3
/** A heading less like than this says nothing. */
const LEAST_LIKE = 0.6
/** Letters by which a shortened heading is known. */
const LEAST_HEADING = 10
/** One column for several answers is the rarer case. */
const MERGED = 1
const SURE = 1
const BY_SHAPE_ONLY = 0.7

/** Groups of columns that typists run together. */
const GROUPS: readonly (readonly ColumnKey[])[] = [
  ['code', 'voluntary'],
  ['amount', 'acquiredOrDisposed'],
  ['amount', 'acquiredOrDisposed', 'price'],
  ['acquiredOrDisposed', 'price'],
  ['exerciseDate', 'expirationDate'],
  ['underlyingTitle', 'underlyingAmount'],
  ['owned', 'directOrIndirect'],
  ['transactionDate', 'code'],
]

/**
 * Gives typed columns their keys, left to right as the form has them, by the numbers and words of the headings over
 * them and the shape of what stands in them: the best sum over all ways that keep the order.
 */
export function assign(columns: Columns, heading: readonly GridLine[], set: ColumnSet): Assignment {
  const evidence = evidenceOf(columns, heading)
  const memo = new Map<string, Assignment>()
  const best = (i: number, j: number): Assignment => {
    if (i >= evidence.length || j >= set.length) {
      const rest = evidence.slice(i)
      return { keys: rest.map(() => undefined), certainty: rest.map(() => 0), score: 0 }
    }
    const name = `${i}/${j}`
    const known = memo.get(name)
    if (known) return known
    const result = choices(evidence[i]!, set, j)
      .map(({ keys, to, score, certainty }) => after(keys, certainty, score, best(i + (keys === null ? 0 : 1), to)))
      .reduce((a, b) => (b.score > a.score ? b : a))
    memo.set(name, result)
    return result
  }
  return best(0, 0)
}

interface Choice {
  /** `null` passes over a known column, `undefined` leaves the typed one unknown. */
  readonly keys: readonly ColumnKey[] | undefined | null
  readonly to: number
  readonly score: number
  readonly certainty: number
}

function after(keys: Choice['keys'], certainty: number, score: number, rest: Assignment): Assignment {
  if (keys === null) return rest
  return {
    keys: [keys, ...rest.keys],
    certainty: [certainty, ...rest.certainty],
    score: score + rest.score,
  }
}

function choices(evidence: Evidence, set: ColumnSet, j: number): Choice[] {
  const column = set[j]!
  const single = scoreOf(evidence, column)
  const groups = GROUPS.filter((group) => group.every((key, k) => set[j + k]?.key === key)).map((group): Choice => {
    const score = groupScore(evidence, set.slice(j, j + group.length))
    return { keys: group, to: j + group.length, score, certainty: BY_SHAPE_ONLY }
  })
  const all: Choice[] = [
    { keys: null, to: j + 1, score: 0, certainty: 0 },
    { keys: undefined, to: j, score: 0, certainty: 0 },
    { keys: [column.key], to: j + 1, score: single.score, certainty: single.isHeaded ? SURE : BY_SHAPE_ONLY },
    ...groups,
  ]
  return all.filter(({ keys, score }) => !keys || score > 0)
}

function scoreOf({ texts, number, heading }: Evidence, known: KnownColumn): { score: number; isHeaded: boolean } {
  const fits: number[] = texts.map((text) => fit(known.key, text))
  const shape =
    fits.length === 0 ? 0 : fits.reduce((sum, one) => sum + (one < 0 ? -WRONG_SHAPE : one * BY_SHAPE), 0) / fits.length
  const isNothing = texts.length === 0 && heading.length === 0
  const byNumber = number === undefined || isNothing ? 0 : number === known.number ? BY_NUMBER : -WRONG_NUMBER
  const whole = heading.join('')
  const like = Math.max(0, ...known.headings.map((text) => headingLikeness(whole, text)))
  const isLowest = known.lowest.some((text) => [1, 2, 3, 4, 5].some((count) => heading.slice(-count).join('') === text))
  const byHeading = (like >= LEAST_LIKE ? like * BY_HEADING : 0) + (isLowest ? BY_LOWEST : 0)
  return { score: shape + byNumber + byHeading, isHeaded: byNumber + byHeading >= BY_LOWEST }
}

/** The keys that each answer falls apart into; one that does not may be the first line of one that does with the next. */
function fallenApart(keys: readonly ColumnKey[], texts: readonly string[]): (readonly ColumnKey[])[] {
  const found: (readonly ColumnKey[])[] = []
  for (let i = 0; i < texts.length; i++) {
    const own = splitKeys(keys, texts[i]!)
    const both = own.length > 0 || i + 1 === texts.length ? [] : splitKeys(keys, `${texts[i]} ${texts[i + 1]}`)
    found.push(both.length > 0 ? both : own)
    if (both.length > 0) i++
  }
  return found
}

/** A heading cut short counts by as much of it as there is, if that is enough to know it by. */
function headingLikeness(printed: string, known: string): number {
  if (printed.length > known.length / LEAST_LIKE) return 0
  const whole = printed.length < LEAST_LIKE * known.length ? 0 : likeness(printed, known)
  return printed.length < LEAST_HEADING || printed.length >= known.length
    ? whole
    : Math.max(whole, likeness(printed, known.slice(0, printed.length)))
}

/** Several columns in one: every answer must fall apart into theirs. */
function groupScore(evidence: Evidence, group: readonly KnownColumn[]): number {
  const answered = evidence.texts.filter((text) => !/^\W*$/.test(text))
  const keys = group.map(({ key }) => key)
  const found = fallenApart(keys, answered)
  if (found.some((some) => some.length === 0) || new Set(found.flat()).size < keys.length) return 0
  const byNumber = group.some(({ number }) => number === evidence.number) ? BY_NUMBER : 0
  const isOther = evidence.number !== undefined && byNumber === 0
  return isOther ? 0 : group.length * BY_SHAPE + byNumber - MERGED
}

/* Evidence */

function evidenceOf({ columns, lines, isPiped }: Columns, heading: readonly GridLine[]): Evidence[] {
  const numbers = numbersOf(heading)
  return columns.map((column, i) => ({
    texts: lines.flatMap((parts) => parts.filter((part) => part.column === i).map(({ words }) => textOf(words))),
    number: numberOver(column, numbers, isPiped ? 0 : NUMBER_SLACK),
    heading: headingOver(column, columns[i - 1], columns[i + 1], heading),
  }))
}

/** The numbers of the columns from left to right: the line that has most, and what other lines add in order. */
function numbersOf(heading: readonly GridLine[]): readonly ColumnNumber[] {
  const lines = heading.map(columnNumbers).filter((numbers) => isRising(numbers))
  const most = lines.toSorted((a, b) => b.length - a.length)[0] ?? []
  return lines.flat().reduce<readonly ColumnNumber[]>((chain, number) => {
    const longer = [...chain.filter((one) => one !== number), number].toSorted((a, b) => a.left - b.left)
    return isRising(longer) ? longer : chain
  }, most)
}

function isRising(numbers: readonly ColumnNumber[]): boolean {
  const order = ({ number }: ColumnNumber) => Number.parseInt(number, 10) + (/\d[AB]/.test(number) ? 0.5 : 0)
  return numbers.every((one, i) => i === 0 || order(numbers[i - 1]!) < order(one))
}

/** A column may begin so far left of its number, where no pipe parts it from the one before. */
const NUMBER_SLACK = 2

/** The number whose zone (from it to the next one) holds the middle of a column. */
function numberOver(column: Column, numbers: readonly ColumnNumber[], slack: number): string | undefined {
  const right = Math.min(column.right, column.left + 60)
  const middle = (column.left + right) / 2
  const over = numbers.findLast(({ left }) => left - slack <= middle)
  return numbers.length >= 2 ? (over ?? undefined)?.number : undefined
}

/** No heading has more lines. */
const LONGEST_HEADING = 60

/** The words of the heading over a column, from top to bottom, folded; on a line with none, those beside it. */
function headingOver(
  column: Column,
  before: Column | undefined,
  behind: Column | undefined,
  heading: readonly GridLine[],
): readonly string[] {
  const left = Math.max(before ? Math.ceil((before.right + column.left) / 2) : 0, column.left - 4)
  const right = Math.min(behind ? Math.floor((column.right + behind.left) / 2) : 1000, column.right + 4)
  const words = heading.slice(-LONGEST_HEADING).flatMap((line) => {
    const near = line.words.filter((word) => {
      const middle = (word.place.left + word.place.right) / 2
      return !isRuleWord(word) && middle >= left && middle <= right
    })
    const over = near.filter(({ place }) => overlap(place, column) > 0)
    return over.length > 0 ? over : near
  })
  return words.map(({ text }) => folded(text.replace(/^\(?\d{1,2}[AB]?[.):]+/i, ''))).filter((text) => text !== '')
}

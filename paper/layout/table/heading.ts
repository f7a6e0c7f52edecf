import type { Rule, Word } from '../../page/page.ts'
import { centreOf, largest, middleOf, usualHeight } from '../geometry.ts'
import { LAYOUT_LIMITS } from '../limits.ts'
import { linesOf } from '../lines.ts'
import type { HeadingGroup } from './columns.ts'
import { type Border, fitGroups, fitLeaves, type Interval } from './fit.ts'
import { gapsBetween, levels, type Stretch, uprights } from './grid.ts'
import { isNeutral, tokensOf, Vocabulary } from './vocabulary.ts'

/** A column of a table where it stands. */
export interface PlacedColumn<Key> {
  readonly key: Key
  readonly left: number
  readonly right: number
}

/** A column with the words of its own heading. */
interface LabelledColumn<Key> extends PlacedColumn<Key> {
  readonly label: readonly Word[]
}

/** A table's headings as they stand on a page. */
export interface Heading<Key> {
  readonly columns: readonly PlacedColumn<Key>[]
  readonly words: readonly Word[]
  readonly bottom: number
}

/** Where lines are ruled, a border that has none is thought of only where the labels insist. */
const UNRULED = 6
/** A line that does not rise to the top of the headings is one below a heading. */
const BELOW = 3
/** Headings of which less than this share of the labels' letters is found are none. */
const LEAST_FOUND = 0.25

/**
 * The headings at the beginning of a stretch of words, and the columns below them. `undefined` where there are none, as
 * on a further page that does not repeat them.
 */
export function headingOf<Key extends string>(
  words: readonly Word[],
  rules: readonly Rule[],
  groups: readonly HeadingGroup<Key>[],
): Heading<Key> | undefined {
  if (words.length === 0) return undefined
  const height = usualHeight(words)
  const vocabulary = new Vocabulary(groups)
  const width = { from: Math.min(...words.map(({ place }) => place.left)), to: rightmost(words) }
  const bottom = bottomOf(words, rules, width, groups, vocabulary)
  if (bottom === undefined) return undefined
  const own = words.filter(({ place }) => middleOf(place) < bottom)
  const top = Math.min(...own.map(({ place }) => place.top))
  const ruled = uprights(rules, { from: top, to: bottom }, height)
  const upper = uprights(rules, { from: top, to: top + 1.3 * height }, height)
  const borders = bordersOf(own, ruled, upper, height)
  if (borders.length > LAYOUT_LIMITS.borders || own.length > LAYOUT_LIMITS.headingWords) return undefined
  const places = fitGroups(own, borders, groups, vocabulary)
  const columns = places.flatMap((place, i) => (place ? placedLeaves(own, ruled, place, groups[i]!, vocabulary) : []))
  const body = words.filter(({ place }) => middleOf(place) >= bottom)
  return { columns: settled(columns, ruled, body, height), words: own, bottom }
}

const rightmost = (words: readonly Word[]) =>
  largest(
    words.map(({ place }) => place.right),
    0,
  )

/**
 * Where the headings end: the height above which words are the labels', each as often as the labels have it, and below
 * which they are not; at a ruled line, where there are any.
 */
function bottomOf(
  words: readonly Word[],
  rules: readonly Rule[],
  width: Stretch,
  groups: readonly HeadingGroup<string>[],
  vocabulary: Vocabulary,
): number | undefined {
  const height = usualHeight(words)
  const lines = linesOf(words)
  const first = lines[0]!.place
  const last = lines.at(-1)!.place
  const ruled = levels(rules, width, { from: middleOf(first), to: last.bottom + 3 * height }, height)
  const cuts = ruled.length > 0 ? ruled : [...lines.slice(1).map(({ place }) => place.top), last.bottom + 1]
  const left = new Map<string, number>()
  const labels = groups
    .filter(({ isExtra }) => !isExtra)
    .flatMap((group) => [group.label, ...group.leaves.map((leaf) => leaf.label)])
  for (const token of labels.flatMap(tokensOf)) left.set(token, (left.get(token) ?? 0) + 1)
  const all = [...left].reduce((sum, [token, count]) => sum + token.length * count, 0)
  const ordered = words.toSorted((a, b) => middleOf(a.place) - middleOf(b.place))
  let [score, at, most] = [0, 0, all * LEAST_FOUND]
  let best: number | undefined
  for (const cut of cuts) {
    for (; at < ordered.length && middleOf(ordered[at]!.place) < cut; at++)
      score += worth(ordered[at]!, left, vocabulary)
    if (score > most) [most, best] = [score, cut]
  }
  return best
}

/** A word's letters, for it where it is still to come in the labels, against it where not. */
function worth({ text }: Word, left: Map<string, number>, vocabulary: Vocabulary): number {
  if (isNeutral(text)) return 0
  let sum = 0
  for (const token of vocabulary.of(text)) {
    const more = token === undefined ? 0 : (left.get(token) ?? 0)
    if (token !== undefined && more > 0) {
      left.set(token, more - 1)
      sum += token.length
    } else sum -= token?.length ?? text.length
  }
  return sum
}

/** Where columns may begin and end: at ruled lines, and at gaps, which cost more where lines are ruled. */
function bordersOf(
  words: readonly Word[],
  ruled: readonly number[],
  upper: readonly number[],
  height: number,
): Border[] {
  const left = Math.min(...words.map(({ place }) => place.left)) - 0.5 * height
  const right = rightmost(words) + 0.5 * height
  const gaps = gapsBetween(
    words.map(({ place }) => ({ from: place.left, to: place.right })),
    0.25 * height,
  )
  const cost = ruled.length > 2 ? UNRULED : 0
  const isFree = (x: number) => ruled.every((line) => Math.abs(line - x) > height)
  const inner = gaps.filter(isFree).map((x): Border => ({ x, cost }))
  const ends = [left, right].filter((x) => ruled.length === 0 || x < ruled[0]! - height || x > ruled.at(-1)! + height)
  const isUpper = (x: number) => upper.some((line) => Math.abs(line - x) < height)
  return [...ruled.map((x) => ({ x, cost: isUpper(x) ? 0 : BELOW })), ...inner, ...ends.map((x) => ({ x, cost }))].sort(
    (a, b) => a.x - b.x,
  )
}

/** The columns below one heading: those with headings of their own, or one. */
function placedLeaves<Key extends string>(
  words: readonly Word[],
  ruled: readonly number[],
  { left, right }: Interval,
  group: HeadingGroup<Key>,
  vocabulary: Vocabulary,
): LabelledColumn<Key>[] {
  const within = (some: readonly Word[], from: number, to: number) =>
    some.filter(({ place }) => centreOf(place) >= from && centreOf(place) < to)
  const own = within(words, left, right)
  const whole = [{ key: group.leaves[0]!.key, left, right, label: own }]
  if (group.leaves.length === 1 || own.length === 0) return whole
  const low = leafWords(own, group, vocabulary)
  const inner = ruled.filter((x) => x > left + 1 && x < right - 1)
  const gaps = gapsBetween(
    low.map(({ place }) => ({ from: place.left, to: place.right })),
    0.15 * usualHeight(words),
  )
  const needed = group.leaves.filter(({ isExtra }) => isExtra !== true).length - 1
  const isFree = (x: number) => inner.every((line) => Math.abs(line - x) > usualHeight(words))
  const unruled = inner.length < needed ? gaps.filter(isFree).map((x) => ({ x, cost: inner.length > 0 ? 1 : 0 })) : []
  const borders = [...[left, ...inner, right].map((x) => ({ x, cost: 0 })), ...unruled].sort((a, b) => a.x - b.x)
  if (borders.length === 2) return whole
  const places = fitLeaves(low, borders, group, vocabulary)
  return places.flatMap((place, i) =>
    place ? [{ key: group.leaves[i]!.key, ...place, label: within(low, place.left, place.right) }] : [],
  )
}

/** The lowest lines of a heading, as far as they say no more than the headings below it. */
function leafWords(words: readonly Word[], { leaves }: HeadingGroup<string>, vocabulary: Vocabulary): Word[] {
  const left = new Map<string, number>()
  for (const token of leaves.flatMap(({ label }) => tokensOf(label))) left.set(token, (left.get(token) ?? 0) + 1)
  const low: Word[] = []
  for (const line of linesOf(words).toReversed()) {
    const tokens = line.words.flatMap(({ text }) => (isNeutral(text) ? [] : vocabulary.of(text)))
    for (const token of tokens) if (token !== undefined) left.set(token, (left.get(token) ?? 0) - 1)
    const isMore = tokens.some((token) => token !== undefined && left.get(token)! < 0)
    if (isMore) break
    low.push(...line.words)
  }
  return low.length > 0 ? low : [...words]
}

/** How far before its heading a column begins where no line says so, in heights. */
const BEFORE_LABEL = 0.35

/**
 * Borders without a ruled line, by what stands below the headings: just before the next heading, as headings are set to
 * the left, unless another place between the two cuts fewer words.
 */
function settled<Key extends string>(
  columns: readonly LabelledColumn<Key>[],
  ruled: readonly number[],
  body: readonly Word[],
  height: number,
): PlacedColumn<Key>[] {
  const lefts = columns.map(({ left, label }, i) => {
    const before = columns[i - 1]
    const isRuled = ruled.some((x) => Math.abs(x - left) < 1)
    if (!before || isRuled || label.length === 0 || before.label.length === 0) return left
    return borderBetween(before.label, label, body, height)
  })
  return columns.map(({ key, left, right }, i) => {
    const next = columns[i + 1]
    const isTouching = next !== undefined && Math.abs(next.left - right) < 1
    // Beside the outer columns is nothing that their text could not run into.
    const isOpen = next === undefined && ruled.every((x) => Math.abs(x - right) >= 1)
    const end = isOpen ? Math.max(right, rightmost([...body, ...(columns[i]?.label ?? [])]) + height) : right
    return { key, left: lefts[i] ?? left, right: isTouching ? lefts[i + 1]! : end }
  })
}

function borderBetween(a: readonly Word[], b: readonly Word[], body: readonly Word[], height: number): number {
  const from = Math.min(...a.map(({ place }) => place.left)) + height
  const start = Math.min(...b.map(({ place }) => place.left))
  const to = rightmost(b) - height
  const gaps = gapsBetween(
    body.map(({ place }) => ({ from: place.left, to: place.right })),
    0.2 * height,
  ).filter((x) => x > from && x < to)
  const usual = start - BEFORE_LABEL * height
  const cut = (x: number) => body.filter(({ place }) => place.left < x && place.right > x).length
  const away = (x: number) => cut(x) * 1000 + Math.abs(x - usual) / height
  return [usual, ...gaps].reduce((best, x) => (away(x) < away(best) ? x : best))
}

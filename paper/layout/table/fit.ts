import { folded } from '../../labels/likeness.ts'
import type { Word } from '../../page/page.ts'
import { centreOf, middleOf } from '../geometry.ts'
import type { HeadingGroup, Leaf } from './columns.ts'
import { isNeutral, tokensOf, type Vocabulary } from './vocabulary.ts'

/** Where a column may begin or end, and what it costs to think so: nothing for a ruled line, something for a gap. */
export interface Border {
  readonly x: number
  readonly cost: number
}

/** What is to be found between two borders. */
interface Sought {
  /** Letters that count for it, by token, and how often it may have them. */
  readonly own: ReadonlyMap<string, number>
  /** Tokens that are no surprise between its borders. */
  readonly around: ReadonlySet<string>
  readonly number: string
  /** What it costs not to find it. */
  readonly absence: number
}

/** A word of the headings, with what it may mean. */
interface HeadWord {
  readonly x: number
  readonly tokens: readonly (string | undefined)[]
  readonly letters: number
  readonly number: string
  /** Of its letters, how much counts. */
  readonly weight: number
}

export interface Interval {
  readonly left: number
  readonly right: number
}

/** A surprise, a letter that no label has, weighs half of what a letter does that fits; so does one that is missing. */
const SURPRISE = 0.5
const MISSING = 0.5
const NUMBER_FITS = 4

/**
 * The places of a table's headings: of all ways to give each heading a stretch between two borders, left to right, the
 * one that most letters agree with. A heading that is misread is outvoted by its neighbours; one that an edition does
 * not have gets no place.
 */
export function fitGroups<Key extends string>(
  words: readonly Word[],
  borders: readonly Border[],
  groups: readonly HeadingGroup<Key>[],
  vocabulary: Vocabulary,
): (Interval | undefined)[] {
  const sought = groups.map(({ label, leaves, number, isExtra }): Sought => {
    const own = counted([label, ...leaves.map((leaf) => leaf.label)].flatMap(tokensOf))
    return { own, around: new Set(), number, absence: isExtra ? 0 : Math.max(4, 0.3 * lengthOf(own)) }
  })
  const read = words.map((word) => headWord(word, vocabulary, 1))
  return fitted(read, borders, sought)
}

/** The places of the headings below a heading, of which the lowest words of the stretch say most. */
export function fitLeaves<Key extends string>(
  words: readonly Word[],
  borders: readonly Border[],
  { label, leaves }: { readonly label: string; readonly leaves: readonly Leaf<Key>[] },
  vocabulary: Vocabulary,
): (Interval | undefined)[] {
  const around = new Set(tokensOf(label))
  const sought = leaves.map((leaf): Sought => {
    const own = counted(tokensOf(leaf.label))
    // Nobody sees a column go whose line is ruled and whose heading is misread.
    return { own, around, number: '', absence: leaf.isExtra === true ? 0 : 2 * Math.max(4, lengthOf(own)) }
  })
  const ys = words.map(({ place }) => middleOf(place))
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const weightOf = (word: Word) => 0.2 + (0.8 * (middleOf(word.place) - top)) / Math.max(1, bottom - top)
  return fitted(
    words.map((word) => headWord(word, vocabulary, weightOf(word))),
    borders,
    sought,
  )
}

function headWord({ text, place }: Word, vocabulary: Vocabulary, weight: number): HeadWord {
  const [, number = ''] = /^(\d{1,2}[A-Za-z]?)\.$/.exec(text) ?? []
  const isSilent = isNeutral(text)
  return {
    x: centreOf(place),
    tokens: isSilent ? [] : vocabulary.of(text),
    letters: isSilent ? 0 : folded(text).length,
    number: number.toUpperCase(),
    weight,
  }
}

function counted(tokens: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}

const lengthOf = (tokens: ReadonlyMap<string, number>) =>
  [...tokens].reduce((sum, [token, count]) => sum + token.length * count, 0)

/** How well words between two borders agree with what is sought there. */
function agreement(words: readonly HeadWord[], { own, around, number }: Sought): number {
  const left = new Map(own)
  let fits = 0
  let score = 0
  for (const word of words) {
    if (word.number !== '' && word.number === number) score += NUMBER_FITS
    for (const token of word.tokens) {
      const length = token?.length ?? word.letters / word.tokens.length
      const more = token === undefined ? 0 : (left.get(token) ?? 0)
      if (token !== undefined && more > 0) {
        left.set(token, more - 1)
        fits += length
        score += length * word.weight
      } else if (token === undefined || !around.has(token)) score -= SURPRISE * length
    }
  }
  return score - MISSING * (lengthOf(own) - fits)
}

/** The best way so far to a border with so many of the headings placed or given up. */
interface Step {
  readonly score: number
  readonly before: Step | undefined
  readonly placed: { readonly index: number; readonly interval: Interval } | undefined
}

function fitted(
  words: readonly HeadWord[],
  borders: readonly Border[],
  sought: readonly Sought[],
): (Interval | undefined)[] {
  const between = borders.map(({ x: left }) =>
    borders.map(({ x: right }) => (right > left ? words.filter(({ x }) => x >= left && x < right) : [])),
  )
  const steps: (Step | undefined)[][] = borders.map(() => [])
  const offer = (border: number, placed: number, step: Step) => {
    const row = steps[border]!
    if (step.score > (row[placed]?.score ?? Number.NEGATIVE_INFINITY)) row[placed] = step
  }
  steps[0]![0] = { score: 0, before: undefined, placed: undefined }
  for (let from = 0; from < borders.length; from++) {
    for (let index = 0; index <= sought.length; index++) {
      const step = steps[from]![index]
      if (!step) continue
      const one = sought[index]
      if (one) offer(from, index + 1, { score: step.score - one.absence, before: step, placed: undefined })
      if (from + 1 < borders.length) {
        const passed = between[from]![from + 1]!.reduce((sum, { letters }) => sum + letters, 0)
        offer(from + 1, index, { score: step.score - passed, before: step, placed: undefined })
      }
      for (let to = from + 1; one && to < borders.length; to++) {
        const score = step.score + agreement(between[from]![to]!, one) - borders[to]!.cost
        const interval = { left: borders[from]!.x, right: borders[to]!.x }
        offer(to, index + 1, { score, before: step, placed: { index, interval } })
      }
    }
  }
  return traced(steps.at(-1)![sought.length], sought.length)
}

function traced(last: Step | undefined, count: number): (Interval | undefined)[] {
  const places: (Interval | undefined)[] = Array.from({ length: count }, () => undefined)
  for (let step = last; step; step = step.before) {
    if (step.placed) places[step.placed.index] = step.placed.interval
  }
  return places
}

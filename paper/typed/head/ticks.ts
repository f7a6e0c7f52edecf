import type { PaperTick, TickName } from '../../form/paperForm.ts'
import { folded } from '../../labels/likeness.ts'
import type { Word } from '../../page/page.ts'
import { labelRun } from '../text/label.ts'
import type { Segment } from '../text/segments.ts'
import type { TickLabel } from './tickLabels.ts'

/** What the boxes to tick of one place say. */
export interface Ticks {
  readonly ticks: Readonly<Partial<Record<TickName, PaperTick>>>
  /** Where each label stands. */
  readonly labels: readonly Label[]
  /** Every word of a label; the marks are in the ticks. */
  readonly print: readonly Word[]
  /** What is neither label nor mark; a second `Director` is the word of a title. */
  readonly rest: readonly Word[]
}

interface Label {
  readonly key: TickName
  readonly words: readonly Word[]
}

interface Mark {
  readonly state: PaperTick['state']
  readonly word: Word
}

const TICKED = /^[[({/_<-]*\s*x{1,2}\s*[\])}/_>-]*$/i
const EMPTY = /^(?:_+|[[({]\s*[_-]*\s*[\])}]|\/\s+\/|<\s*>)$/
const ODD = /^[[({]\s*(?:[^\sA-Za-z0-9]|[vyo])\s*[\])}]$/i

const LONGEST_LABEL = 12

/** Words that go on with a tick's label below it. */
const BELOW = folded('(give title below) (specify title below) (specify below) below) title below)')

/**
 * The ticks of some labels in a place. A mark belongs to the label behind it, or before it where the form has its boxes
 * behind the labels: the place's first mark or label says which. A label without a mark is empty; where a cross is left
 * over, it is unread.
 */
export function readTicks(segments: readonly Pick<Segment, 'words'>[], known: readonly TickLabel[]): Ticks {
  const labels: Label[] = []
  const marks: Mark[] = []
  const print: Word[] = []
  const rest: Word[] = []
  const words = segments.flatMap((segment) => segment.words)
  for (let i = 0; i < words.length; ) {
    const found = labelAt(words, i, known)
    const word = words[i]!
    const state = stateOf(word.text)
    if (found && !labels.some(({ key }) => key === found.key)) {
      const own = words.slice(i, i + found.count)
      labels.push({ key: found.key, words: own })
      print.push(...own)
      i += found.count
      continue
    }
    i++
    if (state) marks.push({ state, word })
    else if (labels.length > 0 && (isBelow(word) || isTitleLabel(word, words[i]))) print.push(word)
    else rest.push(word)
  }
  return { ticks: given(labels, marks), labels, print, rest: [...rest, ...strays(labels, marks)] }
}

function stateOf(text: string): PaperTick['state'] | undefined {
  if (TICKED.test(text)) return 'ticked'
  if (EMPTY.test(text)) return 'empty'
  return ODD.test(text) ? 'unread' : undefined
}

/** `Officer Title:` over the title. */
function isTitleLabel(word: Word, next: Word | undefined): boolean {
  return /^officer(?:'s)?$/i.test(word.text) && /^title:?$/i.test(next?.text ?? '')
}

function isBelow({ text }: Word): boolean {
  const letters = folded(text)
  return letters.length >= 4 && BELOW.includes(letters) && /[()]|title|below/i.test(text)
}

function labelAt(words: readonly Word[], from: number, known: readonly TickLabel[]) {
  const mark = words.findIndex((word, i) => i > from && stateOf(word.text) !== undefined)
  const end = Math.min(from + LONGEST_LABEL, mark < 0 ? words.length : mark)
  let best: { key: TickName; count: number; at: number } | undefined
  for (const { key, folded: text, least } of known) {
    const run = labelRun(words.slice(from, end), text)
    if (run.at < least - 1 || run.count === 0) continue
    if (!best || run.at > best.at) best = { key, count: run.count, at: run.at }
  }
  return best
}

/** Each label's mark on its line. */
function given(labels: readonly Label[], marks: readonly Mark[]): Partial<Record<TickName, PaperTick>> {
  const pairs = paired(labels, marks)
  const isAmiss = pairs.size < marks.filter(({ state }) => state === 'ticked' && labels.length > 0).length
  const ticks: Partial<Record<TickName, PaperTick>> = {}
  for (const label of labels) {
    const mark = pairs.get(label)
    ticks[label.key] = mark
      ? { state: mark.state, words: [mark.word] }
      : { state: isAmiss ? 'unread' : 'empty', words: [] }
  }
  return ticks
}

/** Crosses that belong to no label. */
function strays(labels: readonly Label[], marks: readonly Mark[]): Word[] {
  const used = new Set(paired(labels, marks).values())
  return marks.filter((mark) => !used.has(mark) && mark.state !== 'empty').map(({ word }) => word)
}

function paired(labels: readonly Label[], marks: readonly Mark[]): Map<Label, Mark> {
  const before = pairedBy(labels, marks, 'before')
  const after = pairedBy(labels, marks, 'after')
  const ticked = (pairs: Map<Label, Mark>) => [...pairs.values()].filter(({ state }) => state !== 'empty').length
  if (ticked(before) !== ticked(after)) return ticked(before) > ticked(after) ? before : after
  if (before.size !== after.size) return before.size > after.size ? before : after
  return distanceOf(before) <= distanceOf(after) ? before : after
}

function pairedBy(labels: readonly Label[], marks: readonly Mark[], side: 'before' | 'after'): Map<Label, Mark> {
  const pairs = new Map<Label, Mark>()
  for (const label of labels) {
    const own = side === 'before' ? label.words[0]! : lastOnLine(label)
    const near = marks.filter((mark) => isBeside(mark.word, own, side) && !isBetween(labels, label, mark.word, own))
    const best = near.toSorted((a, b) => gap(a.word, own) - gap(b.word, own))[0]
    if (best) pairs.set(label, best)
  }
  return pairs
}

function lastOnLine({ words }: Label): Word {
  return words.findLast((word) => word.place.top === words[0]!.place.top)!
}

function isBeside(mark: Word, own: Word, side: 'before' | 'after'): boolean {
  const isSameLine = mark.place.top === own.place.top && mark.place.page === own.place.page
  return isSameLine && (side === 'before' ? mark.place.left < own.place.left : mark.place.left >= own.place.right)
}

/** Whether another label stands between a label and a mark. */
function isBetween(labels: readonly Label[], label: Label, mark: Word, own: Word): boolean {
  const [from, to] =
    mark.place.left < own.place.left ? [mark.place.left, own.place.left] : [own.place.right, mark.place.left]
  return labels.some(
    (other) =>
      other !== label &&
      other.words.some(
        ({ place }) =>
          place.top === own.place.top && place.page === own.place.page && place.left >= from && place.right <= to,
      ),
  )
}

function gap(a: Word, b: Word): number {
  return a.place.left < b.place.left ? b.place.left - a.place.right : a.place.left - b.place.right
}

function distanceOf(pairs: Map<Label, Mark>): number {
  return [...pairs].reduce(
    (sum, [label, { word }]) =>
      sum + gap(word, word.place.left < label.words[0]!.place.left ? label.words[0]! : lastOnLine(label)),
    0,
  )
}

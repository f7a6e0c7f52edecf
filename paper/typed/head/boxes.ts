import type { Word } from '../../page/page.ts'
import type { GridLine } from '../text/grid.ts'
import { afterNumber, labelRun, labelStart } from '../text/label.ts'
import { type Segment, segmentOf, segmentsOf } from '../text/segments.ts'
import { textOf } from '../text/words.ts'
import { HEAD_LABELS, HEAD_TAILS, type HeadKey } from './headLabels.ts'

/** A box of the head: what its label is and what stands in it. */
export interface HeadBox {
  readonly key: HeadKey
  readonly label: readonly Word[]
  readonly segments: readonly Segment[]
}

/** The boxes in printed order, and what stands in none of them (title, exit box, OMB's number). */
export interface Boxes {
  readonly boxes: readonly HeadBox[]
  readonly outside: readonly Segment[]
}

/** A text that a label may go on with, and how far it has. */
interface Candidate {
  readonly folded: string
  readonly at: number
}

/** A box being read: what stands right of `left` is its, until a label further down takes the place. */
interface Column {
  readonly left: number
  readonly box: { key: HeadKey; label: Word[]; segments: Segment[] }
  candidates: readonly Candidate[]
  /** Whether the label may still go on in the next line. */
  isOpen: boolean
  /** Whether something was written and then a rule or blank line came. */
  isStale: boolean
}

interface Found {
  readonly segment: Segment
  readonly key: HeadKey
  readonly count: number
  readonly candidates: readonly Candidate[]
}

/** Text may begin so far left of its box's label. */
const SLACK = 3
const LEAST_CONTINUATION = 3
/** Share of a label after which `(Voluntary)` and the like may follow. */
const NEARLY_READ = 0.45
/** A number may stand so far before its label. */
const WIDEST_TAB = 7

/**
 * The boxes of a form's head, one below the other or side by side, with or without pipes: each label opens a column at
 * its place, and what stands below or behind it is its answer until the next label in that place.
 */
export function readBoxes(lines: readonly GridLine[]): Boxes {
  const all: Column[] = []
  const outside: Segment[] = []
  let columns: Column[] = []
  for (const line of lines) {
    if (line.isRule || line.words.length === 0) {
      for (const column of columns) if (column.box.segments.length > 0) column.isStale = true
      continue
    }
    const found: Found[] = []
    const rest: Segment[] = []
    for (const segment of withNumbers(segmentsOf(line)).flatMap(cutAtLabels)) {
      if (continueLabel(segment, columns, rest)) continue
      const label = findLabel(segment) ?? unknownLabel(segment)
      if (label) found.push(label)
      else rest.push(segment)
    }
    const opened = found.map(openColumn)
    if (opened.length > 0) columns = replaced(columns, opened, found)
    all.push(...opened)
    for (const segment of rest) place(segment, columns, outside)
    for (const [i, { segment, count }] of found.entries()) addRest(opened[i]!, segment, count)
  }
  return { boxes: all.map(({ box }) => box), outside }
}

/** A number that stands a tab before its label, with the label. */
function withNumbers(segments: readonly Segment[]): readonly Segment[] {
  const all: Segment[] = []
  for (const segment of segments) {
    const last = all.at(-1)
    const isNumber = last && /^(?:(?:item|box) )?\(?\d{1,2}[.)]+$/i.test(textOf(last.words))
    const isNear = last && segment.left - last.right <= WIDEST_TAB && !hasPipe(segment.line, last.right, segment.left)
    if (isNumber && isNear) all[all.length - 1] = segmentOf(segment.line, [...last.words, ...segment.words])
    else all.push(segment)
  }
  return all
}

function hasPipe(line: GridLine, from: number, to: number): boolean {
  return line.pipes.some((pipe) => pipe >= from && pipe < to)
}

/** A segment that has a numbered label in its middle, as two or more. */
function cutAtLabels(segment: Segment): readonly Segment[] {
  const cuts = segment.words.flatMap((word, i) =>
    i > 0 &&
    /^\(?\d[.)]/.test(word.text) &&
    !/^(?:item|box)$/i.test(segment.words[i - 1]!.text) &&
    findLabel(segmentOf(segment.line, segment.words.slice(i)))
      ? [i]
      : [],
  )
  const starts = [0, ...cuts]
  return starts.map((from, i) => segmentOf(segment.line, segment.words.slice(from, starts[i + 1])))
}

function findLabel(segment: Segment): Found | undefined {
  let best: { key: HeadKey; count: number; candidates: Candidate[] } | undefined
  for (const { key, folded } of HEAD_LABELS) {
    const start = labelStart(segment.words, folded)
    if (!start) continue
    if (!best || start.count > best.count) best = { key, count: start.count, candidates: [{ folded, at: start.at }] }
    else if (start.count === best.count && key === best.key) best.candidates.push({ folded, at: start.at })
  }
  return best && { segment, ...best }
}

/** `3. Some text` is a box, if none that is known: what stands there is not the box's above. */
function unknownLabel(segment: Segment): Found | undefined {
  const { number, skipped } = afterNumber(segment.words)
  const isBox = number !== undefined && /^[1-7]$/.test(number) && segment.words.length > skipped + 1
  return isBox ? { segment, key: 'unknown', count: skipped, candidates: [] } : undefined
}

/** Gives a segment that goes on with the label above it to that label; what stands behind goes to `rest`. */
function continueLabel(segment: Segment, columns: readonly Column[], rest: Segment[]): boolean {
  const column = columnOf(segment, columns)
  if (!column?.isOpen) return false
  const { count, candidates } = continuation(segment.words, column.candidates)
  if (count === 0) return false
  column.candidates = candidates
  column.box.label.push(...segment.words.slice(0, count))
  const behind = withoutColon(segment.words.slice(count), column)
  if (behind.length > 0) rest.push(segmentOf(segment.line, behind))
  return true
}

function continuation(
  words: readonly Word[],
  candidates: readonly Candidate[],
): { readonly count: number; readonly candidates: readonly Candidate[] } {
  const isNearlyRead = candidates.some(({ folded, at }) => at >= NEARLY_READ * folded.length)
  const tails = isNearlyRead ? HEAD_TAILS.map((folded) => ({ folded, at: 0 })) : []
  let count = 0
  let next: Candidate[] = []
  for (const { folded, at } of [...candidates, ...tails]) {
    const run = labelRun(words, folded, at)
    if (run.count === 0 || run.at - at < LEAST_CONTINUATION || run.count < count) continue
    if (run.count > count) next = []
    count = run.count
    next.push({ folded, at: run.at })
  }
  return { count, candidates: next }
}

function openColumn({ segment, key, count, candidates }: Found): Column {
  const box = { key, label: segment.words.slice(0, count), segments: [] }
  return { left: leftOf(segment), box, candidates, isOpen: true, isStale: false }
}

/** A label after a pipe, blanks between, owns the place from the pipe on. */
function leftOf({ line, left }: Segment): number {
  const pipe = line.pipes.findLast((column) => column < left)
  return pipe !== undefined && line.text.slice(pipe + 1, left).trim() === '' ? pipe + 1 : left
}

/** What stands behind a label on its own line: more of the label, then the answer. */
function addRest(column: Column, segment: Segment, count: number): void {
  let words: readonly Word[] = segment.words.slice(count)
  const more = continuation(words, column.candidates)
  if (more.count > 0) {
    column.candidates = more.candidates
    column.box.label.push(...words.slice(0, more.count))
    words = words.slice(more.count)
  }
  words = withoutColon(words, column)
  if (words.length > 0) column.box.segments.unshift(segmentOf(segment.line, words))
}

/** `:`, `*` and dashes between label and answer are the label's. */
function withoutColon(words: readonly Word[], column: Column): readonly Word[] {
  const first = words.findIndex((word) => !/^[:*.-]+$/.test(word.text))
  const behind = first < 0 ? words.length : first
  column.box.label.push(...words.slice(0, behind))
  return words.slice(behind)
}

/** The columns that live on when labels open new ones: those that no new label replaces or runs through. */
function replaced(columns: readonly Column[], opened: readonly Column[], found: readonly Found[]): Column[] {
  const leftmost = Math.min(...columns.map(({ left }) => left), Number.POSITIVE_INFINITY)
  const isNewBand = opened[0]!.left <= leftmost + SLACK
  const last = found.at(-1)!.segment
  const end = last.line.pipes.find((pipe) => pipe >= last.right) ?? last.right
  const kept = columns.filter((column) => {
    const isLeft = column.left < opened[0]!.left - SLACK
    const isRight = column.left >= end
    return isLeft || (isRight && !(isNewBand && column.isStale))
  })
  return [...kept, ...opened].toSorted((a, b) => a.left - b.left)
}

function place(segment: Segment, columns: readonly Column[], outside: Segment[]): void {
  const column = columnOf(segment, columns)
  if (!column) {
    outside.push(segment)
    return
  }
  const onLabelLine = column.box.label.some((word) => isOnLine(word, segment.line))
  if (!onLabelLine) column.isOpen = false
  column.box.segments.push(segment)
}

function isOnLine({ place: { page, top } }: Word, line: GridLine): boolean {
  const first = line.words[0]!.place
  return page === first.page && top === first.top
}

/** The last column that begins left of a segment, or between the same pipes. */
function columnOf(segment: Segment, columns: readonly Column[]): Column | undefined {
  const from = segment.line.pipes.findLast((pipe) => pipe < segment.left)
  const to = segment.line.pipes.find((pipe) => pipe >= segment.right)
  const between = columns.filter(
    ({ left }) => from !== undefined && left >= from - 1 && (to === undefined || left < to - 1),
  )
  const nearest = (some: readonly Column[]) => some.findLast(({ left }) => left <= segment.left + SLACK)
  return nearest(between) ?? between[0] ?? nearest(columns)
}

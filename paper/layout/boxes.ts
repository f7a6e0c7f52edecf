import { type FormBoxName, type FormNumber, formBoxes } from '@section16/core/facts'
import type { Word } from '../page/page.ts'
import { type Anchor, restOf } from './anchors.ts'
import { linesByPage } from './cell.ts'
import { centreOf, heightOf, middleOf } from './geometry.ts'
import { printLength } from './print.ts'
import type { Band } from './sections.ts'

/** What stands in a numbered box, its label taken off. */
export interface Box {
  readonly name: FormBoxName
  readonly label: readonly Word[]
  readonly words: readonly Word[]
  /** Where its text may run to. */
  readonly right: number
}

const isBoxName = (name: string): name is FormBoxName => name in formBoxes[4]

interface Bounds {
  readonly anchor: Anchor
  readonly left: number
  readonly top: number
  readonly bottom: number
}

/** The boxes of one page, by where their labels stand: each runs to the next label to the right and the next below. */
export function boxesOf(band: Band, anchors: readonly Anchor[]): Box[] {
  const own = anchors.filter(
    ({ name, place }) => isBoxName(name) && place.page === band.page && band.words.some((word) => isIn(word, place)),
  )
  const bounds = own.map((anchor) => boundsOf(anchor, own, band.bottom))
  const taken = new Map<Word, Bounds>()
  for (const word of band.words) {
    const home = homeOf(word, bounds)
    if (home) taken.set(word, home)
  }
  return bounds.map((each) => {
    const words = band.words.filter((word) => taken.get(word) === each)
    return boxOf(each, words, rightOf(each, bounds, band))
  })
}

function isIn({ place }: Word, { left, top, right, bottom }: Anchor['place']): boolean {
  return centreOf(place) >= left && centreOf(place) <= right && middleOf(place) >= top && middleOf(place) <= bottom
}

/** Labels one below the other begin at about the same place. */
function boundsOf(anchor: Anchor, all: readonly Anchor[], end: number): Bounds {
  const { left, top } = anchor.place
  const step = heightOf(anchor.place)
  const below = all.filter(({ place }) => place.top > top + step && Math.abs(place.left - left) < 3 * step)
  const bottom = Math.min(end, ...below.map(({ place }) => place.top))
  return { anchor, left: left - 0.7 * step, top: top - 0.5 * step, bottom: bottom - 0.3 * step }
}

/** The box a word stands in: of those that begin to its left and above it, the one farthest right, then lowest. */
function homeOf({ place }: Word, bounds: readonly Bounds[]): Bounds | undefined {
  const [x, y] = [centreOf(place), middleOf(place)]
  const around = bounds.filter(({ left, top, bottom }) => x >= left && y >= top && y < bottom)
  return around.toSorted((a, b) => b.left - a.left || b.top - a.top)[0]
}

/** The left of the next box on the right, else the end of what stands on the page. */
function rightOf({ left, top }: Bounds, bounds: readonly Bounds[], { words, rules }: Band): number {
  const next = bounds.filter((other) => other.left > left + 1 && other.top <= top + 1 && other.bottom > top)
  const ends = [...words.map(({ place }) => place.right), ...rules.map((rule) => rule.right)]
  return Math.min(Math.max(...ends), ...next.map((other) => other.left))
}

function boxOf({ anchor }: Bounds, words: readonly Word[], right: number): Box {
  const name = anchor.name as FormBoxName
  const first = new Set(anchor.words)
  const others = linesByPage(words.filter((word) => !first.has(word))).flatMap((line) => line.words)
  const { label, rest } = wholeLabel(anchor, others)
  return { name, label, words: rest, right: right - 4 }
}

/** A label with what of it stands on further lines, and the words after it. */
export function wholeLabel(anchor: Anchor, others: readonly Word[]): { label: Word[]; rest: Word[] } {
  const begun = anchor.words.slice(anchor.start)
  const count = Math.max(
    0,
    printLength([...begun, ...others], restOf(anchor.name, anchor.words[anchor.start - 1]!)) - begun.length,
  )
  return { label: [...anchor.words, ...others.slice(0, count)], rest: others.slice(count) }
}

/** The form that the numbers and labels of boxes belong to, where no title says it. */
export function formByBoxes(boxes: readonly Box[]): FormNumber | undefined {
  const period = boxes.find(({ name }) => name === 'periodOfReport')
  const text = period?.label.map((word) => word.text).join(' ') ?? ''
  if (/event/i.test(text)) return '3'
  if (/fiscal/i.test(text)) return '5'
  return period ? '4' : undefined
}

import { formLabels, type LabelName } from '../labels/formLabels.ts'
import { likeness } from '../labels/likeness.ts'
import type { Page, Place, Word } from '../page/page.ts'
import { around, heightOf } from './geometry.ts'
import { LAYOUT_LIMITS } from './limits.ts'
import { linesOf, segmentsOf, type TextLine } from './lines.ts'
import { isAlike, isFar, PhraseFinder } from './phrases.ts'
import { printLength } from './print.ts'

/** A label where it stands. */
export interface Anchor {
  readonly name: LabelName
  /** Of its beginning, with the number before it. */
  readonly place: Place
  /** All of it that stands on its first line. */
  readonly words: readonly Word[]
  /** How many of its words are its number and beginning. */
  readonly start: number
}

/** A page of a form with its lines from top to bottom. */
export interface Sheet {
  readonly page: Page
  readonly lines: readonly TextLine[]
  readonly anchors: readonly Anchor[]
}

const NAMES = Object.keys(formLabels) as LabelName[]
const PHRASES = NAMES.flatMap((name) => {
  const { starts, least } = formLabels[name]
  return starts.map((text) => ({ name, text, ...(least === undefined ? {} : { least }) }))
})
const FIRST_LIKENESS = 0.7
const NUMBER = /^[\dlI|]{1,2}[a-zA-Z]?[.,:]?$/
/** The two stars before `Signature of Reporting Person`, of which OCR makes `*k`, `wk` or `*x*`. */
const STARS = /^(?:\S{1,2}|(?=\S{0,2}\*)\S{3})$/
/** A gap of a blank, in heights; a number belongs to the label after it. */
const NEAR = 1.6

/** Below these stand the SEC's instructions, whose text speaks of every label. */
const INSTRUCTIONS: readonly LabelName[] = ['instructions', 'authority']

export const isInstructions = ({ name }: Pick<Anchor, 'name'>): boolean => INSTRUCTIONS.includes(name)

/** Pages with their lines and the labels on them. A page with more words than any has is left without lines. */
export function sheetsOf(pages: readonly Page[]): Sheet[] {
  const finder = new PhraseFinder(PHRASES)
  return pages.map((page) => {
    const lines = page.words.length > LAYOUT_LIMITS.words ? [] : linesOf(page.words)
    const anchors = lines.flatMap((line) => anchorsOf(line, finder)).slice(0, LAYOUT_LIMITS.anchors)
    const isRuled = page.rules.length <= LAYOUT_LIMITS.rules
    return { page: isRuled ? page : { ...page, rules: [] }, lines, anchors }
  })
}

function anchorsOf(line: TextLine, finder: PhraseFinder<LabelName>): Anchor[] {
  const { words } = line
  const found = finder.find(words)
  // `Table II` is like `Table I`, `Signature of ...` like `Signatures`: where two stand on one word, the likelier.
  const best = found.filter((one) =>
    found.every((other) => other === one || !overlap(one, other) || isBetter(one, other)),
  )
  return best.flatMap(({ name, from, to }) => {
    const { isAlone, first } = formLabels[name]
    if (first !== undefined && likeness(words[from]!.text, first) < FIRST_LIKENESS) return []
    const before = words[from - 1]
    const isStars = before && (/^\*+$/.test(before.text) || (name === 'signature' && STARS.test(before.text)))
    const isPart = before && (NUMBER.test(before.text) || isStars) && isNear(before, words[from]!)
    const start = isPart ? from - 1 : from
    const rest = restOf(name, words[to - 1]!)
    const end = to + printLength(untilGap(words, to), rest)
    const isNumbered = start < from && !isSectionLabel(name)
    const stands =
      isAlone === true ? isAloneIn(line, start, end) : isNumbered || isBoxToTick(name) || beginsPart(words, start)
    if (!stands) return []
    const own = words.slice(start, end)
    return [{ name, place: around(own.map(({ place }) => place)), words: own, start: to - start }]
  })
}

/** These stand behind their sign, which need not look like one. */
const isBoxToTick = (name: LabelName): boolean => /^(?:not|aff|form)/.test(name)

/** Only boxes have numbers. */
const isSectionLabel = (name: LabelName): boolean =>
  /^(?:table|explanation|signature|reminder|copies|mis|resp|sev|auth)/.test(name)

/** Whether nothing stands before a word but stars, or a gap as between columns. */
function beginsPart(words: readonly Word[], start: number): boolean {
  const before = words[start - 1]
  if (!before || before.place.right + 2 * heightOf(before.place) < words[start]!.place.left) return true
  return !/[\p{L}\p{N}]/u.test(before.text) && beginsPart(words, start - 1)
}

/** Words from one on, to where another column begins. */
function untilGap(words: readonly Word[], from: number): readonly Word[] {
  const gap = words.findIndex((word, i) => i >= from && isFar(words[i - 1]!, word))
  return words.slice(from, gap < 0 ? undefined : gap)
}

/** What a label may say after its beginning, without what the beginning says already. */
export function restOf(name: LabelName, last: Word): string {
  const { rest } = formLabels[name]
  const [first = '', ...others] = rest.split(' ')
  return isAlike(last.text, first) ? others.join(' ') : rest
}

type Range = { readonly from: number; readonly to: number; readonly likeness: number }

const overlap = (a: Range, b: Range) => a.from < b.to && b.from < a.to

function isBetter(a: Range, b: Range): boolean {
  return a.likeness === b.likeness ? a.to - a.from >= b.to - b.from : a.likeness > b.likeness
}

function isNear(a: Word, b: Word): boolean {
  return b.place.left - a.place.right < NEAR * heightOf(b.place)
}

/** Whether a label is all of its line, or of a part of it that stands apart. */
function isAloneIn(line: TextLine, start: number, end: number): boolean {
  return segmentsOf(line, 4).some(
    ({ words }) =>
      words[0] === line.words[start] && words.length <= end - start && words.at(-1) === line.words[end - 1],
  )
}

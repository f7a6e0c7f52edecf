import type { FormNumber } from '@section16/core/facts'
import type { LabelName } from '../labels/formLabels.ts'
import type { Word } from '../page/page.ts'
import { type Anchor, isInstructions, type Sheet } from './anchors.ts'
import { heightOf, middleOf } from './geometry.ts'
import { LAYOUT_LIMITS } from './limits.ts'
import { isBefore, type Spot } from './sections.ts'

/** `FORM 4/A` as it heads a form. */
export interface FormTitle {
  readonly form: FormNumber
  readonly isAmendment: boolean
  readonly words: readonly Word[]
  readonly spot: Spot
  readonly height: number
}

/** A form's stretch of the pages. */
export interface FormRange {
  readonly title: FormTitle | undefined
  readonly from: Spot
  readonly to: Spot
}

/** Each form has these once. */
const ONCE: readonly LabelName[] = ['issuer', 'relationship', 'individualOrJoint', 'periodOfReport']
/** Below these, a label of the head is another form's. */
const TABLES: readonly LabelName[] = ['tableI', 'tableII', 'explanation']
const HEADED: readonly LabelName[] = [...ONCE, ...TABLES]

/**
 * Where forms begin and end. A form begins at the title above its boxes, else at the top of their page; what stands
 * before the first is the first one's, and pages with neither boxes nor tables are no form.
 */
export function formsOn(sheets: readonly Sheet[]): FormRange[] {
  const anchors = sheets
    .flatMap((sheet) => sheet.anchors)
    .filter((anchor) => HEADED.includes(anchor.name) || isInstructions(anchor))
    .sort((a, b) => (isBefore(spotOf(a), spotOf(b)) ? -1 : 1))
  const starts = startsOf(anchors)
  const titles = sheets.flatMap(titlesOn)
  const end: Spot = { page: Number.MAX_SAFE_INTEGER, y: 0 }
  const begun = starts.map((start, i) => {
    const previous = lastBefore(anchors, spotOf(start))
    const own = titles.filter(({ spot }) => isBefore(spot, spotOf(start)) && (!previous || isBefore(previous, spot)))
    const title = titleAmong(own, spotOf(start))
    const from: Spot = i === 0 ? { page: 0, y: 0 } : (title?.spot ?? { page: start.place.page, y: 0 })
    return { title, from }
  })
  return begun.map((one, i) => ({ ...one, to: begun[i + 1]?.from ?? end }))
}

const spotOf = ({ place }: Anchor): Spot => ({ page: place.page, y: place.top })

/** The first label of each form. */
function startsOf(anchors: readonly Anchor[]): Anchor[] {
  const starts: Anchor[] = []
  let seen = new Set<LabelName>()
  for (const [i, anchor] of anchors.entries()) {
    const { name } = anchor
    if (isInstructions(anchor)) seen = new Set(INSTRUCTED)
    const isAgain = ONCE.includes(name) && (seen.has(name) || TABLES.some((table) => seen.has(table)))
    const isAnother = isAgain && hasBoxes(anchors.slice(i, i + NEAR), anchor.place.page)
    const isFirst = starts.length === 0 && seen.size === 0
    if (starts.length < LAYOUT_LIMITS.forms && (isFirst || isAnother)) {
      starts.push(anchor)
      seen = new Set()
    }
    seen.add(name)
  }
  return starts
}

/** Labels looked at to see whether they are those of a heading. */
const NEAR = 20

/** As if a whole form had been: only boxes begin another below instructions. */
const INSTRUCTED: readonly LabelName[] = HEADED

/** Whether labels of a heading stand together: one alone may be part of a text. */
function hasBoxes(anchors: readonly Anchor[], page: number): boolean {
  const end = anchors.findIndex(({ name, place }) => place.page !== page || TABLES.includes(name))
  return new Set(anchors.slice(0, end < 0 ? undefined : end).map(({ name }) => name)).size >= 3
}

/** Where the last label before a spot stands. */
function lastBefore(anchors: readonly Anchor[], spot: Spot): Spot | undefined {
  return anchors.map(spotOf).findLast((each) => isBefore(each, spot))
}

/** The largest title of the same page, else the last one before. */
function titleAmong(titles: readonly FormTitle[], start: Spot): FormTitle | undefined {
  const near = titles.filter(({ spot }) => spot.page === start.page)
  return near.toSorted((a, b) => b.height - a.height)[0] ?? titles.at(-1)
}

function titlesOn({ lines }: Sheet): FormTitle[] {
  return lines.flatMap(({ words }) =>
    words.flatMap((word, i): FormTitle[] => {
      const read = titleAt(words, i)
      if (!read || !standsAlone(words, i, i + read.count)) return []
      const own = words.slice(i, i + read.count)
      const { page, top } = word.place
      const { form, isAmendment } = read
      return [{ form, isAmendment, words: own, spot: { page, y: top - 1 }, height: heightOf(word.place) }]
    }),
  )
}

const TITLE = /^F[O0]RM([345S])(\/?A|[/lI]A)?$/i

/** `FORM 4`, `FORM4/A`, `Form 4 / A` from a word on. */
function titleAt(
  words: readonly Word[],
  from: number,
): { form: FormNumber; isAmendment: boolean; count: number } | undefined {
  let text = ''
  let best: { form: FormNumber; isAmendment: boolean; count: number } | undefined
  for (let count = 1; count <= 4 && from + count <= words.length; count++) {
    text += words[from + count - 1]!.text
    const [, number, amended] = TITLE.exec(text) ?? []
    if (number === undefined) continue
    best = {
      form: (number.toUpperCase() === 'S' ? '5' : number) as FormNumber,
      isAmendment: amended !== undefined,
      count,
    }
  }
  return best
}

/** Whether no words stand near before and after; `SEC` before is EDGAR's. */
function standsAlone(words: readonly Word[], from: number, to: number): boolean {
  const [first, last] = [words[from]!, words[to - 1]!]
  const isFar = (a: Word | undefined, b: Word | undefined) =>
    !a || !b || b.place.left - a.place.right > 1.5 * heightOf(first.place) || isElsewhere(a, b)
  const before = words[from - 1]
  return (before?.text === 'SEC' || isFar(before, first)) && isFar(last, words[to])
}

const isElsewhere = (a: Word, b: Word) => Math.abs(middleOf(a.place) - middleOf(b.place)) > heightOf(a.place)

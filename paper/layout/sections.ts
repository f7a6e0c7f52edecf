import type { LabelName } from '../labels/formLabels.ts'
import type { Rule, Word } from '../page/page.ts'
import { type Anchor, isInstructions, type Sheet } from './anchors.ts'
import { largest, middleOf } from './geometry.ts'
import { LAYOUT_LIMITS } from './limits.ts'

/** A stretch of one page. */
export interface Band {
  readonly page: number
  readonly top: number
  readonly bottom: number
  readonly words: readonly Word[]
  readonly rules: readonly Rule[]
  /** Where text that runs over the whole width ends: the right of all that stands on any page. */
  readonly right: number
}

/** What stands below a label, down to the next one that begins something else, on one page or several. */
export interface Section {
  /** `head`: from the top, before any other. */
  readonly name: SectionName
  readonly anchor: Anchor | undefined
  readonly bands: readonly Band[]
}

export type SectionName = 'head' | Exclude<LabelName, (typeof INNER)[number]>

/** Labels that stand within a section and begin none. */
const INNER = [
  'issuer',
  'foreignTradingSymbol',
  'periodOfReport',
  'dateOfOriginalSubmission',
  'relationship',
  'individualOrJoint',
  'notSubjectToSection16',
  'aff10b5One',
  'form3HoldingsReported',
  'form4TransactionsReported',
] as const

const isInner = (name: LabelName): boolean => (INNER as readonly LabelName[]).includes(name)

/** Where a form begins or ends: a page and a height on it. */
export interface Spot {
  readonly page: number
  readonly y: number
}

export const isBefore = (a: Spot, b: Spot): boolean => a.page < b.page || (a.page === b.page && a.y < b.y)
const spotOf = ({ place }: Anchor): Spot => ({ page: place.page, y: place.top })

/**
 * The parts of a form in the order they stand, each from its label to the next. The label of box 1 begins a part only
 * below a table, where EDGAR's pages list the further persons of a joint filing; below the explanations there is no
 * table any more, only text that speaks of tables.
 */
export function sectionsOf(sheets: readonly Sheet[], from: Spot, to: Spot): Section[] {
  const anchors = sheets
    .flatMap((sheet) => sheet.anchors)
    .filter((anchor) => !isBefore(spotOf(anchor), from) && isBefore(spotOf(anchor), to) && !isInner(anchor.name))
    .sort((a, b) => (isBefore(spotOf(a), spotOf(b)) ? -1 : 1))
  const starts: Anchor[] = []
  for (const [i, anchor] of anchors.entries()) {
    if (starts.some(isInstructions) || starts.length === LAYOUT_LIMITS.parts) break
    const has = (name: string) =>
      starts.some((start) => start.name === name || (name === 'signature' && start.name === 'signatures'))
    const isTabular = ['tableI', 'tableII', 'owners', 'reportingOwner'].includes(anchor.name)
    if (isTabular && has('explanation')) continue
    // Who repeats a sentence of the print says it before the print does.
    const isSaid = isPrint(anchor.name) && (has('explanation') || has('remarks'))
    if (isSaid && anchors.slice(i + 1).some(({ name }) => name === anchor.name)) continue
    if (isHeading(anchor.name) && (has('explanation') || has(tableOf(anchor.name)))) continue
    if (tableOf(anchor.name) === 'tableI' && has('tableII')) continue
    const twin = twinOf(anchor, anchors)
    if (twin && (anchor.name === 'tableI' ? has('tableI') : starts.at(-1) === twin)) continue
    // `Signatory`, alone in a line of a signature, is like `Signatures`.
    if (['signatures', 'remarks'].includes(anchor.name) && has('signature')) continue
    if (anchor.name === 'reportingOwner' && (!(has('tableI') || has('tableII')) || has('owners'))) continue
    starts.push(isHeading(anchor.name) ? untitled(anchor) : anchor)
  }
  return partsFrom(sheets, starts, from, to)
}

/** A title that is as like to the other table's is found twice; it is Table I's where there was none yet. */
function twinOf(anchor: Anchor, anchors: readonly Anchor[]): Anchor | undefined {
  const { name, place } = anchor
  if (!name.startsWith('table')) return undefined
  return anchors.find(
    (other) =>
      other !== anchor &&
      other.name.startsWith('table') &&
      other.place.page === place.page &&
      other.place.top === place.top,
  )
}

/** Sentences that every form ends with. */
export const isPrint = (name: LabelName): boolean =>
  ['reminder', 'severalPersons', 'misstatements', 'copies', 'response'].includes(name)

const isHeading = (name: LabelName): boolean => name === 'headingI' || name === 'headingII'
const tableOf = (name: LabelName): LabelName =>
  name === 'headingI' ? 'tableI' : name === 'headingII' ? 'tableII' : name

/** Headings whose title was not read begin their table, with the lines above them where it should stand. */
function untitled(anchor: Anchor): Anchor {
  const { place } = anchor
  const top = place.top - TITLE * (place.bottom - place.top)
  return { name: tableOf(anchor.name), place: { ...place, top, bottom: place.top }, words: [], start: 0 }
}

/** How far above its headings a table's title stands, in heights of their letters. */
const TITLE = 3.3

function partsFrom(sheets: readonly Sheet[], starts: readonly Anchor[], from: Spot, to: Spot): Section[] {
  const first = starts[0] ? spotOf(starts[0]) : to
  const right = largest(sheets.flatMap(rightsOn), 0)
  const sections: Section[] = [{ name: 'head', anchor: undefined, bands: bandsOf(sheets, from, first, right) }]
  for (const [i, anchor] of starts.entries()) {
    const next = starts[i + 1]
    const start = isInstructions(anchor) ? startOfInstructions(anchor, starts) : spotOf(anchor)
    const end = next && isInstructions(next) ? startOfInstructions(next, starts) : next ? spotOf(next) : to
    const bands = bandsOf(sheets, start, end, right)
    sections.push({ name: anchor.name as SectionName, anchor, bands })
  }
  return sections
}

/** With the title above them, where nothing else stands on their page. */
function startOfInstructions(anchor: Anchor, starts: readonly Anchor[]): Spot {
  const isFirst = starts.every((other) => other === anchor || other.place.page !== anchor.place.page)
  return isFirst ? { page: anchor.place.page, y: 0 } : spotOf(anchor)
}

/** Where words and lines end on a page. */
const rightsOn = ({ page }: Sheet): number[] => [
  ...page.words.map(({ place }) => place.right),
  ...page.rules.map(({ right }) => right),
]

function bandsOf(sheets: readonly Sheet[], from: Spot, to: Spot, right: number): Band[] {
  return sheets.flatMap(({ page, lines }) => {
    if (page.number < from.page || page.number > to.page) return []
    const top = page.number === from.page ? from.y : 0
    const bottom = page.number === to.page ? to.y : page.height
    const isIn = (y: number) => y >= top && y < bottom
    const words = lines.flatMap((line) => line.words).filter(({ place }) => isIn(middleOf(place)))
    const rules = page.rules.filter((rule) => rule.bottom > top && rule.top < bottom)
    return words.length > 0 ? [{ page: page.number, top, bottom, words, rules, right }] : []
  })
}

import type { PaperCell, PaperForm } from '../form/paperForm.ts'
import type { Word } from '../page/page.ts'
import { cellOf, hasDateShape } from './cells.ts'
import type { BoxKey } from './headLabels.ts'
import type { HeadWord, HeadWords, PlacedLabel } from './headWords.ts'
import { isScrapOfLabel, shareOfFormWords } from './vocabulary.ts'

/** Free words of one box, line by line. */
type BoxWords = ReadonlyMap<BoxKey, readonly HeadWord[]>

/** What of a person stands in words. */
type OwnerCells = Partial<Record<'name' | 'street1' | 'street2' | 'city' | 'state' | 'zipCode', PaperCell>>

/** What the boxes above the tables hold, and the words that are no value. */
export interface Boxes {
  readonly owner: OwnerCells
  readonly parts: Pick<
    PaperForm,
    'issuer' | 'foreignTradingSymbol' | 'periodOfReport' | 'dateOfOriginalSubmission' | 'ombExpires'
  >
  readonly relationship: readonly HeadWord[]
  /** Words of the print that no label says: the number of the OMB's approval, the hours. */
  readonly form: readonly Word[]
  readonly noise: readonly Word[]
  readonly rest: readonly (readonly Word[])[]
}

const DATES = ['periodOfReport', 'dateOfOriginalSubmission', 'expires'] as const

/**
 * Gives the free words above the tables to the box whose label stands before them in their cell, or else to the nearest
 * label above in their column. What has no shape of a date is noise in a box of dates; scraps of the print are noise.
 */
export function boxesOf(head: HeadWords): Boxes {
  const form: Word[] = []
  const noise: Word[] = []
  const rest: HeadWord[] = []
  const boxes = new Map<BoxKey, HeadWord[]>()
  for (const run of runsOf(head)) {
    const words = run.map((i) => head.words[i]!)
    const box = boxOf(head, run[0]!)
    const text = textOf(words)
    if (box === 'omb') form.push(...words.map(({ word }) => word))
    else if (isScrap(text, box) || isMisplaced(box, words)) noise.push(...words.map(({ word }) => word))
    else if (box === undefined) rest.push(...words)
    else boxes.set(box, [...(boxes.get(box) ?? []), ...words])
  }
  return {
    owner: ownerOf(head, boxes.get('reportingOwner') ?? []),
    parts: partsOf(boxes),
    relationship: boxes.get('relationship') ?? [],
    form,
    noise,
    rest: linesOf([...rest, ...(boxes.get('irsNumber') ?? []), ...(boxes.get('individualOrJoint') ?? [])]),
  }
}

function textOf(words: readonly HeadWord[]): string {
  return words.map(({ word }) => word.text).join(' ')
}

/** Free words that follow each other in one cell. */
function runsOf(head: HeadWords): number[][] {
  const runs: number[][] = []
  for (const i of head.free()) {
    const last = runs.at(-1)?.at(-1)
    const [one, other] = [head.words[i]!, last === undefined ? undefined : head.words[last]!]
    if (other && last === i - 1 && one.line === other.line && one.column === other.column) runs.at(-1)!.push(i)
    else runs.push([i])
  }
  return runs
}

/** Letters and figures that say nothing by themselves, and scraps of the print's own words; a title may be one such word. */
function isScrap(text: string, box: BoxKey | undefined): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) || /^\d{1,2}[a-c]?\.$/.test(text) || /^[\p{L}|.,;:'-]$/u.test(text)) return true
  if (hasDateShape(text)) return false
  if (shareOfFormWords(text) === 1 && /[()]/.test(text)) return true
  return box === undefined && (shareOfFormWords(text) === 1 || isScrapOfLabel(text))
}

function isMisplaced(box: BoxKey | undefined, words: readonly HeadWord[]): boolean {
  return DATES.some((one) => one === box) && !hasDateShape(textOf(words))
}

/** The label before a word in its cell; else of those above, the one that begins nearest to its column, the lowest of these. */
function boxOf(head: HeadWords, index: number): BoxKey | undefined {
  const { line, column } = head.words[index]!
  const boxes = head.labels.filter(({ label }) => label.box !== undefined)
  const start = ({ from }: PlacedLabel) => head.words[from]!
  const inCell = boxes.filter((one) => start(one).line === line && start(one).column === column && one.from < index)
  if (inCell.length > 0) return inCell.toSorted((a, b) => b.from - a.from)[0]!.label.box
  const above = boxes.filter((one) => one.from < index && start(one).column <= column)
  return above.toSorted((a, b) => start(b).column - start(a).column || b.from - a.from)[0]?.label.box
}

function partsOf(boxes: BoxWords): Boxes['parts'] {
  const cell = (key: BoxKey) => cellOfLines(boxes.get(key) ?? [])
  const parts = {
    issuer: cell('issuer'),
    foreignTradingSymbol: cell('foreignTradingSymbol'),
    periodOfReport: cell('periodOfReport'),
    dateOfOriginalSubmission: cell('dateOfOriginalSubmission'),
    ombExpires: cell('expires'),
  }
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
}

/** Words by the lines they stand in. */
function linesOf(words: readonly HeadWord[]): Word[][] {
  const lines = new Map<number, Word[]>()
  for (const { word, line } of words) lines.set(line, [...(lines.get(line) ?? []), word])
  return [...lines.values()]
}

/**
 * The person of box 1. Prints of EDGAR have the labels (Last), (Street) and (City) below what they label; without them
 * all lines are name and address together.
 */
function ownerOf({ subLines }: HeadWords, words: readonly HeadWord[]): OwnerCells {
  const [last, street, city] = ['last', 'street', 'city'].map((name) => subLines.get(name))
  if (last === undefined) return only({ name: cellOfLines(words) })
  const between = (from: number, to: number | undefined) =>
    words.filter(({ line }) => line >= from && (to === undefined || line < to))
  const [street1, street2] = linesOf(between(last, street ?? city))
  const place = street === undefined ? [] : between(street, city)
  return only({
    name: cellOfLines(words.filter(({ line }) => line < last)),
    street1: cellOf(street1 ?? []),
    street2: cellOf(street2 ?? []),
    ...cityOf([...place, ...(city === undefined ? [] : between(city, undefined))]),
  })
}

/** City, state and ZIP in cells of their own, or as one text. */
function cityOf(words: readonly HeadWord[]): OwnerCells {
  const columns = [...new Set(words.map(({ column }) => column))]
  if (columns.length === 3) {
    const [city, state, zipCode] = columns.map((column) =>
      cellOf(words.filter((one) => one.column === column).map(({ word }) => word)),
    )
    return only({ city, state, zipCode })
  }
  const [zip, state] = words.toReversed()
  if (words.length < 3 || !/^\d{5}(?:-\d{4})?$/.test(zip!.word.text) || !/^[A-Z]{2}$/.test(state!.word.text))
    return only({ city: cellOfLines(words) })
  const city = words.slice(0, -2).map(({ word }) => word)
  return only({ city: cellOf(city), state: cellOf([state!.word]), zipCode: cellOf([zip!.word]) })
}

function cellOfLines(words: readonly HeadWord[]): PaperCell | undefined {
  return cellOf(
    words.map(({ word }) => word),
    linesOf(words),
  )
}

function only(owner: Readonly<Record<string, PaperCell | undefined>>): OwnerCells {
  return Object.fromEntries(Object.entries(owner).filter(([, value]) => value !== undefined))
}

import type { FormNumber } from '@section16/core/facts'
import type { PaperForm } from '../form/paperForm.ts'
import { editionOf } from '../labels/paperEditions.ts'
import type { Word } from '../page/page.ts'
import { boxesOf } from './boxes.ts'
import { cellOf } from './cells.ts'
import { isFootLabel, readFoot } from './foot.ts'
import { allOwners, beginsParticulars, isOwnerLabel, isOwnerOver, readFurtherOwner } from './furtherOwners.ts'
import type { SignKey } from './headLabels.ts'
import { HeadWords } from './headWords.ts'
import { byCell, ignoredHead, noiseOf, ownerTicks, withRelationship } from './owner.ts'
import { type ReadTable, readTable } from './tables.ts'
import { tableTitleOf } from './tableTitle.ts'
import { type TextLine, textLines, textOf, wordsIn } from './textLines.ts'
import { ticksOf } from './ticks.ts'

/** A form without markup has ten thousand characters; what is longer is none. Reading takes a second for as many. */
const MOST_CHARACTERS = 400_000

/** Above its tables a form of two pages has a few hundred words. */
const MOST_HEAD_WORDS = 2000

/** What there may be more of than in any form. */
export type MarkdownLimit = 'characters' | 'words above its tables'

/**
 * The forms in a text that OCR made, in Markdown or plain with tables of tabs. Boxes and columns are found by their
 * labels, however these are cut apart or misread; nothing is interpreted. Every word is in a cell, a tick, or `ignored`,
 * as `form` where it is the print's and as `noise` where nobody printed it, or else in `unplaced`. Empty where no label
 * of a form is there. Beyond a limit there is no form, and `refuse` is told the limit.
 */
export function readMarkdownForms(text: string, refuse: (limit: MarkdownLimit) => void = () => {}): PaperForm[] {
  if (text.length > MOST_CHARACTERS) {
    refuse('characters')
    return []
  }
  const [first = [], second = [], ...others] = pagesOf(textLines(text))
  const begun = readForm(first, () => {})
  // What stands above the first name of a form belongs to it, where it is none by itself.
  const titled = begun ? undefined : readForm([...first, ...second], refuse)
  const rest = titled ? others : [second, ...others]
  return [begun ?? titled, ...rest.map((lines) => readForm(lines, refuse))].filter((form) => form !== undefined)
}

/** A form begins with its name; two of them are two forms. */
function pagesOf(lines: readonly TextLine[]): TextLine[][] {
  const starts = lines.flatMap((line, i) => (i > 0 && isFormName(line) ? [i] : []))
  return [0, ...starts].map((start, i) => lines.slice(start, starts[i])).filter((page) => page.length > 0)
}

const FORM_NAME = /^\W*form\s*([345])(\s*\/\s*a)?\W*$/i

/** What stands at the edge of a page alone in its line and is no part of the form: its number, and what it goes on with. */
const EDGE =
  /^\W*(?:page\s+\d+\s+of\s+\d+|form\s*[345](?:\s*\/\s*a)?\W+cont(?:inued|['’]?d)?|joint filer information)\W*$/i

function isFormName(line: TextLine): boolean {
  return FORM_NAME.test(textOf(wordsIn(line)))
}

/** A filing has at most ten persons; what more a text names stays where it is. */
const MOST_FURTHER = 100

interface Regions {
  readonly head: TextLine[]
  readonly tables: readonly { table: 'I' | 'II'; title: TextLine; lines: TextLine[] }[]
  /** Each further person's lines. */
  readonly owners: readonly TextLine[][]
  readonly foot: TextLine[]
}

/**
 * Above the first title of a table, below each title, and from the first label of the foot on. The label of box 1 begins
 * another person where it comes again.
 */
function regionsOf(lines: readonly TextLine[]): Regions {
  const head: TextLine[] = []
  const foot: TextLine[] = []
  const tables: { table: 'I' | 'II'; title: TextLine; lines: TextLine[] }[] = []
  const owners: TextLine[][] = []
  let region = head
  let before = head
  let hasOwner = false
  for (const [i, line] of lines.entries()) {
    const table = foot.length === 0 ? tableTitleOf(line) : undefined
    if (table) {
      tables.push({ table, title: line, lines: [] })
      region = tables.at(-1)!.lines
      continue
    }
    const isOwner = isOwnerLabel(line)
    const isFurther = (isOwner && (hasOwner || tables.length > 0)) || (tables.length > 0 && beginsParticulars(lines, i))
    hasOwner ||= isOwner
    if (isFurther && owners.length < MOST_FURTHER) {
      if (region !== owners.at(-1)) before = region
      owners.push([])
      region = owners.at(-1)!
    } else if (tables.length > 0 && isFootLabel(line)) region = foot
    else if (region === owners.at(-1) && isOwnerOver(region, line)) region = before
    region.push(line)
  }
  return { head, tables, owners, foot }
}

function readForm(lines: readonly TextLine[], refuse: (limit: MarkdownLimit) => void): PaperForm | undefined {
  const edges = lines.filter((line) => EDGE.test(textOf(wordsIn(line))))
  const regions = regionsOf(lines.filter((line) => !edges.includes(line)))
  if (regions.head.reduce((sum, line) => sum + wordsIn(line).length, 0) > MOST_HEAD_WORDS) {
    refuse('words above its tables')
    return undefined
  }
  const head = new HeadWords(regions.head)
  const signs = signsOf(head)
  const named = nameOf(regions.head)
  const form = named?.form ?? formBySigns(signs)
  if (!isForm(head, regions)) return undefined
  const ticks = ticksOf(head)
  const name = takeName(head, regions.head)
  const boxes = boxesOf(head)
  const further = regions.owners.map(readFurtherOwner)
  const { owner, rest } = withRelationship(boxes, ticks)
  const tables = regions.tables.map(({ table, title, lines: below }) => ({
    table,
    title,
    read: readTable(below, form ?? '4', table),
  }))
  const foot = readFoot(regions.foot, form ?? '4')
  const remarks = cellOf(foot.remarks.flat(), foot.remarks)
  const { isDirector: _, isTenPercentOwner: __, isOfficer: ___, isOther: ____, ...others } = ticks
  const { owners, noise } = allOwners({ ...owner, ...ownerTicks(ticks) }, further)
  const titles = tables.flatMap(({ title: line, read }) => [...wordsIn(line), ...read.form])
  return {
    kind: 'ocrText',
    form,
    isAmendment: named?.isAmendment ?? false,
    edition: editionOf({
      monthYear: signs.has('monthYear'),
      monthDayYear: signs.has('monthDayYear'),
      irsNumber: signs.has('irsNumber'),
      actOf1935: signs.has('actOf1935'),
      aff10b5One: ticks.aff10b5One !== undefined,
      foreignTradingSymbol: head.label(({ box }) => box === 'foreignTradingSymbol') !== undefined,
      styleSheet: signs.has('styleSheet') || signs.has('form3') || signs.has('form5'),
    }),
    ...boxes.parts,
    ...others,
    owners,
    tables: new Set(tables.map(({ table }) => table)),
    rows: { I: rowsOf(tables, 'I'), II: rowsOf(tables, 'II') },
    footnotes: foot.footnotes,
    ...(remarks && { remarks }),
    signatures: foot.signatures,
    ignored: [
      ...ignoredHead(head, boxes, [...titles, ...name, ...foot.form]),
      ...further.flatMap(({ ignored }) => ignored),
      ...noiseOf(
        byCell([...tables.flatMap(({ read }) => read.noise), ...foot.noise, ...noise, ...edges.flatMap(wordsIn)]),
      ),
    ],
    unplaced: [
      ...rest,
      ...tables.flatMap(({ read }) => read.rest),
      ...further.flatMap((one) => one.rest),
      ...foot.rest,
    ].flatMap((words) => cellOf(words) ?? []),
  }
}

/** Boxes for a person and an issuer, or for one of them with a table of the form below. */
function isForm(head: HeadWords, { tables }: Regions): boolean {
  const boxes = (['reportingOwner', 'issuer'] as const).filter((name) => head.label(({ box }) => box === name))
  return boxes.length === 2 || (boxes.length === 1 && tables.length > 0)
}

/** `FORM 4/A` above the tables. */
function nameOf(head: readonly TextLine[]): { form: FormNumber; isAmendment: boolean } | undefined {
  for (const line of head) {
    const found = FORM_NAME.exec(textOf(wordsIn(line)))
    if (found) return { form: found[1] as FormNumber, isAmendment: found[2] !== undefined }
  }
  return undefined
}

/** The words of the form's name belong to the print. */
function takeName(head: HeadWords, lines: readonly TextLine[]): Word[] {
  const names = new Set(lines.filter(isFormName).map(({ number }) => number))
  const indices = head.free().filter((i) => names.has(head.words[i]!.line))
  for (const i of indices) head.take(i)
  return indices.map((i) => head.words[i]!.word)
}

function signsOf(head: HeadWords): Set<SignKey> {
  return new Set(head.labels.flatMap(({ label }) => label.sign ?? []))
}

function formBySigns(signs: ReadonlySet<SignKey>): FormNumber | undefined {
  if (signs.has('form3')) return '3'
  if (signs.has('form5')) return '5'
  return signs.has('form4') ? '4' : undefined
}

interface TitledTable {
  readonly table: 'I' | 'II'
  readonly title: TextLine
  readonly read: ReadTable
}

function rowsOf(tables: readonly TitledTable[], which: 'I' | 'II') {
  return tables.filter(({ table }) => table === which).flatMap(({ read }) => read.rows)
}

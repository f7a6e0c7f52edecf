import type { FormNumber } from '@section16/core/facts'
import type { Ignored, PaperForm, PaperOwner, PaperTick, TickName } from '../form/paperForm.ts'
import { editionOf } from '../labels/paperEditions.ts'
import type { Word } from '../page/page.ts'
import { type Boxes, boxesOf } from './boxes.ts'
import { cellOf } from './cells.ts'
import { isFootLabel, readFoot } from './foot.ts'
import type { SignKey } from './headLabels.ts'
import { GARBLED, HeadWords } from './headWords.ts'
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
  return pagesOf(textLines(text)).flatMap((lines) => readForm(lines, refuse) ?? [])
}

/** A form begins with its name; two of them are two forms. */
function pagesOf(lines: readonly TextLine[]): TextLine[][] {
  const starts = lines.flatMap((line, i) => (i > 0 && isFormName(line) ? [i] : []))
  return [0, ...starts].map((start, i) => lines.slice(start, starts[i])).filter((page) => page.length > 0)
}

const FORM_NAME = /^\W*form\s*([345])(\s*\/\s*a)?\W*$/i

function isFormName(line: TextLine): boolean {
  return FORM_NAME.test(textOf(wordsIn(line)))
}

interface Regions {
  readonly head: TextLine[]
  readonly tables: readonly { table: 'I' | 'II'; title: TextLine; lines: TextLine[] }[]
  readonly foot: TextLine[]
}

/** Above the first title of a table, below each title, and from the first label of the foot on. */
function regionsOf(lines: readonly TextLine[]): Regions {
  const head: TextLine[] = []
  const foot: TextLine[] = []
  const tables: { table: 'I' | 'II'; title: TextLine; lines: TextLine[] }[] = []
  for (const line of lines) {
    const table = foot.length === 0 ? tableTitleOf(line) : undefined
    if (table) tables.push({ table, title: line, lines: [] })
    else if (foot.length > 0 || (tables.length > 0 && isFootLabel(line))) foot.push(line)
    else (tables.at(-1)?.lines ?? head).push(line)
  }
  return { head, tables, foot }
}

function readForm(lines: readonly TextLine[], refuse: (limit: MarkdownLimit) => void): PaperForm | undefined {
  const regions = regionsOf(lines)
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
  const { owner, rest } = withRelationship(boxes, ticks)
  const tables = regions.tables.map(({ table, title, lines: below }) => ({
    table,
    title,
    read: readTable(below, form ?? '4', table),
  }))
  const foot = readFoot(regions.foot, form ?? '4')
  const remarks = cellOf(foot.remarks.flat(), foot.remarks)
  const { isDirector, isTenPercentOwner, isOfficer, isOther, ...others } = ticks
  const persons = { isDirector, isTenPercentOwner, isOfficer, isOther }
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
    owners: [{ ...owner, ...onlyTicks(persons) }],
    tables: new Set(tables.map(({ table }) => table)),
    rows: { I: rowsOf(tables, 'I'), II: rowsOf(tables, 'II') },
    footnotes: foot.footnotes,
    ...(remarks && { remarks }),
    signatures: foot.signatures,
    ignored: ignoredOf(head, boxes, tables, [...name, ...foot.form], foot.noise),
    unplaced: [...rest, ...tables.flatMap(({ read }) => read.rest), ...foot.rest].flatMap(
      (words) => cellOf(words) ?? [],
    ),
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

/** Words in the box of the relationship are the officer's title, or what else the person is. */
function withRelationship({ owner, relationship, rest }: Boxes, ticks: Partial<Record<TickName, PaperTick>>) {
  const cell = cellOf(relationship.map(({ word }) => word))
  if (!cell) return { owner, rest }
  const [isOfficer, isOther] = [ticks.isOfficer?.state === 'ticked', ticks.isOther?.state === 'ticked']
  if (isOfficer && !isOther) return { owner: { ...owner, officerTitle: cell }, rest }
  if (isOther && !isOfficer) return { owner: { ...owner, otherText: cell }, rest }
  return { owner, rest: [...rest, cell.words] }
}

function onlyTicks(ticks: Record<string, PaperTick | undefined>): PaperOwner {
  return Object.fromEntries(Object.entries(ticks).filter(([, tick]) => tick !== undefined))
}

interface TitledTable {
  readonly table: 'I' | 'II'
  readonly title: TextLine
  readonly read: ReadTable
}

function rowsOf(tables: readonly TitledTable[], which: 'I' | 'II') {
  return tables.filter(({ table }) => table === which).flatMap(({ read }) => read.rows)
}

/** The print's own words, and what no print says, each in reading order. */
function ignoredOf(
  head: HeadWords,
  boxes: Boxes,
  tables: readonly TitledTable[],
  form: readonly Word[],
  noise: readonly Word[],
): Ignored[] {
  const titles = tables.flatMap(({ title, read }) => [...wordsIn(title), ...read.form])
  const said = head.labels.filter(({ difference }) => difference <= GARBLED)
  const garbled = head.labels.filter(({ difference }) => difference > GARBLED)
  const wordsOf = (labels: typeof said) =>
    labels.flatMap(({ from, to }) => head.words.slice(from, to).map(({ word }) => word))
  const print: Ignored = { why: 'form', words: [...wordsOf(said), ...head.subWords, ...boxes.form, ...titles, ...form] }
  const runs = [
    ...garbled.map((label) => wordsOf([label])),
    ...lines([...boxes.noise, ...tables.flatMap(({ read }) => read.noise), ...noise]),
  ]
  return [print, ...runs.filter((words) => words.length > 0).map((words): Ignored => ({ why: 'noise', words }))]
}

/** Words of one cell together. */
function lines(words: readonly Word[]): Word[][] {
  const cells = new Map<string, Word[]>()
  for (const word of words) {
    const key = `${word.place.top} ${word.place.left}`
    cells.set(key, [...(cells.get(key) ?? []), word])
  }
  return [...cells.values()]
}

import { type FormNumber, officialForms } from '@section16/core/facts'
import { NONE_OWNED } from '@section16/core/render'
import type { PaperCell, PaperForm, PaperOwner, PaperTick } from '../form/paperForm.ts'
import { folded, likeness } from '../labels/likeness.ts'
import { readExplanation } from './closing/explanation.ts'
import { rowsIn } from './closing/lines.ts'
import { readSignatures } from './closing/signatures.ts'
import { editionOf } from './edition.ts'
import { type Box, type Boxes, readBoxes } from './heading/boxes.ts'
import { bracketed, readIssuer } from './heading/issuer.ts'
import type { LabelName } from './heading/labels.ts'
import { readOwner } from './heading/owner.ts'
import { mergeOwners, readOwnersTable } from './heading/ownersTable.ts'
import { readRelationship } from './heading/relationship.ts'
import { readTicks, type Ticks } from './heading/ticks.ts'
import { type Block, type House, linesIn, textOf, tokensIn, tokensOf } from './page/blocks.ts'
import { Claims, cellOf, claimed } from './page/claims.ts'
import { isPrint } from './page/print.ts'
import { titledTable } from './page/sections.ts'
import { joinTables, type RawTable, readRows } from './tables/rows.ts'
import { readTableHead, type TableHead } from './tables/tableHead.ts'

/** A block of the page and, for Table I and II, its headings. */
export interface Part {
  readonly block: Block
  readonly head?: TableHead
}

/** What the form's title says. */
export interface FormTitle {
  readonly form: FormNumber | undefined
  readonly isAmendment: boolean
}

/** Which parts of a page are Tables I and II. A title above a table helps. */
export function partsOf(blocks: readonly Block[], form: FormNumber | undefined): Part[] {
  let titled: 'I' | 'II' | undefined
  return blocks.map((block) => {
    if (block.kind === 'line') {
      titled = block.tokens[0]?.isValue ? titled : (titledTable(textOf(block.tokens.slice(0, 3))) ?? titled)
      return { block }
    }
    const head = readTableHead(block, titled, form)
    titled = undefined
    return head ? { block, head } : { block }
  })
}

const FORM = /^(?:sec )?form\s+([345])\s*(\/\s*a)?\s*(?:$|[:(,])/i

/**
 * `FORM 4/A`, the first such line or the page's title; without one, the form whose title stands there. An amendment
 * calls itself so by `/A` or `Amendment No. 1`.
 */
export function readTitle(blocks: readonly Block[], pageTitle: string): FormTitle {
  const printed = linesIn(blocks).map(({ tokens }) => textOf(tokens.filter(({ isValue }) => !isValue)).trim())
  const lines = [...printed, pageTitle]
  const found = lines.flatMap((line) => {
    const [, number, amended] = FORM.exec(line) ?? []
    return number === undefined ? [] : [{ form: number as FormNumber, isAmendment: amended !== undefined }]
  })
  const isNumbered = printed.some((line) => /^\(?amendment\s+(?:no|number)\b/i.test(line))
  const form = found[0]?.form ?? titledForm(lines)
  return { form, isAmendment: isNumbered || found.some((each) => each.isAmendment) }
}

/** By its name: `Annual Statement of Changes in Beneficial Ownership`. */
function titledForm(lines: readonly string[]): FormNumber | undefined {
  const titles = (['3', '4', '5'] as const).flatMap((form) =>
    officialForms[form].titles.map(({ title }) => ({ form, title: folded(title) })),
  )
  const found = lines.map((line) => titles.find(({ title }) => folded(line.slice(0, 120)) === title))
  return found.find((each) => each !== undefined)?.form
}

/** One form from its parts. */
export function readForm(parts: readonly Part[], title: FormTitle, house: House): PaperForm {
  const claims = new Claims()
  const all = parts.flatMap(({ block }) => tokensOf(block))
  claims.ignore(
    'form',
    all.filter(({ isRemark }) => isRemark),
  )
  const noSecuritiesOwned = readNoneOwned(parts, claims)
  const firstTable = parts.findIndex(({ head }) => head !== undefined)
  const heading = firstTable < 0 ? parts.length : firstTable
  const below = parts.slice(heading).flatMap(({ block, head }) => (head ? [] : [block]))
  const rows = rowsIn(firstTable < 0 ? parts.map(({ block }) => block) : below)
  const signatures = readSignatures(rows, house, claims)
  const tables = readTables(parts, claims)
  const across = tables.flatMap((table) => table.across)
  const { footnotes, remarks } = readExplanation(rows, across, house, claims)
  const known = new Set(footnotes.map(({ mark }) => mark))
  const ofTable = (which: 'I' | 'II') =>
    joinTables(
      tables.filter((table) => table.which === which),
      claims,
      { house, known },
    )
  const form = {
    kind: 'html' as const,
    ...title,
    edition: editionOf(all, title.form, house),
    ...cell('ombExpires', readExpires(parts.slice(0, heading), claims)),
    ...readHeading(
      parts.slice(0, heading).map(({ block }) => block),
      below,
      house,
      claims,
    ),
    ...(noSecuritiesOwned ? { noSecuritiesOwned } : {}),
    rows: { I: ofTable('I'), II: ofTable('II') },
    footnotes,
    ...cell('remarks', remarks),
    signatures,
  }
  return { ...form, ...leftOver(parts, house, claims) }
}

const cell = <K extends string>(key: K, value: PaperCell | undefined) =>
  (value ? { [key]: value } : {}) as Partial<Record<K, PaperCell>>

function readTables(parts: readonly Part[], claims: Claims): RawTable[] {
  return parts.flatMap(({ block, head }) => {
    if (!head || block.kind !== 'table') return []
    claims.ignore(
      'form',
      head.cells.flatMap(({ blocks }) => tokensIn(blocks).filter(({ isValue }) => !isValue)),
    )
    return [readRows(block, head, claims)]
  })
}

function readNoneOwned(parts: readonly Part[], claims: Claims): PaperTick | undefined {
  for (const { tokens } of linesIn(parts.map(({ block }) => block))) {
    if (
      tokens.length < 4 ||
      tokens.length > 8 ||
      tokens.some(({ isValue }) => isValue) ||
      likeness(textOf(tokens), NONE_OWNED) < 0.9
    )
      continue
    claims.take(tokens)
    return { state: 'ticked', words: tokens.map(({ word }) => word) }
  }
  return undefined
}

/** What stands behind `Expires:`, or in the line after it. */
function readExpires(parts: readonly Part[], claims: Claims): PaperCell | undefined {
  const lines = linesIn(parts.map(({ block }) => block))
  for (const [i, { tokens }] of lines.entries()) {
    const at = tokens.findIndex(({ word, isValue }) => !isValue && /^expires:?$/i.test(word.text))
    if (at < 0) continue
    claims.ignore('form', tokens.slice(at, at + 1))
    const behind = tokens.slice(at + 1)
    return claimed(behind.length > 0 ? behind : (lines[i + 1]?.tokens ?? []), claims)
  }
  return undefined
}

type Heading = Pick<PaperForm, 'owners'> & Partial<PaperForm>

/** Boxes 1 to 7 above the tables, and the persons listed below them. */
function readHeading(above: readonly Block[], below: readonly Block[], house: House, claims: Claims): Heading {
  const listed = below.flatMap((block) => (block.kind === 'table' ? (readOwnersTable(block, claims) ?? []) : []))
  const boxes = readBoxes(above, claims)
  const ticks = ticksByBox(boxes, claims)
  const persons = [...boxes.boxes, ...readBoxes(below.filter(namesOwner), claims).boxes].filter(
    ({ name }) => name === 'owner',
  )
  const [first = {}, ...others] = readPersons(persons, claims)
  const piecesOf = (name: LabelName) => boxes.boxes.filter((box) => box.name === name).flatMap(({ pieces }) => pieces)
  const wordsOf = (name: LabelName) => piecesOf(name).flatMap(({ tokens, isHint }) => (isHint ? [] : tokens))
  const inBox = boxes.ticks.filter(({ box }) => box === 'relationship')
  const relationship = readRelationship(piecesOf('relationship'), ticks, inBox, claims)
  const owner: PaperOwner = { ...first, ...relationship }
  const isBlank = !isPerson(first, relationship)
  // Empty boxes that nobody has are print.
  if (isBlank)
    claims.drop(
      'form',
      Object.values(relationship).flatMap(({ words }: PaperTick | PaperCell) => words),
    )
  const owners = [...(isBlank ? [] : [owner]), ...others]
  const tick = (
    name:
      | 'isOnePerson'
      | 'isJoint'
      | 'notSubjectToSection16'
      | 'aff10b5One'
      | 'form3HoldingsReported'
      | 'form4TransactionsReported',
  ) => (ticks.has(name) ? { [name]: ticks.get(name)! } : {})
  return {
    owners: mergeOwners(owners, listed, claims),
    ...readIssuer(piecesOf('issuer'), house, claims),
    ...cell('foreignTradingSymbol', bracketed(wordsOf('foreignTradingSymbol'), claims)),
    ...cell('periodOfReport', claimed(wordsOf('periodOfReport'), claims)),
    ...cell('dateOfOriginalSubmission', claimed(wordsOf('dateOfOriginalSubmission'), claims)),
    ...tick('notSubjectToSection16'),
    ...tick('aff10b5One'),
    ...tick('form3HoldingsReported'),
    ...tick('form4TransactionsReported'),
    ...tick('isOnePerson'),
    ...tick('isJoint'),
  }
}

/** A page of EDGAR lists the first person of a joint filing again, word for word. */
function readPersons(boxes: readonly Box[], claims: Claims): PaperOwner[] {
  const wordsOf = ({ pieces }: Box) => pieces.flatMap(({ tokens }) => tokens)
  const first = boxes[0] && textOf(wordsOf(boxes[0]))
  const repeated = boxes.slice(1).filter((box) => textOf(wordsOf(box)) === first)
  for (const box of repeated) claims.ignore('noise', wordsOf(box))
  return boxes.filter((box) => !repeated.includes(box)).map(({ pieces }) => readOwner(pieces, claims))
}

/** On a blank form there is nobody. */
function isPerson(person: PaperOwner, relationship: PaperOwner): boolean {
  const said = Object.values(relationship).some(
    (value: PaperTick | PaperCell) => !('state' in value) || value.state !== 'empty',
  )
  return Object.keys(person).length > 0 || said
}

/** Labels of one box are read alike; those above the boxes are their own group. */
function ticksByBox(boxes: Boxes, claims: Claims): Ticks {
  const groups = Map.groupBy(boxes.ticks, ({ box }) => box)
  return new Map([...groups.values()].flatMap((labels) => [...readTicks(labels, claims)]))
}

const namesOwner = (block: Block) =>
  /name and address of reporting person/i.test(textOf(tokensOf(block).filter(({ isValue }) => !isValue)))

const NONE = /^(?:none|not applicable|n\/?a)\.?$/i

/**
 * Words without a place: print is ignored, and `none` below the title of a table; on pages that mark what is filled in,
 * all else that is not.
 */
function leftOver(parts: readonly Part[], house: House, claims: Claims): Pick<PaperForm, 'ignored' | 'unplaced'> {
  const unplaced: PaperCell[] = []
  let before = ''
  for (const { tokens: all } of linesIn(parts.map(({ block }) => block))) {
    const tokens = claims.free(all)
    const text = textOf(tokens)
    const isNone = NONE.test(text) && titledTable(before) !== undefined
    before = textOf(all)
    if (tokens.length === 0) continue
    if (tokens.some(({ isValue }) => isValue)) unplaced.push(cellOf(tokens, tokens, []))
    else if (isPrint(text)) claims.ignore('form', tokens)
    else if (house !== 'other' || isNone) claims.ignore('noise', tokens)
    else unplaced.push(cellOf(tokens, tokens, []))
  }
  return { ignored: claims.ignored(), unplaced }
}

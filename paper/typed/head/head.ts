import type { FormNumber } from '@section16/core/facts'
import type { PaperCell, PaperForm, PaperOwner, PaperTick } from '../../form/paperForm.ts'
import type { Word } from '../../page/page.ts'
import { byLine, cellOf } from '../text/cell.ts'
import type { GridLine } from '../text/grid.ts'
import { isPrint, isPrintPiece } from '../text/print.ts'
import type { Segment } from '../text/segments.ts'
import { textOf } from '../text/words.ts'
import { type Boxes, type HeadBox, readBoxes } from './boxes.ts'
import type { HeadKey } from './headLabels.ts'
import { readOwner } from './owner.ts'
import { FILINGS, ROLES, TITLE_BOXES } from './tickLabels.ts'
import { readTicks, type Ticks } from './ticks.ts'

type HeadFields = Pick<
  PaperForm,
  | 'form'
  | 'isAmendment'
  | 'ombExpires'
  | 'owners'
  | 'issuer'
  | 'tradingSymbol'
  | 'foreignTradingSymbol'
  | 'periodOfReport'
  | 'dateOfOriginalSubmission'
  | 'notSubjectToSection16'
  | 'form3HoldingsReported'
  | 'form4TransactionsReported'
  | 'isOnePerson'
  | 'isJoint'
>

/** What a form says above its tables. Words in neither fields nor `print` found no home. */
export interface Head {
  readonly fields: HeadFields
  readonly print: readonly Word[]
}

/** Reads the title and the boxes of a form's head. */
export function readHead(lines: readonly GridLine[]): Head {
  const { boxes, outside }: Boxes = readBoxes(lines)
  const title = readTicks(outside, TITLE_BOXES)
  const relationship = readTicks(segmentsIn(boxes, 'relationship', outside), ROLES)
  const filing = readTicks(segmentsIn(boxes, 'individualOrJoint', outside), FILINGS)
  const owners = readOwners(boxes, relationship)
  const expires = ombExpires(outside)
  const fields: HeadFields = {
    ...titleOf(outside),
    ...(expires.date && { ombExpires: expires.date }),
    owners: owners.owners,
    ...cellsOf(boxes),
    ...title.ticks,
    ...filing.ticks,
  }
  const print = [
    ...boxes.flatMap(({ label }) => label),
    ...outside.filter(({ words }) => isPrintPiece(words)).flatMap(({ words }) => words),
    ...expires.label,
    ...title.print,
    ...relationship.print,
    ...filing.print,
    ...owners.print,
  ]
  return { fields, print }
}

/** What stands in a box, or where the form does not name it, beside all boxes. */
function segmentsIn(boxes: readonly HeadBox[], key: HeadKey, outside: readonly Segment[]): readonly Segment[] {
  const own = boxes.filter((box) => box.key === key)
  return own.length > 0 ? own.flatMap(({ segments }) => segments) : outside
}

const FIELDS = [
  'issuer',
  'tradingSymbol',
  'foreignTradingSymbol',
  'periodOfReport',
  'dateOfOriginalSubmission',
] as const

function cellsOf(boxes: readonly HeadBox[]): Partial<Record<(typeof FIELDS)[number], PaperCell>> {
  const cells: Partial<Record<(typeof FIELDS)[number], PaperCell>> = {}
  for (const key of FIELDS) {
    const box = boxes.find((one) => one.key === key && one.segments.length > 0)
    const cell =
      box && cellOf(byLine(box.segments.filter(({ words }) => !isPrint(words)).flatMap(({ words }) => words)))
    if (cell) cells[key] = cell
  }
  return cells
}

interface Owners {
  readonly owners: readonly PaperOwner[]
  readonly print: readonly Word[]
}

function readOwners(boxes: readonly HeadBox[], relationship: Ticks): Owners {
  const named = boxes
    .filter(({ key }) => key === 'reportingOwner')
    .map(({ segments }) => readOwner(segments.filter(({ words }) => !isPrint(words))))
  const address = boxes.find(({ key }) => key === 'ownerAddress')
  const apart = address && cellOf(byLine(address.segments.flatMap(({ words }) => words)))
  const { isDirector, isTenPercentOwner, isOfficer, isOther } = relationship.ticks
  const [first, ...others] = named.map(({ owner }) => owner)
  const one: PaperOwner = {
    ...first,
    ...(apart && !first?.address && { address: apart }),
    ...(isDirector && { isDirector }),
    ...(isTenPercentOwner && { isTenPercentOwner }),
    ...(isOfficer && { isOfficer }),
    ...(isOther && { isOther }),
    ...titleTexts(relationship),
  }
  const print = [
    ...named.flatMap((owner) => owner.print),
    ...relationship.rest.slice(0, labelEnd(relationship.rest) + 1),
  ]
  const all = [one, ...others].filter((owner) => Object.keys(owner).length > 0)
  return { owners: all, print }
}

/** The words below `(give title below)`: the officer's, or the other's, whichever alone is ticked. */
function titleTexts({ ticks, rest }: Ticks): Pick<PaperOwner, 'officerTitle' | 'otherText'> {
  const label = labelEnd(rest)
  const first = rest.findIndex((word, i) => i > label && /[\p{L}\p{N}]/u.test(word.text))
  const last = rest.findLastIndex((word) => /[\p{L}\p{N}]/u.test(word.text))
  const lines = byLine(first < 0 ? [] : rest.slice(first, last + 1)).filter((line) => !isPrint(line))
  const cell = cellOf(lines)
  const isTicked = (tick: PaperTick | undefined) => tick?.state === 'ticked'
  if (!cell || isTicked(ticks.isOfficer) === isTicked(ticks.isOther)) return {}
  return isTicked(ticks.isOfficer) ? { officerTitle: cell } : { otherText: cell }
}

/** Where a label before the title ends: `Title:`, `Title, if officer:`; -1 where there is none. */
function labelEnd(words: readonly Word[]): number {
  const colon = words.slice(0, 4).findIndex(({ text }) => text.endsWith(':'))
  const isLabel = words.slice(0, colon + 1).every(({ text }) => /^\(?(?:title|if|an|officer)[,:)]*$/i.test(text))
  return isLabel ? colon : -1
}

/** What stands behind `Expires:` in the corner of the print. */
function ombExpires(outside: readonly Segment[]): {
  readonly date: PaperCell | undefined
  readonly label: readonly Word[]
} {
  for (const [i, { words, line }] of outside.entries()) {
    const at = words.findIndex((word) => /^expires:?$/i.test(word.text))
    if (at < 0) continue
    const next = outside[i + 1]
    const date = cellOf([at + 1 === words.length && next?.line === line ? next.words : words.slice(at + 1)])
    return { date, label: words.slice(at, at + 1) }
  }
  return { date: undefined, label: [] }
}

const STATEMENTS: readonly (readonly [FormNumber, RegExp])[] = [
  ['5', /annual\s+statement/i],
  ['3', /initial\s+statement/i],
  ['4', /statement\s+of\s+changes/i],
]

/** The form's number by `FORM 4`, else by what the statement calls itself. */
function titleOf(outside: readonly Segment[]): Pick<HeadFields, 'form' | 'isAmendment'> {
  const texts = outside.map(({ words }) => textOf(words))
  const titles = texts.flatMap((text) => [...text.matchAll(FORM_TITLE)])
  const number = titles[0]?.[1] as FormNumber | undefined
  const all = texts.join(' ')
  const isAmendment =
    titles.some((title) => title[2] !== undefined) ||
    texts.some((text) => /^\(?amendment\s+no\.?\s*\d|^\(?amendment\)?$/i.test(text))
  return { form: number ?? STATEMENTS.find(([, pattern]) => pattern.test(all))?.[0], isAmendment }
}

/** `FORM 4`, `SEC FORM 4/A`, alone in its place. */
export const FORM_TITLE = /^(?:SEC\s+)?form\s+([345])(\s*\/?\s*A)?(?:\s*\((?:continued|cont\.?)\))?$/gi

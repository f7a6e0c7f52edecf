import { type FormBoxName, type FormNumber, formBoxes } from '@section16/core/facts'
import type { CalendarDate, OwnershipDocument, ReportingOwner } from '@section16/core/model'
import {
  printedBoxes,
  printedDate,
  printedForeignSymbol,
  printedJoint,
  printedRelationship,
  printedRoles,
  ROLE_HEADINGS,
} from '@section16/core/render'
import type { Paper } from './paper.ts'
import { beginningOf, drawTable, type Table } from './table.ts'
import { type Line, LOOKS, type Run } from './text.ts'
import { between, cikLine, field, label, named, ours, owner, parts, plain, said, tick, tickOf } from './words.ts'

type BoxName = Exclude<FormBoxName, 'foreignTradingSymbol'>

const SIZE = 8
const HEAD_SIZE = 7
const PADDING = 4

interface Box {
  name: BoxName
  heading: Line[]
  lines: Line[]
  height: number
}

/** Boxes 1 to 6: the owner on the left, what the filing is about in the middle, the relationship on the right. */
export function drawBoxes(
  paper: Paper,
  document: OwnershipDocument,
  form: FormNumber,
  date: CalendarDate | undefined,
): void {
  const contents = contentsOf(document, form, date)
  const width = paper.width / 3
  const boxes = printedBoxes(form).map(({ name, heading }): Box => {
    const lines = paper.lines(contents[name], width - 2 * PADDING, SIZE)
    const head = paper.lines([label(heading)], width - 2 * PADDING, HEAD_SIZE)
    const height = head.length * paper.lineHeight(HEAD_SIZE) + lines.length * paper.lineHeight(SIZE) + 2 * PADDING
    return { name, heading: head, lines, height }
  })
  const rows = rowsOf(boxes, form)
  const height = rows.reduce((sum, each) => sum + each, 0)
  if (height > paper.bottom - paper.top) {
    drawBelowOneAnother(paper, form, contents)
    return
  }
  paper.keep(height)
  for (const box of boxes) drawBox(paper, box, placeOf(box.name, form), rows, width)
  paper.y += height + 8
}

/** Column and first row of three, and the rows that a box is high. */
type Place = [column: number, row: number, rows: number]

function placeOf(name: BoxName, form: FormNumber): Place {
  const places: Record<BoxName, Place> = {
    reportingOwner: [0, 0, 3],
    issuer: [1, form === '3' ? 1 : 0, 1],
    periodOfReport: [1, form === '3' ? 0 : 1, 1],
    dateOfOriginalSubmission: [1, 2, 1],
    relationship: [2, 0, 2],
    individualOrJoint: [2, 2, 1],
  }
  return places[name]
}

/** The heights of three rows that hold all boxes. */
function rowsOf(boxes: readonly Box[], form: FormNumber): [number, number, number] {
  const rows: [number, number, number] = [0, 0, 0]
  const placed = boxes.map(({ name, height }) => ({ place: placeOf(name, form), height }))
  for (const { place, height } of placed.sort((a, b) => a.place[2] - b.place[2])) {
    const [, row, count] = place
    const have = rows.slice(row, row + count).reduce((sum, each) => sum + each, 0)
    if (have < height) rows[row + count - 1]! += height - have
  }
  return rows
}

function drawBox(paper: Paper, { heading, lines }: Box, place: Place, rows: readonly number[], width: number): void {
  const [column, row, count] = place
  const x = paper.left + column * width
  let y = paper.y + rows.slice(0, row).reduce((sum, each) => sum + each, 0)
  const height = rows.slice(row, row + count).reduce((sum, each) => sum + each, 0)
  paper.artifact('Layout', () => paper.frame(x, y, width, height))
  y += PADDING
  const title = paper.element('H2')
  for (const line of heading) {
    paper.line(line, x + PADDING, y, HEAD_SIZE, title)
    y += paper.lineHeight(HEAD_SIZE)
  }
  if (lines.length === 0) return
  const text = paper.element('P')
  for (const line of lines) {
    paper.line(line, x + PADDING, y, SIZE, text)
    y += paper.lineHeight(SIZE)
  }
}

/** For texts that are too long to stand beside one another on a page. */
function drawBelowOneAnother(paper: Paper, form: FormNumber, contents: Record<BoxName, Run[]>): void {
  for (const { name, heading } of printedBoxes(form)) {
    paper.block('H2', [label(heading)], HEAD_SIZE, { with: 20 })
    paper.block('P', contents[name], SIZE)
  }
}

function contentsOf(
  document: OwnershipDocument,
  form: FormNumber,
  date: CalendarDate | undefined,
): Record<BoxName, Run[]> {
  const [first] = document.reportingOwners
  return {
    reportingOwner: first ? owner(first) : [ours('not given')],
    issuer: issuer(document, form, date),
    periodOfReport: field(document.periodOfReport, printedDate),
    dateOfOriginalSubmission: field(document.dateOfOriginalSubmission, printedDate),
    relationship: first ? relationship(first) : [ours('not given')],
    individualOrJoint: printedJoint(document.reportingOwners.length).flatMap(({ isTicked, label: text }, i) => [
      ...(i > 0 ? [plain('\n')] : []),
      tick(isTicked ? 'ticked' : 'empty'),
      plain(` ${text}`),
    ]),
  }
}

function issuer(document: OwnershipDocument, form: FormNumber, date: CalendarDate | undefined): Run[] {
  const { name, cik, tradingSymbol, foreignTradingSymbol } = document.issuer
  const symbol = (value: string | undefined) => (value === undefined ? [] : [said(` [${value}]`)])
  const heading = printedForeignSymbol(document, form, date)
  const below = heading === undefined ? [] : [label(`\n${heading}`), ...symbol(foreignTradingSymbol.value)]
  return [named(name, cik), ...symbol(tradingSymbol.value), ...cikLine(cik), ...below]
}

function relationship(first: ReportingOwner): Run[] {
  const { ticks, titles } = printedRelationship(first)
  const items = ticks.flatMap(({ value, label: text }, i) => [
    ...(i > 0 ? [plain('\n')] : []),
    ...tickOf(value),
    plain(` ${text}`),
  ])
  const words = titles.map((title) => said(title))
  return words.length === 0 ? items : [...items, plain('\n'), ...between(words, ' / ')]
}

/** All owners of a joint filing, with their titles in place of crosses. Nothing for one owner. */
export function drawReportingOwners(paper: Paper, { reportingOwners: owners }: OwnershipDocument): void {
  if (owners.length < 2) return
  const headings = [formBoxes[3].reportingOwner.title, ...ROLE_HEADINGS].map((title) => ({ title, below: [] }))
  const rows = owners.map((each) => [owner(each), ...printedRoles(each).map(parts)])
  const table: Table = { headings, rows, none: ours('none') }
  const heading: Run = { text: 'Reporting Owners', look: LOOKS.bold }
  paper.block('H2', [heading], 9, { with: beginningOf(paper, table) })
  drawTable(paper, table)
  paper.y += 8
}

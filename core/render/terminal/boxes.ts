import type { FormNumber } from '../../facts/documentTypes.ts'
import { type FormBox, formBoxes } from '../../facts/formBoxes.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import { MASKED_CCC } from '../../model/ccc.ts'
import type { OwnershipDocument, ReportingOwner } from '../../model/ownershipDocument.ts'
import type { Reported } from '../../model/reported.ts'
import { printedDate } from '../printed.ts'
import { addressLines } from '../printedForm.ts'
import { type Flow, type Span, span } from './flow.ts'
import { mark, ROOMY, tick } from './heading.ts'
import { type Band, type Cell, type Page, split } from './page.ts'
import { invalid } from './table.ts'

/** Narrower pages have one box below the other. */
const TWO_COLUMNS_FROM = 64

/** Boxes 1 to 6; a row of its own for each further owner. */
export function drawBoxes(page: Page, document: OwnershipDocument, form: FormNumber): void {
  const boxes = formBoxes[form]
  const owners = document.reportingOwners
  const [first] = owners
  const owner = titled(boxes.reportingOwner, first ? ownerFlow(page, first) : [NOTHING])
  const relationship = titled(boxes.relationship, first ? relationshipFlow(page, first) : [NOTHING])
  const issuer = titled(boxes.issuer, issuerFlow(page, document, form))
  const period = titled(boxes.periodOfReport, dateFlow(page, document.periodOfReport))
  const original = titled(boxes.dateOfOriginalSubmission, dateFlow(page, document.dateOfOriginalSubmission))
  const joint = titled(boxes.individualOrJoint, jointFlow(owners.length))
  const further = owners
    .slice(1)
    .map((each, i) => furtherOwner(page, boxes.reportingOwner, boxes.relationship, each, i + 2, owners.length))
  for (const band of arrange(page, { owner, relationship, issuer, period, original, joint }, form)) page.add(band)
  for (const band of further.flat()) page.add(band)
}

type Flows = Record<'owner' | 'relationship' | 'issuer' | 'period' | 'original' | 'joint', Flow>

/** Three columns as on paper, two, or one. Form 3 has its event's date above the issuer. */
function arrange(page: Page, flows: Flows, form: FormNumber): Band[] {
  const { owner, relationship, issuer, period, original, joint } = flows
  const middle = form === '3' ? [period, issuer, original] : [issuer, period, original]
  const cells = (width: number, ...all: Flow[]): Cell[] => all.map((flow) => page.cell(width, flow))
  if (page.width >= ROOMY) {
    const [left, centre, right] = split(page.inner, 1, 1, 1) as [number, number, number]
    return [[cells(left, owner), cells(centre, ...middle), cells(right, relationship, joint)]]
  }
  if (page.width >= TWO_COLUMNS_FROM) {
    const [left, right] = split(page.inner, 1, 1) as [number, number]
    return [
      [cells(left, owner), cells(right, ...middle)],
      [cells(left, relationship), cells(right, joint)],
    ]
  }
  return [owner, ...middle, relationship, joint].map((flow) => cells(page.inner, flow))
}

function furtherOwner(
  page: Page,
  box: FormBox,
  relationship: FormBox,
  owner: ReportingOwner,
  place: number,
  count: number,
): Band[] {
  const who = titled({ ...box, title: `${box.title}, ${place} of ${count}` }, ownerFlow(page, owner))
  const what = titled(relationship, relationshipFlow(page, owner))
  if (page.width < TWO_COLUMNS_FROM) return [[page.cell(page.inner, who)], [page.cell(page.inner, what)]]
  const [left, centre, right] = split(page.inner, 1, 1, 1) as [number, number, number]
  if (page.width >= ROOMY) return [[page.cell(left + 1 + centre, who), page.cell(right, what)]]
  const [half, rest] = split(page.inner, 1, 1) as [number, number]
  return [[page.cell(half, who), page.cell(rest, what)]]
}

const NOTHING = span('not given', 'label')

function titled({ number, title }: Pick<FormBox, 'number' | 'title'>, content: Flow): Flow {
  return [span(`${number}. \t`, 'strong'), span(`${title}\n`, 'label'), ...content]
}

function ownerFlow(page: Page, owner: ReportingOwner): Flow {
  const { id, address } = owner
  return lines(
    [text(page, id.name, 'strong')],
    ...addressLines(address).map((line) => [page.said(line)]),
    cikLine(page, id.cik),
    // A code that came with a submission is a secret.
    id.ccc.present ? [span('CCC ', 'label'), span(MASKED_CCC)] : [],
  )
}

function relationshipFlow(page: Page, { relationship }: ReportingOwner): Flow {
  const { isDirector, isTenPercentOwner, isOfficer, isOther, officerTitle, otherText } = relationship
  const titles = [officerTitle, otherText].flatMap(({ value }) => value ?? [])
  return lines(
    [...tick(page, isDirector), label('Director', 12), ...tick(page, isTenPercentOwner), label('10% Owner')],
    [...tick(page, isOfficer), label('Officer', 12), ...tick(page, isOther), label('Other')],
    titles.length > 0 ? [page.said(titles.join(' / '))] : [],
  )
}

/** Behind a box to tick. With a width it stays in one piece. */
const label = (text: string, width = 0) =>
  span(width > 0 ? `\u00a0${text.padEnd(width).replaceAll(' ', '\u00a0')}` : `\u00a0\t${text}`, 'label')

function issuerFlow(page: Page, { issuer }: OwnershipDocument, form: FormNumber): Flow {
  const symbol = issuer.tradingSymbol.value
  const foreign = issuer.foreignTradingSymbol.value
  const { number, title } = formBoxes[form].foreignTradingSymbol
  return lines(
    [text(page, issuer.name, 'strong'), ...(symbol === undefined ? [] : [page.said(` [${symbol}]`)])],
    foreign === undefined ? [] : [span(`${number}. `, 'strong'), span(`${title} `, 'label'), page.said(`[${foreign}]`)],
    cikLine(page, issuer.cik),
  )
}

function jointFlow(owners: number): Flow {
  const one = owners < 2
  return lines(
    [mark(one), label('Form filed by One Reporting Person')],
    [mark(!one), label('Form filed by More than One Reporting Person')],
  )
}

function cikLine(page: Page, cik: Reported<string>): Flow {
  if (cik.kind === 'value') return [span('CIK ', 'label'), span(cik.value)]
  return cik.kind === 'invalid' ? [span('CIK ', 'label'), invalid(page, cik.written)] : []
}

function dateFlow(page: Page, date: Reported<CalendarDate>): Flow {
  if (date.kind === 'invalid') return [invalid(page, date.written)]
  return date.kind === 'value' ? [span(printedDate(date.value))] : []
}

function text(page: Page, field: Reported<string>, style: Span['style']): Span {
  return field.value === undefined ? span('name not given', 'label') : page.said(field.value, style)
}

/** Flows below one another; empty ones leave no line. */
function lines(...flows: Flow[]): Flow {
  return flows.filter((flow) => flow.length > 0).flatMap((flow, i) => (i > 0 ? [span('\n'), ...flow] : flow))
}

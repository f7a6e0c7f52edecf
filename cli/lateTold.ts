import {
  type Item405,
  type JudgedLine,
  type JudgedReport,
  type LateAnswer,
  type LateFiler,
  type LateReport,
  lineName,
  placeOf,
} from '@section16/core/ledger'
import type { Table } from '@section16/core/write'
import { counted } from './counted.ts'
import { drawDerivation } from './derivationDrawn.ts'
import { printable } from './input/names.ts'
import { type Column, drawColumns } from './table.ts'
import { cellsOf } from './tableCells.ts'
import { hasColour, type ShowOptions, styled, widthOf } from './terminal.ts'

/** How many reports and lines there are with each verdict. */
export function lateSummary(judged: readonly JudgedReport[]): {
  reports: number
  lateReports: number
  lines: Record<string, number>
} {
  const lines: Record<string, number> = {}
  for (const report of judged) for (const { verdict } of report.lines) lines[verdict] = 1 + (lines[verdict] ?? 0)
  return { reports: judged.length, lateReports: judged.filter(({ isLate }) => isLate).length, lines }
}

/** One report as JSON; `derivation` only where it is asked for, since there is one for every line. */
export function judgedJson({ report, whole, lines, isLate }: JudgedReport, explain: boolean): object {
  return {
    report: report.key,
    form: report.document.documentType.value ?? null,
    filedOn: report.filedOn ?? null,
    isLate,
    whole: answerJson(whole, explain),
    lines: lines.map((line) => ({ ...placeOf(line.line), ...answerJson(line, explain) })),
  }
}

function answerJson({ verdict, why, deadline, judged, missing, derivation }: LateAnswer, explain: boolean): object {
  return {
    verdict,
    ...(why && { why }),
    ...(deadline && { dueDate: deadline.dueDate, due: deadline.due }),
    ...(judged && { businessDaysLate: judged.businessDaysLate }),
    ...(missing.length > 0 && { missing }),
    ...(explain && { derivation }),
  }
}

/** The list of Item 405 as JSON. */
export function item405Json(list: Item405): object {
  const { caption, from, to, filers, mayFile20F, notJudged, options, derivation } = list
  return {
    caption: filers.length > 0 ? caption : null,
    from,
    to,
    filers: filers.map(filerJson),
    mayFile20F,
    notJudged: notJudged.map(({ report, answer }) => ({ report: report.key, why: answer.why ?? null })),
    options,
    derivation,
  }
}

function filerJson(filer: LateFiler): object {
  return { ...filer, reports: filer.reports.map(reportJson), fromPriorYears: filer.fromPriorYears.map(reportJson) }
}

function reportJson({ report, form, lines }: LateReport): object {
  return { report: report.key, form, filedOn: report.filedOn ?? null, lines: lines.map(({ line }) => placeOf(line)) }
}

const LINE_COLUMNS = [
  'report',
  'form',
  'filedOn',
  'owners',
  'table',
  'line',
  'security',
  'transactionDate',
  'deemedExecutionDate',
  'code',
  'verdict',
  'why',
  'dueDate',
  'businessDaysLate',
] as const

/** A row for each line of each report. */
export function lateTable(judged: readonly JudgedReport[]): Table {
  const rows = judged.flatMap(({ report, lines }) => {
    const owners = report.document.reportingOwners.map(({ id }) => id.cik.value ?? '').join(' ')
    const head = [report.key, report.document.documentType.value, report.filedOn, owners]
    return lines.map(({ line: { table, place, row }, verdict, why, deadline, judged: filing }) => [
      ...head,
      table,
      place,
      row.securityTitle.value,
      row.transactionDate.value,
      row.deemedExecutionDate.value,
      row.coding.code.value,
      verdict,
      why,
      deadline?.dueDate,
      filing?.businessDaysLate,
    ])
  })
  return { columns: LINE_COLUMNS, rows: rows.map(cellsOf) }
}

/** A row for each person of Item 405. */
export function item405Table({ from, to, filers }: Item405): Table {
  return {
    columns: ['cik', 'name', 'from', 'to', 'lateReports', 'lateTransactions', 'reports', 'fromPriorYears'],
    rows: filers.map(({ cik, name, lateReports, lateTransactions, reports, fromPriorYears }) =>
      cellsOf([cik, name, from, to, lateReports, lateTransactions, keysOf(reports), keysOf(fromPriorYears)]),
    ),
  }
}

const keysOf = (reports: readonly LateReport[]) => reports.map(({ report }) => report.key).join(' ')

const COLUMNS: readonly Column[] = [
  { title: 'line' },
  { title: 'date' },
  { title: 'code' },
  { title: 'due' },
  { title: 'days late', align: 'right' },
  { title: 'verdict', gives: true },
]

/** Late lines and those that could not be judged, for people; with `explain` all lines with their derivation. */
export function drawLate(judged: readonly JudgedReport[], options: ShowOptions & { explain?: boolean }): string[] {
  const shown = judged.filter((one) => options.explain || isTold(one.whole) || one.lines.some(isTold))
  const { reports, lateReports, lines } = lateSummary(judged)
  const counts = Object.entries(lines).map(([verdict, count]) => `${count} ${verdict}`)
  return [
    ...shown.flatMap((one) => drawReport(one, options)),
    `${counted(reports, 'report')}, ${lateReports} with something late; lines: ${counts.join(', ') || 'none'}`,
  ]
}

const isTold = ({ verdict }: LateAnswer) => verdict === 'late' || verdict === 'unknown'

function drawReport(one: JudgedReport, options: ShowOptions & { explain?: boolean }): string[] {
  const { report, whole } = one
  const { documentType, issuer, reportingOwners } = report.document
  const owners = reportingOwners.map(({ id }) => id.name.value ?? id.cik.value ?? '?').join(', ')
  const filed = report.filedOn ? `filed ${String(report.filedOn)}` : 'filing date not known'
  const said = [report.key, `Form ${documentType.value ?? '?'}`, issuer.name.value ?? '?', owners, filed].join('  ')
  const lines = one.lines.filter((line) => options.explain || isTold(line))
  const rows = [...(isTold(whole) ? [wholeCells(whole)] : []), ...lines.map(lineCells)]
  return [
    styled('bold', printable(said), hasColour(options)),
    ...(rows.length > 0 ? drawColumns(COLUMNS, rows, widthOf(options)) : []),
    ...(options.explain
      ? lines.flatMap((line) => [printable(lineName(line.line)), ...drawDerivation(line.derivation)])
      : []),
    '',
  ]
}

function wholeCells(answer: LateAnswer): string[] {
  return ['the report', '', '', ...judgedCells(answer)]
}

function lineCells(line: JudgedLine): string[] {
  const { table, place, row } = line.line
  const date = String(row.transactionDate.value ?? '')
  return [`${table === 'derivative' ? 'II' : 'I'} ${place}`, date, row.coding.code.value ?? '', ...judgedCells(line)]
}

function judgedCells({ verdict, why, deadline, judged }: LateAnswer): string[] {
  const days = judged && judged.businessDaysLate > 0 ? String(judged.businessDaysLate) : ''
  return [String(deadline?.dueDate ?? ''), days, why ? `${verdict}: ${why}` : verdict]
}

/** The list of Item 405 for people. */
export function drawItem405(list: Item405, options: ShowOptions & { explain?: boolean }): string[] {
  const { caption, from, to, filers, mayFile20F, notJudged, derivation } = list
  const without3 = filers.filter(({ form3NotGiven }) => form3NotGiven).length
  const heading = filers.length > 0 ? caption : 'Nothing to name; the caption is left out'
  return [
    styled('bold', `${heading} (${String(from)} to ${String(to)})`, hasColour(options)),
    ...filers.flatMap(drawFiler),
    ...(without3 > 0 ? [`  of ${without3} of them no Form 3 is among the filings given`] : []),
    ...mayFile20F.map(({ name, cik }) => printable(`  no Item 405 if it files Form 20-F: ${name} (${cik})`)),
    ...(notJudged.length > 0 ? [`${notJudged.length} lines or reports could not be judged and are in no count`] : []),
    ...(options.explain ? drawDerivation(derivation) : []),
  ]
}

function drawFiler({ name, cik, lateReports, lateTransactions, reports, fromPriorYears }: LateFiler): string[] {
  const prior =
    fromPriorYears.length > 0 ? [`    from earlier years, if not named before: ${keysOf(fromPriorYears)}`] : []
  return [
    printable(
      `  ${name} (${cik}): ${counted(lateReports, 'late report')}, ${counted(lateTransactions, 'late transaction')}`,
    ),
    ...(reports.length > 0 ? [printable(`    ${keysOf(reports)}`)] : []),
    ...prior.map(printable),
  ]
}

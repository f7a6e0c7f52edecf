import type { CalendarDate } from '../../model/calendarDate.ts'
import type { FiledReport } from '../filedReport.ts'
import type { EffectiveLine } from './applyAmendment.ts'
import { byFiling, linesOf, type ReportLine } from './reportLine.ts'
import { type Amendments, type OpenAmendment, resolveAmendments } from './resolveAmendments.ts'

/** `asFiled`: every report as it was filed, amendments beside their originals; `asAmended`: originals as they stand. */
export type View = 'asFiled' | 'asAmended'

export interface ViewOptions {
  /** `asAmended` unless said. */
  readonly view?: View
  /** What was known at the end of this day: only reports filed by then. */
  readonly knownOn?: CalendarDate
}

/** The lines that count in a view, each report's in its order. */
export interface ViewedReport {
  /** The report in whose place the lines stand: an amended line stands where its original stood. */
  readonly report: FiledReport
  readonly lines: readonly EffectiveLine[]
  /** Set where this is an amendment whose original is not at hand: its lines stand for themselves. */
  readonly standsAlone: boolean
}

export interface ReportsInView {
  readonly reports: readonly ViewedReport[]
  readonly amendments: Amendments
  /** Of a day on which things were known: reports whose filing date is not known, which are left out. */
  readonly undated: readonly FiledReport[]
  /** Open amendments whose lines are in no view, because a report at hand may be their original. */
  readonly heldBack: readonly OpenAmendment[]
}

/**
 * The reports as filed, as amended, or as known on a day; in filing order whatever the order given. An amendment whose
 * original is not at hand stands alone; one that could amend a report at hand, though which stays open, is held back,
 * so that nothing is counted twice. Source: section16-rules.md R5.2.6.
 */
export function reportsInView(reports: readonly FiledReport[], options: ViewOptions = {}): ReportsInView {
  const { view = 'asAmended', knownOn } = options
  const undated = knownOn ? reports.filter(({ filedOn }) => filedOn === undefined).toSorted(byFiling) : []
  const known = knownOn ? reports.filter(({ filedOn }) => filedOn && filedOn.day <= knownOn.day) : reports
  const amendments = resolveAmendments(known)
  if (view === 'asFiled') {
    const all = known.toSorted(byFiling)
    return { reports: all.map((report) => alone(report, false)), amendments, undated, heldBack: [] }
  }
  const open = amendments.answers.filter((answer) => answer.kind === 'open')
  const heldBack = open.filter(({ candidates }) => candidates.length > 0)
  const single = open.filter(({ candidates }) => candidates.length === 0)
  const viewed = [
    ...amendments.reports.map(({ report, state }) => ({ report, lines: state.lines, standsAlone: false })),
    ...single.map(({ amendment }) => alone(amendment, true)),
  ]
  return { reports: viewed.sort((a, b) => byFiling(a.report, b.report)), amendments, undated, heldBack }
}

function alone(report: FiledReport, standsAlone: boolean): ViewedReport {
  return { report, lines: linesOf(report).map((line: ReportLine) => ({ line, earlier: [] })), standsAlone }
}

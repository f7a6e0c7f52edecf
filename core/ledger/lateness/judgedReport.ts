import {
  type AmendmentAnswer,
  byFiling,
  formFamily,
  isAmendment,
  linesOf,
  type ReportLine,
  resolveAmendments,
} from '../amendments/index.ts'
import { form3Deadline, form5Deadline } from '../deadlines/index.ts'
import { type DerivationStep, derivationStep } from '../derivation.ts'
import type { FiledReport } from '../filedReport.ts'
import {
  byDeadline,
  type JudgedLine,
  judgeLine,
  type LateAnswer,
  type LatenessOptions,
  none,
  unknown,
  unknownFiling,
} from './judgedLine.ts'
import { lateRules } from './lateRules.ts'

/** One report, and whether it and its lines were filed in time. */
export interface JudgedReport {
  readonly report: FiledReport
  /** Of the report as a whole: a Form 3 and a Form 5 have a day of their own, a Form 4 has its lines'. */
  readonly whole: LateAnswer
  readonly lines: readonly JudgedLine[]
  /** Whether the report, or a line of it, is late. */
  readonly isLate: boolean
}

/**
 * Whether each report and each of its lines was filed in time, by EDGAR's filing date and never by a signature. Lines of
 * an amendment are late only where they are added. In filing order. Source: section16-rules.md 3, R5.2.5.
 */
export function judgeReports(reports: readonly FiledReport[], options: LatenessOptions = {}): JudgedReport[] {
  const answers = new Map(resolveAmendments(reports).answers.map((answer) => [answer.amendment, answer]))
  return reports.toSorted(byFiling).map((report): JudgedReport => {
    const answer = answers.get(report)
    const lines = linesOf(report).map((line) => ({
      line,
      ...(answer ? inAmendment(line, answer, options) : judgeLine(line, options)),
    }))
    const whole = wholeReport(report, options)
    const isLate = [whole, ...lines].some(({ verdict }) => verdict === 'late')
    return { report, whole, lines, isLate }
  })
}

/** A line of an amendment: added, or a correction of what was filed in its time. */
function inAmendment(line: ReportLine, answer: AmendmentAnswer, options: LatenessOptions): LateAnswer {
  const own = judgeLine(line, options)
  if (own.verdict === 'notAsked' || options.corrections === 'judged') return own
  if (answer.kind === 'open') return perhaps(own)
  const change = answer.applied.changes.find((one) => 'line' in one && isSameLine(one.line, line))
  if (change?.kind === 'added') return { ...own, derivation: [derivationStep(lateRules, 'added'), ...own.derivation] }
  return change?.kind === 'open' ? perhaps(own) : none('correction', [derivationStep(lateRules, 'correction')])
}

function isSameLine(a: ReportLine, b: ReportLine): boolean {
  return a.report === b.report && a.table === b.table && a.place === b.place
}

/** In time for a first report is in time for a correction too. */
function perhaps(own: LateAnswer): LateAnswer {
  if (own.verdict !== 'late') return own
  const step = derivationStep(lateRules, 'perhapsCorrection')
  return { ...own, verdict: 'unknown', why: 'originalNotFound', derivation: [...own.derivation, step] }
}

function wholeReport(report: FiledReport, options: LatenessOptions): LateAnswer {
  const family = formFamily(report)
  const period = report.document.periodOfReport.value
  if (family !== '3' && family !== '5') return none('notAsked', [])
  if (isAmendment(report)) return none('correction', [derivationStep(lateRules, 'correction')])
  if (report.filedOn === undefined) return unknownFiling(report.key)
  if (period === undefined) return unknown('eventDateNotStated', [derivationStep(lateRules, 'eventMissing')])
  if (family === '5') return byDeadline(form5Deadline(period, options.calendar), report.filedOn, options)
  const deadline = form3Deadline({ date: period, because: 'becameInsider' }, options.calendar)
  const answer = byDeadline(deadline, report.filedOn, options)
  const steps: DerivationStep[] = [derivationStep(lateRules, 'byAppointment')]
  return { ...answer, derivation: [...answer.derivation, ...steps] }
}

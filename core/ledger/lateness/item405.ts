import { day, isInForce } from '../../facts/dated.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import { formFamily, isAmendment, ownersOf } from '../amendments/index.ts'
import { type DerivationRule, type DerivationStep, derivationStep } from '../derivation.ts'
import type { FiledReport } from '../filedReport.ts'
import { fiscalYearEnd, fiscalYearEndAfter, type MonthDay } from './fiscalYear.ts'
import type { JudgedLine, LateAnswer } from './judgedLine.ts'
import type { JudgedReport } from './judgedReport.ts'

/** Form 4s filed until here and at most one business day late are not listed. Source: section16-rules.md section 0. */
const GRACE_UNTIL = day('2004-06-30')
/** From here on filing over EDGAR is mandatory; whether the grace reaches further back is doubtful (9.1 point 5). */
const GRACE_FROM = day('2003-06-30')
const NEW_CAPTION_FROM = day('2019-05-02')

/** Whether Form 4s filed before 2003-06-30 have the grace too. */
export type GraceBefore2003 = 'listed' | 'notListed'

export interface Item405Question {
  /** The calendar year in which the fiscal year ends. */
  readonly year: number
  readonly fiscalYearEnd: MonthDay
  /** Doubtful law; `listed` unless said. */
  readonly graceBefore2003?: GraceBefore2003
}

/** One late report of a person. */
export interface LateReport {
  readonly report: FiledReport
  readonly form: string
  /** Items on it that were filed after their own due day. A Form 3 counts as a report with none. */
  readonly lines: readonly JudgedLine[]
}

export interface LateFiler {
  readonly cik: string
  readonly name: string
  readonly lateReports: number
  readonly lateTransactions: number
  readonly reports: readonly LateReport[]
  /** Late reports of earlier fiscal years filed in this one: to be named if they were not before. */
  readonly fromPriorYears: readonly LateReport[]
  /** Whether no Form 3 is among the reports given; that alone is no failure to file. */
  readonly form3NotGiven: boolean
}

export interface Item405 {
  readonly caption: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** In the order of their first late report. Empty: the caption is left out. */
  readonly filers: readonly LateFiler[]
  /** Issuers of theirs with a foreign trading symbol: one that files Form 20-F has no Item 405, which no report says. */
  readonly mayFile20F: readonly { readonly cik: string; readonly name: string }[]
  /** Lines and reports that may be late and could not be judged; they are in no count. */
  readonly notJudged: readonly { readonly report: FiledReport; readonly answer: LateAnswer }[]
  readonly options: Readonly<Record<string, string>>
  readonly derivation: readonly DerivationStep[]
}

const rule = (says: string, where: string): DerivationRule => ({
  law: 'Regulation S-K, Item 405',
  says,
  source: `section16-rules.md ${where}`,
})

const rules = {
  year: rule('Reports and items that were due from {from} to {to}, and the Form 5 for that year.', '5.3 point 1'),
  basis: rule(
    'From the reports given only; a known failure to file, or that no Form 5 was due, they cannot show.',
    '5.3 point 2',
  ),
  counting: rule(
    'A report with a late item counts once; its items each; a late Form 3 is a report with no transaction.',
    '5.3 point 3 [K?]',
  ),
  grace: rule(
    '{count} Form 4s at most one business day late and filed by {until} are not listed.',
    'section 0 [V:WTP03]',
  ),
  form20F: rule(
    '{issuer} may be a foreign private issuer, by its foreign trading symbol: if it files Form 20-F, it has no Item 405.',
    '5.3 [K]',
  ),
  nothing: rule('There is nothing to name: the caption is left out.', '5.3 point 1 [K]'),
}

/**
 * The list of Item 405 for a fiscal year: for each person the number of late reports and of transactions not reported in
 * time. Every filer of a joint report is named. Whether the issuer has Item 405 at all, reports do not
 * say. Source: section16-rules.md 5.3.
 */
export function item405(judged: readonly JudgedReport[], question: Item405Question): Item405 {
  const { year, fiscalYearEnd: end, graceBefore2003 = 'listed' } = question
  const to = fiscalYearEnd(year, end)
  const from = new CalendarDate(fiscalYearEnd(year - 1, end).day + 1)
  const late = judged.filter(({ isLate }) => isLate)
  const excused = late.filter((one) => hasGrace(one, graceBefore2003))
  const listed = late.filter((one) => !excused.includes(one))
  const filers = filersOf(judged, listed, from, to, end)
  const mayFile20F = foreignIn(filers)
  const notJudged = judged.flatMap(({ report, whole, lines }) =>
    [whole, ...lines].flatMap((answer) => (answer.verdict === 'unknown' ? [{ report, answer }] : [])),
  )
  return {
    caption: isInForce({ from: NEW_CAPTION_FROM }, to) ? NEW_CAPTION : OLD_CAPTION,
    from,
    to,
    filers,
    mayFile20F,
    notJudged,
    options: { graceBefore2003 },
    derivation: [
      derivationStep(rules, 'year', { from, to }),
      derivationStep(rules, 'counting'),
      derivationStep(rules, 'basis'),
      ...(excused.length > 0 ? [derivationStep(rules, 'grace', { count: excused.length, until: GRACE_UNTIL })] : []),
      ...mayFile20F.map(({ name, cik }) => derivationStep(rules, 'form20F', { issuer: `${name} (${cik})` })),
      ...(filers.length === 0 ? [derivationStep(rules, 'nothing')] : []),
    ],
  }
}

const NEW_CAPTION = 'Delinquent Section 16(a) Reports'
const OLD_CAPTION = 'Section 16(a) Beneficial Ownership Reporting Compliance'

function foreignIn(filers: readonly LateFiler[]): Item405['mayFile20F'] {
  const reports = filers.flatMap(({ reports, fromPriorYears }) => [...reports, ...fromPriorYears])
  const issuers = reports.flatMap(({ report: { document } }) => {
    const { cik, name, foreignTradingSymbol } = document.issuer
    if (foreignTradingSymbol.kind !== 'value') return []
    return [{ cik: cik.value ?? '', name: name.value ?? '' }]
  })
  return [...new Map(issuers.map((issuer) => [issuer.cik, issuer])).values()]
}

function hasGrace({ report, lines }: JudgedReport, before: GraceBefore2003): boolean {
  const { filedOn } = report
  if (formFamily(report) !== '4' || !filedOn || filedOn.day > GRACE_UNTIL.day) return false
  if (filedOn.day < GRACE_FROM.day && before === 'listed') return false
  return lines.every(({ verdict, judged }) => verdict !== 'late' || judged?.businessDaysLate === 1)
}

function filersOf(
  judged: readonly JudgedReport[],
  late: readonly JudgedReport[],
  from: CalendarDate,
  to: CalendarDate,
  end: MonthDay,
): LateFiler[] {
  const ciks = new Set(late.flatMap(({ report }) => ownersOf(report)))
  return [...ciks].flatMap((cik): LateFiler[] => {
    const mine = late.filter(({ report }) => ownersOf(report).includes(cik))
    const reports = mine.flatMap((one) => lateReport(one, (due) => due >= from.day && due <= to.day, end))
    const filedInYear = mine.filter(({ report }) => report.filedOn && report.filedOn.day >= from.day)
    const fromPriorYears = filedInYear
      .filter(({ report }) => report.filedOn!.day <= to.day)
      .flatMap((one) => lateReport(one, (due) => due < from.day, end))
    if (reports.length + fromPriorYears.length === 0) return []
    const own = judged.filter(({ report }) => ownersOf(report).includes(cik))
    return [
      {
        cik,
        name: nameOf(mine[0]!.report, cik),
        lateReports: reports.length,
        lateTransactions: reports.reduce((sum, { lines }) => sum + lines.length, 0),
        reports,
        fromPriorYears,
        form3NotGiven: !own.some(({ report }) => formFamily(report) === '3' && !isAmendment(report)),
      },
    ]
  })
}

/** The late items of a report that were due in a time; nothing where none was. */
function lateReport(
  { report, whole, lines }: JudgedReport,
  isThen: (due: number) => boolean,
  end: MonthDay,
): LateReport[] {
  const form = report.document.documentType.value ?? ''
  const isForm5 = formFamily(report) === '5'
  const period = report.document.periodOfReport.value
  // The Form 5 for a fiscal year is due after it, and named for it.
  const wholeDue = isForm5 && period ? fiscalYearEndAfter(period, end).day : whole.deadline?.dueDate.day
  const fallback = wholeDue ?? report.filedOn?.day ?? 0
  const dueOf = (line: JudgedLine) =>
    isForm5 && line.deadline?.form !== '4' ? fallback : (line.deadline?.dueDate.day ?? fallback)
  const items = lines.filter((line) => line.verdict === 'late' && isThen(dueOf(line)))
  const isWholeLate = whole.verdict === 'late' && isThen(fallback)
  return items.length > 0 || isWholeLate ? [{ report, form, lines: items }] : []
}

function nameOf({ document }: FiledReport, cik: string): string {
  return document.reportingOwners.find(({ id }) => id.cik.value === cik)?.id.name.value ?? cik
}

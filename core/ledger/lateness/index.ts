export { fiscalYearEnd, fiscalYearEndAfter, type MonthDay, parseMonthDay, YEAR_END } from './fiscalYear.ts'
export {
  type GraceBefore2003,
  type Item405,
  type Item405Question,
  item405,
  type LateFiler,
  type LateReport,
} from './item405.ts'
export type { JudgedLine, LateAnswer, LatenessOptions, LateVerdict, NotJudged } from './judgedLine.ts'
export { type JudgedReport, judgeReports } from './judgedReport.ts'

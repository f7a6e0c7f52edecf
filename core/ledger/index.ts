export type { FiledReport } from './filedReport.ts'

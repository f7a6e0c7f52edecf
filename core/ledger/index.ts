export * from './amendments/index.ts'
export * from './deadlines/index.ts'
export type { DerivationStep } from './derivation.ts'
export type { FiledReport } from './filedReport.ts'

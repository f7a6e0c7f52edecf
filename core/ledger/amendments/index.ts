export {
  type AppliedAmendment,
  applyAmendment,
  type EffectiveLine,
  type LineChange,
  type OpenStatement,
  type ReportState,
  stateOf,
  type WithdrawnLine,
} from './applyAmendment.ts'
export { changesBetween, type FieldChange, type LineField } from './lineMatch.ts'
export type { NoOriginal, OriginalBasis } from './original.ts'
export {
  byFiling,
  compareText,
  formFamily,
  isAmendment,
  type LinePlace,
  type LineTable,
  lineName,
  linesOf,
  notesOn,
  ownersOf,
  placeOf,
  type ReportLine,
} from './reportLine.ts'
export {
  type AmendedReport,
  type AmendmentAnswer,
  type Amendments,
  type OpenAmendment,
  type ResolvedAmendment,
  resolveAmendments,
} from './resolveAmendments.ts'
export { type AmendmentStatement, type StatementKind, statementsOf } from './statements.ts'
export { type ReportsInView, reportsInView, type View, type ViewedReport, type ViewOptions } from './views.ts'

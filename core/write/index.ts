export { type Cell, type CsvOptions, type Table, toCsv, toNdjson } from './csv.ts'
export {
  type DataSetOptions,
  type DataSetOrigin,
  type DataSetRows,
  dataSetTable,
  toDataSetFile,
  toDataSets,
} from './dataSets.ts'
export { type EdgarSubmissionOptions, type SupportingDocument, writeEdgarSubmission } from './edgarSubmission.ts'
export { toFilingJson } from './json.ts'
export { filingJsonSchema } from './jsonSchema.ts'
export { originOf, type SubmissionOrigin } from './origin.ts'
export { type FieldState, type FlatOwner, type FlatRow, flatRowColumns, flatRows, flatTable } from './rows.ts'
export {
  type SecApiAmount,
  type SecApiFiling,
  type SecApiOwner,
  type SecApiRow,
  type SecApiTable,
  toSecApi,
} from './secApi.ts'
export { type SubmissionForm, writeSubmissionForm } from './submissionForm.ts'
export { writeOwnershipXml, type XmlOptions } from './xml.ts'

export {
  type TransactionValueBecause,
  type TransactionValueMeaning,
  type TransactionValueReason,
  transactionValueMeaning,
} from '../model/transactionValue.ts'
export { compareXml, type XmlComparison } from './compareXml.ts'
export { type DataSetFiling, type DataSetReading, type DataSetTexts, readDataSets } from './dataSets.ts'
export { type Delimited, readDelimited } from './delimited.ts'
export { type JsonReadResult, readFilingJson } from './filingJson.ts'
export { inspectValues } from './inspect.ts'
export { LIMITS, type Limits } from './limits.ts'
export { lineAndColumn, locate } from './locate.ts'
export { type KeptMarkup, type LossReport, lossReport } from './loss.ts'
export { type ReadOptions, type ReadResult, readOwnershipXml } from './ownershipXml.ts'
export * from './submission/index.ts'
export { readSubmissionFile, type SubmissionFileReading } from './submissionFile.ts'

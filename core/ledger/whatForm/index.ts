export type { FormAnswer, FormAssumption, Matching, MissingFact, NoAnswer, RowCoding, TableRow } from './answer.ts'
export type { HomeReport, Insider } from './insider.ts'
export { type NewInsider, newInsiderDeadline } from './newInsider.ts'
export { type Fill, type PriceLine, priceLines } from './priceLines.ts'
export type { ReportableTransaction } from './reportableTransaction.ts'
export { type DeadlineFacts, type ReportDeadline, reportDeadline } from './reportDeadline.ts'
export {
  type Deferral,
  type Disposition,
  type LostDeferrals,
  SMALL_ACQUISITION_LIMIT,
  type SmallAcquisition,
  smallAcquisitions,
} from './smallAcquisitions.ts'
export { whatForm, whatFormForEvent } from './whatForm.ts'

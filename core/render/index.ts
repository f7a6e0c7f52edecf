export type { Change } from './change.ts'
export { differenceOf } from './difference.ts'
export { footnoteNumber, printedDate, printedNumber } from './printed.ts'
export {
  type PrintedCell,
  type PrintedKey,
  type PrintedLine,
  type PrintedPart,
  type PrintedRow,
  printedRow,
} from './printedRow.ts'
export { type DrawOptions, drawForm } from './terminal/drawForm.ts'
export type { FilingHeader } from './terminal/heading.ts'
export { type WordChange, wordDifference } from './wordDifference.ts'

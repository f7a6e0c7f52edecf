export type { Change } from './change.ts'
export { differenceOf } from './difference.ts'
export { type HtmlOptions, renderHtml } from './html/renderHtml.ts'
export { type MarkdownOptions, renderMarkdown } from './markdown.ts'
export { footnoteNumber, printedDate, printedNumber } from './printed.ts'
export type { FilingHeader } from './printedForm.ts'
export {
  type PrintedCell,
  type PrintedKey,
  type PrintedLine,
  type PrintedPart,
  type PrintedRow,
  printedRow,
} from './printedRow.ts'
export { type DrawOptions, drawForm } from './terminal/drawForm.ts'
export { type WordChange, wordDifference } from './wordDifference.ts'

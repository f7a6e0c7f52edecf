export type { Change } from './change.ts'
export { clean } from './clean.ts'
export { differenceOf } from './difference.ts'
export { escapeHtml } from './html/escape.ts'
export { type HtmlOptions, renderHtml } from './html/renderHtml.ts'
export { PALETTE } from './html/style.ts'
export { type MarkdownOptions, renderMarkdown } from './markdown.ts'
export { footnoteNumber, printedDate, printedNumber } from './printed.ts'
export { NUMERIC, type PrintedColumn } from './printedColumns.ts'
export {
  addressLines,
  type FilingHeader,
  headerFacts,
  NO_SUCH_FOOTNOTE,
  NONE_OWNED,
  type PrintedCheckBox,
  type PrintedNote,
  printedNotes,
} from './printedForm.ts'
export {
  type ColumnHeading,
  columnHeadings,
  NO_ENTRIES,
  type PageOptions,
  type PrintedTable,
  pageCheckBoxes,
  printedBoxes,
  printedEdition,
  printedForeignSymbol,
  printedFormName,
  printedJoint,
  printedRelationship,
  printedRoles,
  printedTable,
  printedTitle,
  ROLE_HEADINGS,
} from './printedPage.ts'
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

import type { PaperRow } from '../form/paperForm.ts'

/** A line of the document, by its path, with the cells it was made of. */
export interface ReadRow {
  readonly path: string
  readonly isTransaction: boolean
  readonly cells: PaperRow
}

import type { WordChange } from './wordDifference.ts'

/** One thing that is not the same in two documents, in the words of the form. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed'
  /** Where on the form, of the second document, or, where it was removed, of the first: “Table I, row 2, column 4”. */
  readonly place: string
  /** What stands there: the column's or item's title. */
  readonly title: string
  /** As the form prints it; `undefined` where nothing stands there. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** For running text: word by word. */
  readonly words?: readonly WordChange[]
}

import { type Diagnostic, Footnote, type FootnoteId, Footnotes, type OwnershipRow } from '@section16/core/model'
import { copyRow } from './copy.ts'
import { told } from './diagnostics.ts'

/** A line, and what its marks mean; lines of several sources may use one number for different texts. */
export interface NotedRow {
  readonly row: OwnershipRow
  readonly textOf: (id: FootnoteId) => string | undefined
}

export interface NumberedRows {
  /** Copies, in the order given, with their new marks. */
  readonly rows: readonly OwnershipRow[]
  readonly footnotes: Footnotes
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Numbers footnotes anew, `F1` and on in the order in which a reader meets their marks: Table I before Table II, line by
 * line, cell by cell. Equal texts become one footnote. A mark without a text is left out and told (D206). The rows given
 * are untouched. Source: specification 5.5, sections 4.3.5, 4.3.6 and 5.
 */
export function numberFootnotes(noted: readonly NotedRow[]): NumberedRows {
  const ids = new Map<string, FootnoteId>()
  const diagnostics: Diagnostic[] = []
  const copies = new Map<NotedRow, OwnershipRow>()
  for (const one of [...noted.filter(({ row }) => !row.isDerivative), ...noted.filter(({ row }) => row.isDerivative)]) {
    const renumber = (id: FootnoteId): FootnoteId | undefined => {
      const text = one.textOf(id)
      if (text === undefined) {
        diagnostics.push(told('D206', '/ownershipDocument/footnotes', { id }))
        return undefined
      }
      const known = ids.get(text) ?? `F${ids.size + 1}`
      ids.set(text, known)
      return known
    }
    copies.set(one, copyRow(one.row, renumber))
  }
  const footnotes = new Footnotes()
  footnotes.footnotes = [...ids].map(([text, id]) => new Footnote(id, text))
  return { rows: noted.map((one) => copies.get(one)!), footnotes, diagnostics }
}

/** The texts of a list of footnotes by their numbers; of two with one number the first counts. */
export function textsOf(footnotes: readonly Footnote[]): (id: FootnoteId) => string | undefined {
  return (id) => footnotes.find((footnote) => footnote.id === id)?.text
}

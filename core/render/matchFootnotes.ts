import type { Footnote, OwnershipDocument } from '../model/ownershipDocument.ts'

/** A footnote of one document beside the one of the other that it became. */
export interface FootnoteMatch {
  readonly before: Footnote | undefined
  readonly after: Footnote | undefined
}

/**
 * Which footnote became which: those of the same text first, whatever their numbers; then those of the same number. In
 * the order after, then what was removed.
 */
export function matchFootnotes(before: OwnershipDocument, after: OwnershipDocument): FootnoteMatch[] {
  const waiting = new Set(before.footnotes.footnotes)
  const fellows = new Map<Footnote, Footnote>()
  const match = (isSame: (one: Footnote, other: Footnote) => boolean) => {
    for (const other of after.footnotes.footnotes) {
      if (fellows.has(other)) continue
      // Of several of one text the one that kept its number.
      const found = [...waiting].filter((one) => isSame(one, other))
      const fellow = found.find(({ id }) => id === other.id) ?? found[0]
      if (!fellow) continue
      fellows.set(other, fellow)
      waiting.delete(fellow)
    }
  }
  match((one, other) => words(one) === words(other))
  match((one, other) => one.id === other.id)
  return [
    ...after.footnotes.footnotes.map((other) => ({ before: fellows.get(other), after: other })),
    ...[...waiting].map((one) => ({ before: one, after: undefined })),
  ]
}

function words({ text }: Footnote): string {
  return text.replace(/\s+/g, ' ').trim()
}

import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { walk } from '../model/walk.ts'

/** Markup of a source that is not as EDGAR writes it, with the XPath of the element it stands in. */
export interface MarkupPiece {
  path: string
  markup: string
}

/** All markup that was kept as written: what stands around the root, between elements, and within values. */
export function markupPieces(document: OwnershipDocument): MarkupPiece[] {
  const { prolog, epilog } = document.source
  const pieces = [{ path: '/ownershipDocument', markup: prolog + epilog }]
  walk(document, {
    layout: (layout, path) => {
      const markup = layout.filter((item) => typeof item === 'string').join('')
      if (markup.trim() !== '') pieces.push({ path: path(), markup })
    },
  })
  return [...pieces, ...spelledTexts(document)]
}

/** The values and footnotes whose spelling differs from EDGAR's, as spelled. */
export function spelledTexts(document: OwnershipDocument): MarkupPiece[] {
  const pieces: MarkupPiece[] = []
  const add = (markup: string | undefined, path: () => string) => {
    if (markup !== undefined) pieces.push({ path: path(), markup })
  }
  walk(document, {
    field: ({ spelling }, _, path) => add(spelling, path),
    footnote: ({ spelling }, path) => add(spelling, path),
  })
  return pieces
}

/** Every text of a document, values and footnotes, references resolved. */
export function writtenTexts(document: OwnershipDocument): { path: string; text: string }[] {
  const texts: { path: string; text: string }[] = []
  walk(document, {
    field: ({ written }, _, path) => {
      if (written !== undefined) texts.push({ path: path(), text: written })
    },
    footnote: ({ text }, path) => texts.push({ path: path(), text }),
  })
  return texts
}

import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { walk } from '../model/walk.ts'
import type { CheckedFiling, KeptMarkup, MarkupPiece } from './checkedFiling.ts'

/** The markup of a filing that was kept as written, found once for all rules. */
export function keptMarkup(filing: CheckedFiling): KeptMarkup {
  filing.known.markup ??= markupOf(filing.document)
  return filing.known.markup
}

function markupOf(document: OwnershipDocument): KeptMarkup {
  const { prolog, epilog } = document.source
  const around = [{ path: '/ownershipDocument', markup: prolog + epilog }]
  const spelled: MarkupPiece[] = []
  const add = (markup: string | undefined, path: () => string) => {
    if (markup !== undefined) spelled.push({ path: path(), markup })
  }
  walk(document, {
    layout: (layout, path) => {
      const markup = layout.filter((item) => typeof item === 'string').join('')
      if (markup.trim() !== '') around.push({ path: path(), markup })
    },
    field: ({ spelling }, _, path) => add(spelling, path),
    footnote: ({ spelling }, path) => add(spelling, path),
  })
  return { around, spelled }
}

import { elementTitle, formPlace } from '@section16/core/facts'
import { type OwnershipDocument, walk } from '@section16/core/model'
import { type Change, differenceOf } from '@section16/core/render'

/**
 * What differs between two versions of a draft, for a save that was based on an older one: core's `differenceOf`, cell by
 * cell as the form prints them. Where the form prints the same and the drafts still differ (lines in another order, a box
 * left empty instead of answered no, what no form shows), the elements that differ, by their places. Nothing where the
 * drafts say the same; a CCC is never in it.
 */
export function draftDifference(before: OwnershipDocument, after: OwnershipDocument): Change[] {
  const printed = differenceOf(before, after)
  return printed.length > 0 ? printed : elementDifference(before, after)
}

interface Said {
  readonly title: string
  readonly place: string
  readonly text: string
}

function elementDifference(before: OwnershipDocument, after: OwnershipDocument): Change[] {
  const [from, to] = [saidBy(before), saidBy(after)]
  return [...new Set([...to.keys(), ...from.keys()])].flatMap((path): Change[] => {
    const [was, is] = [from.get(path), to.get(path)]
    if (was?.text === is?.text) return []
    const { title, place } = (is ?? was)!
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    return [{ kind, place, title, before: was?.text, after: is?.text }]
  })
}

/** Everything that a document says, by its path. */
function saidBy(document: OwnershipDocument): Map<string, Said> {
  const said = new Map<string, Said>()
  const add = (path: string, element: string, text: string) =>
    said.set(path, { title: elementTitle(element), place: formPlace(document, path) ?? path, text })
  walk(document, {
    field: ({ written, footnotes }, { element }, path) => {
      if (element === 'rptOwnerCcc') return
      add(path(), element, [written ?? '', ...footnotes.map((id) => `(${id})`)].join(' ').trim())
    },
    footnote: ({ id, text }, path) => add(path(), 'footnote', `(${id}) ${text}`),
    references: (ids, path) => add(path(), 'transactionCoding', ids.map((id) => `(${id})`).join(' ')),
  })
  return said
}

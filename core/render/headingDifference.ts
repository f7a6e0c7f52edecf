import { elementTitle } from '../facts/elementTitle.ts'
import { formPlace } from '../facts/formPlace.ts'
import { CalendarDate } from '../model/calendarDate.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { canonical, type Reported } from '../model/reported.ts'
import { walk } from '../model/walk.ts'
import type { Change } from './change.ts'
import { printedDate } from './printed.ts'
import { wordDifference } from './wordDifference.ts'

/** A change outside the tables. `isBelow`: under them on the form. */
export interface HeadingChange {
  readonly isBelow: boolean
  readonly change: Change
}

/** Elements that no form shows or that must not be shown. */
const NOT_SHOWN = new Set(['schemaVersion', 'rptOwnerCcc', 'rptOwnerGoodAddress', 'rptOwnerStateDescription'])

interface Entry {
  element: string
  place: string
  text: string
}

/** What changed above and below the tables. Owners are told by their CIK, signatures by their order. */
export function headingDifference(before: OwnershipDocument, after: OwnershipDocument): HeadingChange[] {
  const from = entriesOf(before)
  const to = entriesOf(after)
  return [...new Set([...to.keys(), ...from.keys()])].flatMap((key) => changeOf(from.get(key), to.get(key)))
}

function changeOf(was: Entry | undefined, is: Entry | undefined): HeadingChange[] {
  const { element, place } = (is ?? was) as Entry
  if (was?.text === is?.text) return []
  const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
  const words = element === 'remarks' && was && is ? { words: wordDifference(was.text, is.text) } : {}
  const change = {
    kind,
    place,
    title: elementTitle(element),
    before: was?.text,
    after: is?.text,
    ...words,
  } as const
  return [{ isBelow: element === 'remarks' || element.startsWith('signature'), change }]
}

/** Everything outside the tables by a name that is the same in both documents. */
function entriesOf(document: OwnershipDocument): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  walk(document, {
    field: (field, { element }, pathOf) => {
      if (NOT_SHOWN.has(element)) return
      const path = pathOf()
      if (/\/(?:nonD|d)erivative/.test(path)) return
      const text = textOf(field, element)
      if (text === undefined) return
      entries.set(keyOf(document, path), { element, place: formPlace(document, path) ?? path, text })
    },
  })
  return entries
}

function keyOf(document: OwnershipDocument, path: string): string {
  return path.replace(/reportingOwner\[(\d+)\]/, (whole, number: string) => {
    const owner = document.reportingOwners[Number(number) - 1]
    return `reportingOwner[${owner?.id.cik.value ?? owner?.id.name.value ?? whole}]`
  })
}

/** What a field says; nothing where it is empty, and for a box that is not ticked where that is what absence means. */
function textOf(field: Reported<unknown>, element: string): string | undefined {
  if (field.kind === 'invalid') return oneLine(field.written)
  if (field.kind !== 'value') return undefined
  const { value } = field
  // The 10b5-1 box did not always exist: there “no” is an answer of its own.
  if (typeof value === 'boolean') return value ? 'yes' : element === 'aff10b5One' ? 'no' : undefined
  return value instanceof CalendarDate ? printedDate(value) : oneLine(canonical(value as string))
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

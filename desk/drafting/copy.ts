import {
  EDGAR_LAYOUT,
  type ElementDefinition,
  type Footnote,
  type FootnoteId,
  OWNERSHIP_DOCUMENT,
  type OwnershipDocument,
  type OwnershipRow,
  type Reported,
  reported,
  type ValueType,
} from '@section16/core/model'

type Properties = Record<string, unknown>

/** The footnote's number in the copy; `undefined` takes the mark away. */
type Renumber = (id: FootnoteId) => FootnoteId | undefined

const same: Renumber = (id) => id

const ROW_CHILDREN = OWNERSHIP_DOCUMENT.children.flatMap((child) =>
  child.shape === 'rows' ? [child.children] : [],
)[0]!

/**
 * A document that shares no group with the one given, so that neither changes with the other. How a source was laid out
 * is left behind: a draft is laid out as it will be filed. Values are immutable and shared.
 */
export function copyDocument(document: OwnershipDocument): OwnershipDocument {
  const copy = copyGroup(OWNERSHIP_DOCUMENT.children, document, same) as OwnershipDocument
  copy.source = EDGAR_LAYOUT
  return copy
}

/** A line of its own. `renumber` is asked for every mark, in the order in which a reader meets them. */
export function copyRow(row: OwnershipRow, renumber: Renumber = same): OwnershipRow {
  return copyGroup(ROW_CHILDREN, row, renumber) as OwnershipRow
}

function copyGroup(children: readonly ElementDefinition[], group: object, renumber: Renumber): object {
  const copy = shallowCopy(group)
  copy.layout = undefined
  for (const child of children) copyChild(child, copy, renumber)
  const { footnotes } = copy
  if (Array.isArray(footnotes) && typeof footnotes[0] === 'string') copy.footnotes = renumbered(footnotes, renumber)
  return copy
}

function copyChild(child: ElementDefinition, copy: Properties, renumber: Renumber): void {
  const value = copy[child.property]
  if (child.shape === 'field') {
    copy[child.property] = marked(child.type, value as Reported<unknown>, renumber)
  } else if (child.shape === 'footnote') {
    copy.footnotes = (value as Footnote[]).map(shallowCopy)
  } else if (child.shape === 'rows') {
    // At the root the same table is named a second time, for the dialect without tables.
    if (child.property === 'rows') copy.rows = (value as OwnershipRow[]).map((row) => copyRow(row, renumber))
  } else if (child.shape === 'group') {
    const copyOf = (one: object) =>
      (one as { present: boolean }).present ? copyGroup(child.children, one, renumber) : one
    copy[child.property] = child.many ? (value as object[]).map(copyOf) : copyOf(value as object)
  }
}

function shallowCopy(group: object): Properties {
  return Object.assign(Object.create(Object.getPrototypeOf(group)), group)
}

function marked(type: ValueType, field: Reported<unknown>, renumber: Renumber): Reported<unknown> {
  if (field.footnotes.length === 0) return field
  return reported(type, field.written, { footnotes: renumbered(field.footnotes, renumber) })
}

function renumbered(ids: readonly FootnoteId[], renumber: Renumber): FootnoteId[] {
  return [...new Set(ids.flatMap((id) => renumber(id) ?? []))]
}

import { FORM_LIMITS, type FormNumber, formNumberOf } from '@section16/core/facts'
import {
  absent,
  Footnote,
  type FootnoteId,
  Footnotes,
  OWNERSHIP_DOCUMENT,
  type OwnershipDocument,
  OwnershipRow,
  OwnershipTable,
  ReportingOwner,
  reported,
  TransactionCoding,
  walk,
} from '@section16/core/model'
import { withField, withValue } from './place.ts'

/** A change of a draft, as a function: what it makes of the draft as it stands. */
export type Edit = (document: OwnershipDocument) => OwnershipDocument

export type TableName = 'I' | 'II'

/** The lines of a table, in order. */
export function rowsOfTable(document: OwnershipDocument, table: TableName): readonly OwnershipRow[] {
  return (table === 'I' ? document.nonDerivativeTable : document.derivativeTable).rows
}

/**
 * A line more, after the one at `after` (-1: first). A transaction says from the start what nobody is asked for: that it
 * is no equity swap, and the form that carries it.
 */
export function addRow(table: TableName, kind: 'Transaction' | 'Holding', after: number): Edit {
  return (document) => {
    const row = new OwnershipRow(`${table === 'I' ? 'nonDerivative' : 'derivative'}${kind}`)
    const form = formNumberOf(document)
    if (kind === 'Transaction') row.coding = codingFor(form)
    return withRows(document, table, rowsOfTable(document, table).toSpliced(after + 1, 0, row))
  }
}

/** The line once more, below itself. */
export function repeatRow(table: TableName, at: number): Edit {
  return (document) => {
    const rows = rowsOfTable(document, table)
    const row = rows[at] as OwnershipRow
    // Groups are shared: an edit copies what it changes.
    const copy = Object.assign(new OwnershipRow(row.element), row)
    return withRows(document, table, rows.toSpliced(at + 1, 0, copy))
  }
}

export function removeRow(table: TableName, at: number): Edit {
  return (document) => withRows(document, table, rowsOfTable(document, table).toSpliced(at, 1))
}

/** The line moved up (-1) or down (1); at an end it stays. */
export function moveRow(table: TableName, at: number, by: -1 | 1): Edit {
  return (document) => {
    const rows = rowsOfTable(document, table)
    const to = at + by
    if (to < 0 || to >= rows.length) return document
    const row = rows[at] as OwnershipRow
    return withRows(document, table, rows.toSpliced(at, 1).toSpliced(to, 0, row))
  }
}

/** Another text of a footnote. */
export function setFootnote(id: FootnoteId, text: string): Edit {
  return (document) =>
    withFootnotes(
      document,
      document.footnotes.footnotes.map((note) => (note.id === id ? new Footnote(id, text) : note)),
    )
}

/** The next number for a footnote. */
export function nextFootnote(document: OwnershipDocument): FootnoteId {
  const numbers = document.footnotes.footnotes.map(({ id }) => Number(id.slice(1)) || 0)
  return `F${Math.max(0, ...numbers) + 1}`
}

export function addFootnote(id: FootnoteId, text: string): Edit {
  return (document) => withFootnotes(document, [...document.footnotes.footnotes, new Footnote(id, text)])
}

/** Without the footnote and its marks; those after it move up, marks and all. */
export function removeFootnote(id: FootnoteId): Edit {
  return (document) => {
    const kept = document.footnotes.footnotes.filter((note) => note.id !== id)
    return renumbered(document, kept)
  }
}

/** Footnotes numbered in the order in which a reader meets their marks; those that nothing refers to come last. */
export function sortFootnotes(document: OwnershipDocument): OwnershipDocument {
  const met = new Set(footnoteUses(document).map(({ id }) => id))
  const notes = document.footnotes.footnotes
  const inOrder = [...met].flatMap((id) => notes.filter((note) => note.id === id))
  return renumbered(document, [...inOrder, ...notes.filter(({ id }) => !met.has(id))])
}

/** Every mark of the form: the footnote and the path of what bears it, in reading order. */
export function footnoteUses(document: OwnershipDocument): { id: FootnoteId; path: string }[] {
  const uses: { id: FootnoteId; path: string }[] = []
  const note = (ids: readonly FootnoteId[], path: () => string) => uses.push(...ids.map((id) => ({ id, path: path() })))
  walk(document, { field: ({ footnotes }, _, path) => note(footnotes, path), references: note })
  return uses
}

/** One owner more, or one less. */
export function addOwner(document: OwnershipDocument): OwnershipDocument {
  return shallow(document, { reportingOwners: [...document.reportingOwners, new ReportingOwner()] })
}

export function removeOwner(at: number): Edit {
  return (document) => shallow(document, { reportingOwners: document.reportingOwners.toSpliced(at, 1) })
}

/** Whether the form has room for another line or owner; beyond it the draft is split into parts. */
export function hasRoom(document: OwnershipDocument, what: TableName | 'owners'): boolean {
  if (what === 'owners') return document.reportingOwners.length < FORM_LIMITS.reportingOwners.most
  return rowsOfTable(document, what).length < FORM_LIMITS.rowsPerTable.most
}

function codingFor(form: FormNumber): TransactionCoding {
  const coding = new TransactionCoding()
  coding.formType = reported('text', form === '5' ? '5' : '4')
  coding.equitySwapInvolved = reported('boolean', '0')
  return coding
}

function shallow(document: OwnershipDocument, parts: Partial<OwnershipDocument>): OwnershipDocument {
  return Object.assign(Object.create(Object.getPrototypeOf(document)), document, parts)
}

function withRows(document: OwnershipDocument, table: TableName, rows: OwnershipRow[]): OwnershipDocument {
  const made = new OwnershipTable()
  made.rows = rows
  const property = table === 'I' ? 'nonDerivativeTable' : 'derivativeTable'
  const absent = (OWNERSHIP_DOCUMENT.create() as OwnershipDocument)[property]
  return shallow(document, { [property]: rows.length === 0 ? absent : made })
}

function withFootnotes(document: OwnershipDocument, notes: Footnote[]): OwnershipDocument {
  const made = new Footnotes()
  made.footnotes = notes
  const absent = (OWNERSHIP_DOCUMENT.create() as OwnershipDocument).footnotes
  return shallow(document, { footnotes: notes.length === 0 ? absent : made })
}

/** The footnotes as given, numbered from 1, and their marks; a mark of a footnote that is not given goes. */
function renumbered(document: OwnershipDocument, notes: readonly Footnote[]): OwnershipDocument {
  const ids = new Map(notes.map(({ id }, i): [FootnoteId, FootnoteId] => [id, `F${i + 1}`]))
  const marks = (old: readonly FootnoteId[]) => old.flatMap((id) => ids.get(id) ?? [])
  let after = withFootnotes(
    document,
    notes.map(({ id, text }) => new Footnote(ids.get(id) as FootnoteId, text)),
  )
  walk(document, {
    field: ({ footnotes, written }, { type }, path) => {
      if (footnotes.length === 0) return
      const kept = marks(footnotes)
      const isEmpty = written === undefined && kept.length === 0
      after = withField(after, path(), isEmpty ? absent(type) : reported(type, written, { footnotes: kept }))
    },
    references: (old, path) => {
      after = withValue(after, `${path()}/footnotes`, () => marks(old))
    },
  })
  return after
}

import type { FormNumber } from '../facts/documentTypes.ts'
import { type FormColumn, formTables } from '../facts/formColumns.ts'
import { formNumberOf } from '../facts/formPlace.ts'
import type { OwnershipDocument, OwnershipRow } from '../model/ownershipDocument.ts'
import type { Change } from './change.ts'
import { headingDifference } from './headingDifference.ts'
import { type FootnoteMatch, matchFootnotes } from './matchFootnotes.ts'
import { matchRows } from './matchRows.ts'
import { footnoteNumber } from './printed.ts'
import { type PrintedCell, type PrintedKey, type PrintedRow, printedRow } from './printedRow.ts'
import { wordDifference } from './wordDifference.ts'

/**
 * What changed between two documents, an amendment against its original first of all, cell by cell as the form prints
 * them: the items above the tables, the lines of both tables, footnotes, remarks, signatures. Lines are matched by
 * security, date, code, direction, nature, amount and price; footnotes by their text, so that a new number alone is no
 * change. Numbers and dates are compared as values: `10.250` is `10.25`. What no form shows (schema version, markup that
 * nobody knows) is not compared, and a CCC never.
 */
export function differenceOf(before: OwnershipDocument, after: OwnershipDocument): Change[] {
  const footnotes = matchFootnotes(before, after)
  const heading = headingDifference(before, after)
  return [
    ...heading.filter(({ isBelow }) => !isBelow).map(({ change }) => change),
    ...tableDifference('I', before, after, footnotes),
    ...tableDifference('II', before, after, footnotes),
    ...footnotes.flatMap(footnoteChange),
    ...heading.filter(({ isBelow }) => isBelow).map(({ change }) => change),
  ]
}

function footnoteChange({ before, after }: FootnoteMatch): Change[] {
  const place = `Footnote ${footnoteNumber((after ?? before)?.id ?? '')}`
  const from = before && oneLine(before.text)
  const to = after && oneLine(after.text)
  if (from === to) return []
  const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed'
  const words = kind === 'changed' ? { words: wordDifference(from ?? '', to ?? '') } : {}
  return [{ kind, place, title: 'Explanation of Responses', before: from, after: to, ...words }]
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A table of one document, its lines as printed. */
interface Side {
  form: FormNumber
  rows: readonly OwnershipRow[]
  printed: readonly PrintedRow[]
}

function sideOf(table: 'I' | 'II', document: OwnershipDocument): Side {
  const form = formNumberOf(document)
  const { rows } = table === 'I' ? document.nonDerivativeTable : document.derivativeTable
  return { form, rows, printed: rows.map((row) => printedRow(row, form, document)) }
}

function tableDifference(
  table: 'I' | 'II',
  before: OwnershipDocument,
  after: OwnershipDocument,
  footnotes: readonly FootnoteMatch[],
): Change[] {
  const from = sideOf(table, before)
  const to = sideOf(table, after)
  const renumbered = new Map(
    footnotes.flatMap((one) => (one.before && one.after ? [[one.before.id, one.after.id]] : [])),
  )
  return matchRows(from.rows, to.rows).flatMap((pair): Change[] => {
    const was = pair.before === undefined ? undefined : from.printed[pair.before]
    const is = pair.after === undefined ? undefined : to.printed[pair.after]
    const row = `Table ${table}, row ${(pair.after ?? pair.before ?? 0) + 1}`
    const title = to.rows[pair.after ?? -1]?.isTransaction ?? from.rows[pair.before ?? -1]?.isTransaction
    const what = title ? 'Transaction' : 'Holding'
    if (!was) return is ? [{ kind: 'added', place: row, title: what, before: undefined, after: lineOf(is) }] : []
    if (!is) return [{ kind: 'removed', place: row, title: what, before: lineOf(was), after: undefined }]
    const columns = [...formTables[to.form][table].columns, ...formTables[from.form][table].columns]
    return cellChanges(was, is, row, columns, renumbered)
  })
}

function cellChanges(
  was: PrintedRow,
  is: PrintedRow,
  row: string,
  columns: readonly FormColumn[],
  renumbered: ReadonlyMap<string, string>,
): Change[] {
  return (Object.keys(is) as PrintedKey[]).flatMap((key): Change[] => {
    if (comparable(was[key], renumbered) === comparable(is[key])) return []
    const before = shown(was[key])
    const after = shown(is[key])
    const kind = before === '' ? 'added' : after === '' ? 'removed' : 'changed'
    const column = columns.find((one) => one.key === (key === 'transactionValue' ? 'price' : key))
    const place = column ? `${row}, column ${column.number}` : row
    return [{ kind, place, title: column?.title ?? key, before: before || undefined, after: after || undefined }]
  })
}

/** A line in short: what stands in its cells, in printed order. */
function lineOf(row: PrintedRow): string {
  return Object.values(row)
    .map(shown)
    .filter((text) => text !== '')
    .join(' · ')
}

function shown(cell: PrintedCell): string {
  return cell
    .map(({ parts, marks }) => {
      const text = parts.map((part) => oneLine(part.text)).join(' ')
      return (
        text + (text === '' || marks.length === 0 ? '' : ' ') + marks.map((id) => `(${footnoteNumber(id)})`).join('')
      )
    })
    .join(' / ')
}

/** A cell as it is compared: footnotes under the numbers they have afterwards, numbers without zeros at their end. */
function comparable(cell: PrintedCell, renumbered?: ReadonlyMap<string, string>): string {
  const lines = cell.map(({ parts, marks }) => ({
    parts: parts.map(({ kind, text }) => [kind, plainNumber(oneLine(text))]),
    marks: marks.map((id) => (renumbered ? (renumbered.get(id) ?? `${id} before`) : id)).sort(),
  }))
  return JSON.stringify(lines)
}

function plainNumber(text: string): string {
  return /^\$?-?[\d,]+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text
}

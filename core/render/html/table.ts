import type { FormNumber } from '../../facts/documentTypes.ts'
import { formTables } from '../../facts/formColumns.ts'
import type { OwnershipDocument } from '../../model/ownershipDocument.ts'
import { NUMERIC, type PrintedColumn, printedColumns, TRANSACTION_VALUE_REMARK } from '../printedColumns.ts'
import { type PrintedCell, type PrintedKey, type PrintedRow, printedRow } from '../printedRow.ts'
import { escapeHtml } from './escape.ts'
import type { Marks } from './marks.ts'
import { invalid, ours, said } from './pieces.ts'

/** Table I or II: headings in two rows as on the form, then the rows in the order filed. */
export function table(which: 'I' | 'II', document: OwnershipDocument, form: FormNumber, marks: Marks): string {
  const { title, examples, columns: official } = formTables[form][which]
  const { rows } = which === 'I' ? document.nonDerivativeTable : document.derivativeTable
  const printed = rows.map((row) => printedRow(row, form, document))
  const columns = printedColumns({ ...formTables[form][which], columns: official }, printed)
  const id = `table-${which}`
  const body = printed.map((row, i) => line(row, columns, which, i + 1, marks)).join('')
  const none = `<tr><td class="none" colspan="${columns.length}">${ours('No entries.')}</td></tr>`
  const remark = columns.some(({ key }) => key === 'transactionValue') ? `<p>${ours(TRANSACTION_VALUE_REMARK)}</p>` : ''
  return `<section><h2 id="${id}">${title}${examples === '' ? '' : ` <small>${examples}</small>`}</h2><div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table class="rows" aria-labelledby="${id}">${head(columns)}<tbody>${body === '' ? none : body}</tbody></table></div>${remark}</section>`
}

/** Columns of one number have one heading above their own. */
function head(columns: readonly PrintedColumn[]): string {
  let above = ''
  let below = ''
  for (let i = 0; i < columns.length; ) {
    const { number, title } = columns[i]!
    let end = i + 1
    while (number !== '' && columns[end]?.number === number) end++
    if (end === i + 1)
      above += `<th scope="col" rowspan="2">${number === '' ? '' : `${number}. `}${escapeHtml(title)}</th>`
    else {
      const group = columns.slice(i, end)
      const common = commonTitle(group)
      above += `<th scope="colgroup" colspan="${group.length}">${number}. ${escapeHtml(common)}</th>`
      for (const column of group) below += `<th scope="col">${escapeHtml(ownTitle(column, common))}</th>`
    }
    i = end
  }
  return `<thead><tr>${above}</tr><tr>${below}</tr></thead>`
}

/** `Transaction Code: V` and `Transaction Code` stand under `Transaction Code`. */
function commonTitle(group: readonly PrintedColumn[]): string {
  const { title } = group.findLast((column) => column.title.includes(': ')) ?? group[0]!
  return title.slice(0, title.lastIndexOf(': '))
}

function ownTitle({ title, key }: PrintedColumn, common: string): string {
  if (title === common) return 'Code'
  return key === 'transactionValue' ? title : title.slice(common.length + 2)
}

function line(
  row: PrintedRow,
  columns: readonly PrintedColumn[],
  which: 'I' | 'II',
  number: number,
  marks: Marks,
): string {
  let cells = ''
  for (const [i, { key, name, number: column }] of columns.entries()) {
    const content = cellText(row[key], (id) => marks.mark(id, which, number, column))
    if (i === 0) cells += `<th class="w" scope="row">${content}</th>`
    else if (content === '') cells += '<td></td>'
    else {
      const label = column === '' ? name : `${column}. ${name}`
      cells += `<td${CLASSES.get(key) ?? ''} data-c="${escapeHtml(label)}"><div>${content}</div></td>`
    }
  }
  return `<tr>${cells}</tr>`
}

/** Amounts, dates, words: what may not be broken, and what needs room. */
const CLASSES: ReadonlyMap<PrintedKey, string> = new Map<PrintedKey, string>([
  ...[...NUMERIC].map((key): [PrintedKey, string] => [key, ' class="n"']),
  ['transactionDate', ' class="d"'],
  ['deemedExecutionDate', ' class="d"'],
  ['exerciseDate', ' class="d"'],
  ['expirationDate', ' class="d"'],
  ['underlyingTitle', ' class="w"'],
  ['natureOfOwnership', ' class="w"'],
])

function cellText(cell: PrintedCell, mark: (id: string) => string): string {
  let out = ''
  for (const { parts, marks } of cell) {
    if (out !== '') out += '<br>'
    for (const [i, { kind, text }] of parts.entries()) {
      if (i > 0) out += ' '
      out += kind === 'value' ? said(text) : kind === 'invalid' ? invalid(text) : ours(text)
    }
    for (const id of marks) out += mark(id)
  }
  return out
}

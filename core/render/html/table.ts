import type { FormNumber } from '../../facts/documentTypes.ts'
import type { OwnershipDocument } from '../../model/ownershipDocument.ts'
import { NUMERIC, type PrintedColumn } from '../printedColumns.ts'
import { columnHeadings, NO_ENTRIES, printedTable } from '../printedPage.ts'
import type { PrintedCell, PrintedKey, PrintedRow } from '../printedRow.ts'
import { escapeHtml } from './escape.ts'
import type { Marks } from './marks.ts'
import { ours, part } from './pieces.ts'

/** Table I or II: headings in two rows as on the form, then the rows in the order filed. */
export function table(which: 'I' | 'II', document: OwnershipDocument, form: FormNumber, marks: Marks): string {
  const { title, examples, columns, rows, remark } = printedTable(which, document, form)
  const id = `table-${which}`
  const body = rows.map((row, i) => line(row, columns, which, i + 1, marks)).join('')
  const none = `<tr><td class="none" colspan="${columns.length}">${ours(NO_ENTRIES)}</td></tr>`
  return `<section><h2 id="${id}">${title}${examples === '' ? '' : ` <small>${examples}</small>`}</h2><div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table class="rows" aria-labelledby="${id}">${head(columns)}<tbody>${body === '' ? none : body}</tbody></table></div>${remark === '' ? '' : `<p>${ours(remark)}</p>`}</section>`
}

function head(columns: readonly PrintedColumn[]): string {
  const headings = columnHeadings(columns)
  const above = headings.map(({ title, below }) => {
    const place = below.length === 0 ? 'scope="col" rowspan="2"' : `scope="colgroup" colspan="${below.length}"`
    return `<th ${place}>${escapeHtml(title)}</th>`
  })
  const below = headings.flatMap((heading) => heading.below.map((title) => `<th scope="col">${escapeHtml(title)}</th>`))
  return `<thead><tr>${above.join('')}</tr><tr>${below.join('')}</tr></thead>`
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
    out += parts.map(part).join(' ')
    for (const id of marks) out += mark(id)
  }
  return out
}

import type { ColumnKey, FormNumber } from '@section16/core/facts'
import { formTables } from '@section16/core/facts'

/** How the heading of a column is printed: in the lines above it together, and in the last of them by itself. */
export interface ColumnLabel {
  readonly key: ColumnKey
  readonly texts: readonly string[]
}

const OWN: Partial<Record<ColumnKey, readonly string[]>> = {
  code: ['Code', '3. Transaction Code (Instr. 8)', '4. Transaction Code (Instr. 8)'],
  voluntary: ['V'],
  amount: ['Amount'],
  acquiredOrDisposed: ['(A) or (D)'],
  acquired: ['(A)'],
  disposed: ['(D)'],
  exerciseDate: ['Date Exercisable', 'Date Exer-cisable'],
  expirationDate: ['Expiration Date'],
  underlyingTitle: ['Title'],
  underlyingAmount: ['Amount or Number of Shares', 'Amount'],
  transactionDate: ['Transaction Date'],
  deemedExecutionDate: ['Deemed Execution Date, if any'],
}

/** The columns of a table in printed order, each with its headings. */
export function columnLabels(form: FormNumber, table: 'I' | 'II'): ColumnLabel[] {
  return formTables[form][table].columns.map(({ key, number, title }) => {
    const [, part = title] = title.split(': ')
    return { key, texts: [`${number}. ${title}`, part, ...(OWN[key] ?? [])] }
  })
}

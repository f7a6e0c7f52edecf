import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { documentTypes, type FormNumber } from './documentTypes.ts'
import { checkBoxes, type FormBoxName, formBoxes } from './formBoxes.ts'
import { type ColumnKey, type FormColumn, formTables } from './formColumns.ts'

/** The column that shows an element of a line; the amount of a derivative line is put right by `columnOf`. */
const COLUMN_OF: ReadonlyMap<string, ColumnKey> = new Map<string, ColumnKey>([
  ['securityTitle', 'securityTitle'],
  ['conversionOrExercisePrice', 'conversionOrExercisePrice'],
  ['transactionDate', 'transactionDate'],
  ['deemedExecutionDate', 'deemedExecutionDate'],
  ['transactionCoding', 'code'],
  ['transactionTimeliness', 'voluntary'],
  ['transactionAmounts', 'amount'],
  ['transactionAmounts/transactionPricePerShare', 'price'],
  ['transactionAmounts/transactionValue', 'price'],
  ['transactionAmounts/transactionAcquiredDisposedCode', 'acquiredOrDisposed'],
  ['exerciseDate', 'exerciseDate'],
  ['expirationDate', 'expirationDate'],
  ['underlyingSecurity', 'underlyingAmount'],
  ['underlyingSecurity/underlyingSecurityTitle', 'underlyingTitle'],
  ['postTransactionAmounts', 'owned'],
  ['ownershipNature', 'directOrIndirect'],
  ['ownershipNature/natureOfOwnership', 'natureOfOwnership'],
])

const BOX_OF: ReadonlyMap<string, FormBoxName> = new Map<string, FormBoxName>([
  ['periodOfReport', 'periodOfReport'],
  ['dateOfOriginalSubmission', 'dateOfOriginalSubmission'],
  ['issuer', 'issuer'],
  ['issuer/issuerForeignTradingSymbol', 'foreignTradingSymbol'],
  ['reportingOwner', 'reportingOwner'],
  ['reportingOwner/reportingOwnerRelationship', 'relationship'],
])

/** Where something stands that no box and no column has. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['documentType', 'Form type'],
  ['schemaVersion', 'Schema version'],
  ['noSecuritiesOwned', 'No securities owned'],
  ['remarks', 'Remarks'],
  ['nonDerivativeTable', 'Table I'],
  ['derivativeTable', 'Table II'],
  ['footnotes', 'Explanation of Responses'],
])

/** The form that a document is laid out on; one that says nothing usable goes on a Form 4, which has a place for all. */
export function formNumberOf(document: OwnershipDocument): FormNumber {
  return documentTypes.get(document.documentType.value ?? '')?.form ?? '4'
}

/**
 * Where on the printed form the element of a path stands, in the form's own words: “Table I, row 2, column 4”, “Item 5,
 * owner 2”, “Footnote 3”. Lines are counted as printed, transactions and holdings together. `undefined` for a path that
 * leads to nothing a form shows. Source: ownership-xml.md section 11.1.
 */
export function formPlace(document: OwnershipDocument, path: string): string | undefined {
  const [root, ...steps] = path.split('/').slice(1)
  if (root !== 'ownershipDocument' || steps.length === 0) return undefined
  return linePlace(document, steps) ?? headingPlace(document, steps)
}

/** The column of a form that shows an element of a line; `below` is the path below the line, `''` for the line itself. */
export function columnOf(form: FormNumber, table: 'I' | 'II', below: string): FormColumn | undefined {
  const [first = '', second] = below.split('/')
  const key = COLUMN_OF.get(`${first}/${second}`) ?? COLUMN_OF.get(first)
  const { columns } = formTables[form][table]
  // Table II has the amount under (A) or (D); Forms 3 and 5 have no column V, but the code shows lateness.
  const instead = { amount: 'acquired', acquiredOrDisposed: 'acquired', voluntary: 'code' } as const
  return (
    columns.find((column) => column.key === key) ??
    columns.find((column) => column.key === instead[key as keyof typeof instead])
  )
}

function linePlace(document: OwnershipDocument, steps: readonly string[]): string | undefined {
  const at = steps.findIndex((step) => /^(?:nonD|d)erivative(?:Transaction|Holding|Security)\b/.test(step))
  if (at < 0) return undefined
  const { name, number } = stepOf(steps[at] as string)
  const table = name.startsWith('nonD') ? 'I' : 'II'
  const { rows } = table === 'I' ? document.nonDerivativeTable : document.derivativeTable
  let count = 0
  const row = rows.findIndex(({ element }) => element === name && ++count === number)
  if (row < 0) return `Table ${table}`
  const below = steps.slice(at + 1).map((step) => stepOf(step).name)
  const column = columnOf(formNumberOf(document), table, below.join('/'))
  return `Table ${table}, row ${row + 1}${column ? `, column ${column.number}` : ''}`
}

function headingPlace(document: OwnershipDocument, steps: readonly string[]): string | undefined {
  const { name, number, isNumbered } = stepOf(steps[0] as string)
  const second = steps[1] === undefined ? '' : stepOf(steps[1]).name
  const box = BOX_OF.get(`${name}/${second}`) ?? BOX_OF.get(name)
  const which = name === 'reportingOwner' && isNumbered && document.reportingOwners.length > 1
  if (box) return `Item ${formBoxes[formNumberOf(document)][box].number}${which ? `, owner ${number}` : ''}`
  if (name === 'footnotes' && second === 'footnote') {
    const footnote = document.footnotes.footnotes[stepOf(steps[1] as string).number - 1]
    return footnote ? `Footnote ${footnote.id.replace(/^F(?=\d+$)/, '')}` : 'Explanation of Responses'
  }
  if (name === 'ownerSignature') return `Signature ${number}`
  const checkBox = checkBoxes.find(({ element }) => element === name)
  return checkBox ? `Box “${checkBox.short}”` : ELSEWHERE.get(name)
}

function stepOf(step: string): { name: string; number: number; isNumbered: boolean } {
  const [, name = step, number] = /^(.*?)(?:\[(\d+)\])?$/.exec(step) ?? []
  return { name, number: Number(number ?? 1), isNumbered: number !== undefined }
}

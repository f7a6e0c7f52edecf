import { type ColumnKey, type FormNumber, formTables } from '@section16/core/facts'
import { folded } from '../../labels/likeness.ts'

/** A column that a form may print, with all that is known of its heading. */
export interface KnownColumn {
  readonly key: ColumnKey
  /** `2A`. */
  readonly number: string
  /** Headings as printed in 1991 to 2003, folded. */
  readonly headings: readonly string[]
  /** The last words of the heading, under the words that several columns share, folded. */
  readonly lowest: readonly string[]
}

const DIRECTNESS = [
  'Ownership Form: Direct (D) or Indirect (I)',
  'Ownership Form: Direct (D) or Indirect (I) (Instr. 4)',
  'Ownership Form of Derivative Security: Direct (D) or Indirect (I)',
  'Ownership of Derivative Security: Direct (D) or Indirect (I) (Instr. 4)',
  'Direct (D) or Indirect (I)',
  'D or I',
  'D/I',
  'Ownership Form',
  'Form of Ownership',
  'Direct or Indirect',
]

const OWNED = [
  'Amount of Securities Beneficially Owned',
  'Amount of Securities Beneficially Owned at End of Month (Instr. 3 and 4)',
  "Amount of Securities Beneficially Owned at End of Issuer's Fiscal Year (Instr. 3 and 4)",
  'Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)',
  'Number of Derivative Securities Beneficially Owned at End of Month (Instr. 4)',
  'Number of Derivative Securities Beneficially Owned at End of Year (Instr. 4)',
  'Number of Derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4)',
  'Amount Owned',
  'Number Owned',
  'Amount Beneficially Owned',
  'Amount Owned at End of Month',
  'Amount Owned at Month End',
  'Amount Owned at End of Year',
  'Amount Beneficially Owned at End of Month',
  'Amount Beneficially Owned at Year End',
]

interface Printed {
  readonly headings: readonly string[]
  readonly lowest?: readonly string[]
}

const PRINTED: Readonly<Record<ColumnKey, Printed>> = {
  securityTitle: {
    headings: [
      'Title of Security',
      'Title of Security (Instr. 3)',
      'Title of Security (Instr. 4)',
      'Title of Derivative Security',
      'Title of Derivative Security (Instr. 3)',
      'Title of Derivative Security (Instr. 4)',
    ],
  },
  conversionOrExercisePrice: {
    headings: [
      'Conversion or Exercise Price of Derivative Security',
      'Conversion or Exercise Price of Derivative Security (Instr. 5)',
      'Conversion or Exercise Price',
      'Exercise Price',
    ],
  },
  transactionDate: {
    headings: ['Transaction Date', 'Transaction Date (Month/Day/Year)', 'Trans. Date', 'Date'],
  },
  deemedExecutionDate: {
    headings: ['Deemed Execution Date, if any', 'Deemed Execution Date, if any (Month/Day/Year)', 'Deemed Execution'],
  },
  code: {
    headings: ['Transaction Code', 'Transaction Code (Instr. 8)', 'Transaction Code (Instr. 8) Code', 'Code'],
    lowest: ['Code'],
  },
  voluntary: { headings: ['V'], lowest: ['V'] },
  amount: { headings: ['Amount', 'Amount of Securities'], lowest: ['Amount', 'Number'] },
  acquiredOrDisposed: {
    headings: ['(A) or (D)', 'A/D', 'Acquired (A) or Disposed of (D)', 'Acquired or Disposed'],
    lowest: ['(A) or (D)', 'A/D', 'A or D', '(A)/(D)', 'or (D)'],
  },
  acquired: { headings: ['(A)', 'Acquired (A)'], lowest: ['(A)'] },
  disposed: { headings: ['(D)', 'Disposed of (D)'], lowest: ['(D)'] },
  exerciseDate: { headings: ['Date Exercisable', 'Exercisable'], lowest: ['Date Exercisable', 'Exercisable', 'Exer-'] },
  expirationDate: { headings: ['Expiration Date', 'Expiration'], lowest: ['Expiration Date', 'Expiration'] },
  underlyingTitle: { headings: ['Title'], lowest: ['Title'] },
  underlyingAmount: {
    headings: ['Amount or Number of Shares', 'Number of Shares', 'Amount'],
    lowest: ['Amount or Number of Shares', 'Number of Shares', 'Amount', 'Shares', 'Number'],
  },
  price: {
    headings: ['Price', 'Price of Derivative Security', 'Price of Derivative Security (Instr. 5)'],
    lowest: ['Price'],
  },
  owned: { headings: OWNED },
  directOrIndirect: { headings: DIRECTNESS },
  natureOfOwnership: {
    headings: [
      'Nature of Indirect Beneficial Ownership',
      'Nature of Indirect Beneficial Ownership (Instr. 4)',
      'Nature of Indirect Beneficial Ownership (Instr. 5)',
      'Nature of Indirect Ownership',
      'Nature of Ownership',
    ],
  },
}

const known = (key: ColumnKey, number: string): KnownColumn => ({
  key,
  number,
  headings: PRINTED[key].headings.map(folded),
  lowest: (PRINTED[key].lowest ?? []).map(folded),
})

/** The columns that a table may have, in printed order, each way of printing them (see `columnSets`). */
export type ColumnSet = readonly KnownColumn[]

/**
 * The ways in which a form prints the columns of a table: column 5 of Table II either as `(A)` and `(D)` or as an amount
 * with `A/D`. A typist's Form 5 may have a column V.
 */
export function columnSets(form: FormNumber, table: 'I' | 'II'): readonly ColumnSet[] {
  const own = formTables[form][table].columns.flatMap(({ key, number }, i, all) =>
    key === 'code' && all[i + 1]?.key !== 'voluntary'
      ? [known(key, number), known('voluntary', number)]
      : [known(key, number)],
  )
  if (!own.some(({ key }) => key === 'acquired')) return [own]
  const other = own.map((column) =>
    column.key === 'acquired'
      ? known('amount', column.number)
      : column.key === 'disposed'
        ? known('acquiredOrDisposed', column.number)
        : column,
  )
  return [own, other]
}

/** The letters of all headings of a form's tables: a heading's words, however cut, are parts of them. */
export const HEADING_LETTERS = folded(
  Object.values(PRINTED)
    .flatMap(({ headings }) => headings)
    .concat(
      'Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5) Amount (A) or (D) Price',
      'Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4, and 5) (A) (D)',
      'Date Exercisable and Expiration Date (Month/Day/Year) Date Exercisable Expiration Date',
      'Title and Amount of Underlying Securities (Instr. 3 and 4) Title Amount or Number of Shares',
      'Title and Amount of Securities Underlying Derivative Security (Instr. 4)',
      'Transaction Code V mm/dd/yy mm/dd/yyyy Execution Date, if any Owned at End of Issuer’s Fiscal Year End Month-End Year-End (repeated)',
    )
    .join(' '),
)

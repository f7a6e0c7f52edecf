import type { Sourced } from './dated.ts'
import type { FormNumber } from './documentTypes.ts'
import { STYLESHEETS } from './sources.ts'

/** What stands in a column; the two tables and three forms share these. */
export type ColumnKey =
  | 'securityTitle'
  | 'conversionOrExercisePrice'
  | 'transactionDate'
  | 'deemedExecutionDate'
  | 'code'
  | 'voluntary'
  | 'amount'
  | 'acquired'
  | 'disposed'
  | 'acquiredOrDisposed'
  | 'exerciseDate'
  | 'expirationDate'
  | 'underlyingTitle'
  | 'underlyingAmount'
  | 'price'
  | 'owned'
  | 'directOrIndirect'
  | 'natureOfOwnership'

/** A column of Table I or II. Several columns of one number stand under one heading. */
export interface FormColumn extends Sourced {
  readonly key: ColumnKey
  /** `2A`. */
  readonly number: string
  /** The heading as printed. */
  readonly title: string
  /** A heading of a few letters, for narrow columns. Soft hyphens say where a word may be broken. */
  readonly short: string
}

export interface FormTable extends Sourced {
  readonly title: string
  /** Under the title, in Table II. */
  readonly examples: string
  readonly columns: readonly FormColumn[]
}

const column = (number: string, key: ColumnKey, title: string, short: string): FormColumn => ({
  key,
  number,
  title,
  short,
  source: STYLESHEETS,
})

const DATES = 'Date Exercisable and Expiration Date (Month/Day/Year)'
const UNDERLYING = 'Title and Amount of Securities Underlying Derivative Security'
const DIRECT = 'Ownership Form: Direct (D) or Indirect (I)'
const NATURE = 'Nature of Indirect Beneficial Ownership'
const SECURITIES = 'Securities Acquired (A) or Disposed Of (D)'
const NUMBER = 'Number of Derivative Securities Acquired (A) or Disposed of (D)'
const PRICE = 'Conversion or Exercise Price of Derivative Security'
const FISCAL = "at end of Issuer's Fiscal Year"
const FOLLOWING = 'Following Reported Transaction(s)'

const TABLE_I_FORM_3 = [
  column('1', 'securityTitle', 'Title of Security', 'Title of Security'),
  column('2', 'owned', 'Amount of Securities Beneficially Owned', 'Amount Owned'),
  column('3', 'directOrIndirect', DIRECT, 'D or I'),
  column('4', 'natureOfOwnership', NATURE, 'Nature of Indirect Ownership'),
]

const TABLE_II_FORM_3 = [
  column('1', 'securityTitle', 'Title of Derivative Security', 'Title of Deriv\u00adative Security'),
  column('2', 'exerciseDate', `${DATES}: Date Exercisable`, 'Date Exer\u00adcisable'),
  column('2', 'expirationDate', `${DATES}: Expiration Date`, 'Expi\u00adration Date'),
  column('3', 'underlyingTitle', `${UNDERLYING}: Title`, 'Under\u00adlying Security'),
  column('3', 'underlyingAmount', `${UNDERLYING}: Amount or Number of Shares`, 'Amount'),
  column('4', 'conversionOrExercisePrice', PRICE, 'Exer\u00adcise Price'),
  column('5', 'directOrIndirect', DIRECT, 'D or I'),
  column('6', 'natureOfOwnership', NATURE, 'Nature of Indirect Ownership'),
]

/** Form 5 has no column V: nothing on it is early. */
function transactionCode(number: string, form: FormNumber): FormColumn[] {
  const code = column(number, 'code', 'Transaction Code', 'Code')
  return form === '5' ? [code] : [code, column(number, 'voluntary', 'Transaction Code: V', 'V')]
}

function tableI(form: FormNumber): FormColumn[] {
  const owned = `Amount of Securities Beneficially Owned ${form === '5' ? FISCAL : FOLLOWING}`
  return [
    column('1', 'securityTitle', 'Title of Security', 'Title of Security'),
    column('2', 'transactionDate', 'Transaction Date (Month/Day/Year)', 'Trans\u00adaction Date'),
    column('2A', 'deemedExecutionDate', 'Deemed Execution Date, if any (Month/Day/Year)', 'Deemed Execu\u00adtion'),
    ...transactionCode('3', form),
    column('4', 'amount', `${SECURITIES}: Amount`, 'Amount'),
    column('4', 'acquiredOrDisposed', `${SECURITIES}: (A) or (D)`, 'A or D'),
    column('4', 'price', `${SECURITIES}: Price`, 'Price'),
    column('5', 'owned', owned, form === '5' ? 'Owned at Year End' : 'Owned Follow\u00ading'),
    column('6', 'directOrIndirect', DIRECT, 'D or I'),
    column('7', 'natureOfOwnership', NATURE, 'Nature of Indi\u00adrect Owner\u00adship'),
  ]
}

function tableII(form: FormNumber): FormColumn[] {
  const owned = `Number of Derivative Securities Beneficially Owned ${form === '5' ? FISCAL : FOLLOWING}`
  return [
    column('1', 'securityTitle', 'Title of Derivative Security', 'Title of Deriv\u00adative Security'),
    column('2', 'conversionOrExercisePrice', PRICE, 'Exer\u00adcise Price'),
    column('3', 'transactionDate', 'Transaction Date (Month/Day/Year)', 'Trans\u00adaction Date'),
    column('3A', 'deemedExecutionDate', 'Deemed Execution Date, if any (Month/Day/Year)', 'Deemed Execu\u00adtion'),
    ...transactionCode('4', form),
    column('5', 'acquired', `${NUMBER}: (A)`, '(A)'),
    column('5', 'disposed', `${NUMBER}: (D)`, '(D)'),
    column('6', 'exerciseDate', `${DATES}: Date Exercisable`, 'Date Exer\u00adcisable'),
    column('6', 'expirationDate', `${DATES}: Expiration Date`, 'Expi\u00adration Date'),
    column('7', 'underlyingTitle', `${UNDERLYING}: Title`, 'Under\u00adlying Secu\u00adrity'),
    column('7', 'underlyingAmount', `${UNDERLYING}: Amount or Number of Shares`, 'Amount'),
    column('8', 'price', 'Price of Derivative Security', 'Price'),
    column('9', 'owned', owned, form === '5' ? 'Owned at Year End' : 'Owned Follow\u00ading'),
    column('10', 'directOrIndirect', DIRECT, 'D or I'),
    column('11', 'natureOfOwnership', NATURE, 'Nature of Indi\u00adrect Owner\u00adship'),
  ]
}

const CHANGES = 'Acquired, Disposed of, or Beneficially Owned'
const EXAMPLES = '(e.g., puts, calls, warrants, options, convertible securities)'

function tables(form: FormNumber): Readonly<Record<'I' | 'II', FormTable>> {
  const what = form === '3' ? 'Beneficially Owned' : CHANGES
  return {
    I: {
      title: `Table I - Non-Derivative Securities ${what}`,
      examples: '',
      columns: form === '3' ? TABLE_I_FORM_3 : tableI(form),
      source: STYLESHEETS,
    },
    II: {
      title: `Table II - Derivative Securities ${what}`,
      examples: EXAMPLES,
      columns: form === '3' ? TABLE_II_FORM_3 : tableII(form),
      source: STYLESHEETS,
    },
  }
}

/** The two tables of each form with their columns in printed order (ownership-xml.md sections 11 and 11.1). */
export const formTables: Readonly<Record<FormNumber, Readonly<Record<'I' | 'II', FormTable>>>> = {
  3: tables('3'),
  4: tables('4'),
  5: tables('5'),
}

import { byCode, type Sourced } from './dated.ts'
import type { FormNumber } from './documentTypes.ts'
import { SPECIFICATION } from './sources.ts'

/** The form on which a row belonged: `transactionFormType`. */
export interface TransactionFormType extends Sourced {
  readonly code: string
  readonly meaning: string
}

export const transactionFormTypes = byCode<TransactionFormType>([
  { code: '4', meaning: 'reportable on Form 4', source: `${SPECIFICATION}, section 4.3.8` },
  { code: '5', meaning: 'reportable on Form 5', source: `${SPECIFICATION}, section 4.3.8` },
  {
    code: '3',
    meaning: 'holding that belonged on Form 3 (holdings on 5, 5/A only)',
    source: `${SPECIFICATION}, section 4.3.8.3; the schema makes it optional for holdings`,
  },
])

/** When a transaction was reported, beside when it was due: `transactionTimeliness`. */
export interface TransactionTimeliness extends Sourced {
  /** `E`, `L`, or empty. */
  readonly code: string
  readonly meaning: string
}

export const transactionTimeliness = byCode<TransactionTimeliness>([
  { code: '', meaning: 'On time', source: `${SPECIFICATION}, section 4.3.8` },
  { code: 'E', meaning: 'Early', source: `${SPECIFICATION}, section 4.3.8.2` },
  { code: 'L', meaning: 'Late', source: `${SPECIFICATION}, section 4.3.8.3` },
])

/** What a form type says on one form, and how the printed form says it (ownership-xml.md sections 5.4 and 11). */
export interface FormTypeOnForm extends Sourced {
  readonly form: FormNumber
  readonly formType: string
  /** For holdings; otherwise for transactions. */
  readonly holding: boolean
  readonly meaning: string
  /** The timeliness codes that go with it; '' is none. */
  readonly timeliness: readonly string[]
  /** Printed behind the transaction code, by timeliness. */
  readonly suffix: Readonly<Record<string, string>>
  /** `V` is printed in its own column. */
  readonly voluntary: boolean
}

export const formTypesOnForms: readonly FormTypeOnForm[] = [
  {
    form: '4',
    formType: '4',
    holding: false,
    meaning: 'on time',
    timeliness: [''],
    suffix: {},
    voluntary: false,
    source: `${SPECIFICATION}, section 4.3.8.2`,
  },
  {
    form: '4',
    formType: '5',
    holding: false,
    meaning: 'reported early, voluntarily',
    timeliness: ['', 'E'],
    suffix: {},
    voluntary: true,
    source: `${SPECIFICATION}, section 4.3.8.2`,
  },
  {
    form: '5',
    formType: '4',
    holding: false,
    meaning: 'should have been on a Form 4: late',
    timeliness: ['', 'L'],
    suffix: { '': '4', L: '4' },
    voluntary: false,
    source: `${SPECIFICATION}, section 4.3.8.3`,
  },
  {
    form: '5',
    formType: '5',
    holding: false,
    meaning: 'due on the Form 5; late where the timeliness says so',
    timeliness: ['', 'L'],
    suffix: { L: '5' },
    voluntary: false,
    source: `${SPECIFICATION}, section 4.3.8.3`,
  },
  {
    form: '5',
    formType: '3',
    holding: true,
    meaning: 'should have been on a Form 3: late',
    timeliness: [''],
    suffix: { '': '3' },
    voluntary: false,
    source: `${SPECIFICATION}, section 4.3.8.3`,
  },
]

/** What a row's form type means on a form; `undefined` where it has no meaning there. */
export function formTypeOnForm(form: FormNumber, formType: string, holding: boolean): FormTypeOnForm | undefined {
  return formTypesOnForms.find((row) => row.form === form && row.formType === formType && row.holding === holding)
}

import { byCode, type InForce, type Sourced } from './dated.ts'
import { GIFT_ON_FORM_4_FROM, TWO_DAY_FROM } from './deadlines.ts'

/** Which way a row goes: `pair` is an exercise, acquired in Table I and disposed of in Table II (a put: of both). */
export type TreatedDirection = 'A' | 'D' | 'either' | 'pair'

/**
 * Whether Section 16(b) passes a code over. `always` and `never` follow from the code; `usually`: if a condition holds
 * that nearly always does, and that is taken for granted where nobody says; `asked`: the code does not say.
 */
export type Exempted = 'always' | 'usually' | 'never' | 'asked'

/** The form on which a code belongs, under conditions. */
export interface TreatedForm extends InForce {
  readonly form: '4' | '5'
  readonly direction?: 'A' | 'D'
  readonly exempt?: boolean
}

/** What the code of a transaction means for the forms and for matching. */
export interface TransactionTreatment extends Sourced {
  readonly code: string
  readonly law: string
  readonly tables: readonly ('I' | 'II')[]
  readonly direction: TreatedDirection
  readonly exempted: Exempted
  /** Whether the exemption is for officers and directors only, not for who owns ten percent (section16-rules.md 2.4). */
  readonly isForOfficersOnly: boolean
  /** What the exemption turns on, for who has to say. */
  readonly condition: string
  /**
   * Matched as, where it is not exempt. `direction`: a purchase where acquired, a sale where disposed of. `right`: value
   * received for a call is a sale, for a put a purchase. `premium`: the premium of the short position is recoverable.
   */
  readonly side: 'purchase' | 'sale' | 'direction' | 'right' | 'premium'
  /** The first row that fits says. */
  readonly forms: readonly TreatedForm[]
}

const FORM_4: readonly TreatedForm[] = [{ form: '4' }]
/** An item of Form 5 until the two business days came. */
const RULE_16B3: readonly TreatedForm[] = [{ form: '5', until: TWO_DAY_FROM, exempt: true }, { form: '4' }]
const IF_EXEMPT_5: readonly TreatedForm[] = [{ form: '5', exempt: true }, { form: '4' }]

const SOURCE = 'section16-rules.md section 2.2'

type Row = Omit<TransactionTreatment, 'code' | 'source' | 'condition' | 'isForOfficersOnly'> &
  Partial<Pick<TransactionTreatment, 'source' | 'condition' | 'isForOfficersOnly'>>

const treatment = (code: string, row: Row): TransactionTreatment => ({
  code,
  condition: '',
  isForOfficersOnly: false,
  source: SOURCE,
  ...row,
})

const trade = (code: string, side: 'purchase' | 'sale'): TransactionTreatment =>
  treatment(code, {
    law: 'Exchange Act 16(a)(2)(C); Rule 16a-3(g)(1)',
    tables: ['I', 'II'],
    direction: side === 'purchase' ? 'A' : 'D',
    exempted: 'never',
    side,
    forms: FORM_4,
  })

const withIssuer = (
  code: string,
  law: string,
  tables: readonly ('I' | 'II')[],
  direction: 'A' | 'D' | 'either',
  condition: string,
): TransactionTreatment =>
  treatment(code, {
    law,
    tables,
    direction,
    exempted: 'usually',
    isForOfficersOnly: true,
    condition,
    side: 'direction',
    forms: RULE_16B3,
  })

const exercise = (code: string, law: string, exempted: Exempted, condition = ''): TransactionTreatment =>
  treatment(code, { law, tables: ['I', 'II'], direction: 'pair', exempted, condition, side: 'purchase', forms: FORM_4 })

/** By code. V is no code of its own and K stands behind one; neither is here. */
export const transactionTreatments = byCode<TransactionTreatment>([
  trade('P', 'purchase'),
  trade('S', 'sale'),
  trade('U', 'sale'),
  withIssuer(
    'A',
    'Rule 16b-3(d)',
    ['I', 'II'],
    'A',
    'the grant was approved by the board, a committee of non-employee directors or shareholders, or is held six months',
  ),
  withIssuer('D', 'Rule 16b-3(e)', ['I', 'II'], 'D', 'the terms of the disposition were approved in advance'),
  withIssuer('F', 'Rule 16b-3(e)', ['I', 'II'], 'D', 'the terms of the withholding were approved in advance'),
  withIssuer(
    'I',
    'Rule 16b-3(f)',
    ['I', 'II'],
    'either',
    'the election comes at least six months after the last one of the opposite way',
  ),
  exercise('M', 'Rules 16b-3 and 16b-6(b)', 'always'),
  exercise('C', 'Rule 16b-6(b)', 'usually', 'the conversion price is fixed'),
  exercise('X', 'Rule 16b-6(b)', 'always'),
  exercise('O', 'Rule 16b-6(b), proviso', 'never'),
  treatment('E', {
    law: 'Rule 16b-6(d)',
    tables: ['II'],
    direction: 'either',
    exempted: 'asked',
    condition: 'the short position was written six months or more before it expired',
    side: 'premium',
    forms: IF_EXEMPT_5,
    source: `${SOURCE} [K?]; section 9.1, 6`,
  }),
  treatment('H', {
    law: 'Rule 16b-6',
    tables: ['II'],
    direction: 'D',
    exempted: 'never',
    side: 'right',
    forms: FORM_4,
  }),
  treatment('G', {
    law: 'Rule 16b-5; Rule 16a-3(g)(1)',
    tables: ['I', 'II'],
    direction: 'either',
    exempted: 'always',
    side: 'direction',
    forms: [{ form: '4', direction: 'D', from: GIFT_ON_FORM_4_FROM }, { form: '5' }],
    source: `${SOURCE} [V:GIFT]`,
  }),
  treatment('L', {
    law: 'Rule 16a-6',
    tables: ['I', 'II'],
    direction: 'A',
    exempted: 'never',
    side: 'purchase',
    forms: [{ form: '5' }],
    source: `${SOURCE}, section 2.4 [V:16a-6]`,
  }),
  treatment('W', {
    law: 'Rule 16b-5',
    tables: ['I', 'II'],
    direction: 'either',
    exempted: 'always',
    side: 'direction',
    forms: [{ form: '5' }],
  }),
  treatment('Z', {
    law: 'Rule 16b-8',
    tables: ['I'],
    direction: 'either',
    exempted: 'usually',
    condition: 'substantially all assets of the trust are the same class',
    side: 'direction',
    forms: IF_EXEMPT_5,
  }),
  treatment('J', {
    law: 'Form 4, General Instruction 8',
    tables: ['I', 'II'],
    direction: 'either',
    exempted: 'asked',
    condition: 'an exemption from Section 16(b) is stated in the footnote',
    side: 'direction',
    forms: IF_EXEMPT_5,
  }),
])

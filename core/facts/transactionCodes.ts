import { byCode, type InForce, type Sourced } from './dated.ts'
import { SPECIFICATION } from './sources.ts'

/** The headings under which General Instruction 8 of Form 4 lists the codes. */
export type TransactionCodeGroup = 'general' | 'rule16b3' | 'derivative' | 'otherExempt' | 'other'

/** What a transaction was. `A` in this list (grant) is not `A` of acquired or disposed, `D` likewise. */
export interface TransactionCode extends Sourced, InForce {
  /** One letter. */
  readonly code: string
  readonly meaning: string
  readonly group: TransactionCodeGroup
}

const SOURCE = `${SPECIFICATION}, section 3.6.10; Form 4, General Instruction 8`

const code = (letter: string, group: TransactionCodeGroup, meaning: string): TransactionCode => ({
  code: letter,
  meaning,
  group,
  source: SOURCE,
})

/**
 * The codes of `transactionCode`, one list for 4, 4/A, 5 and 5/A and both tables. The letter says nothing of the
 * direction: that is the row's `transactionAcquiredDisposedCode` (ownership-xml.md section 5.3).
 */
export const transactionCodes = byCode<TransactionCode>([
  code('P', 'general', 'Open market or private purchase of non-derivative or derivative security'),
  code('S', 'general', 'Open market or private sale of non-derivative or derivative security'),
  code('A', 'rule16b3', 'Grant, award or other acquisition pursuant to Rule 16b-3(d)'),
  code('D', 'rule16b3', 'Disposition to the issuer of issuer equity securities pursuant to Rule 16b-3(e)'),
  code(
    'F',
    'rule16b3',
    'Payment of exercise price or tax liability by delivering or withholding securities incident to the receipt, ' +
      'exercise or vesting of a security issued in accordance with Rule 16b-3',
  ),
  code(
    'I',
    'rule16b3',
    'Discretionary transaction in accordance with Rule 16b-3(f) resulting in acquisition or disposition of issuer ' +
      'securities',
  ),
  code('M', 'rule16b3', 'Exercise or conversion of derivative security exempted pursuant to Rule 16b-3'),
  code('C', 'derivative', 'Conversion of derivative security'),
  code('E', 'derivative', 'Expiration of short derivative position'),
  code('H', 'derivative', 'Expiration (or cancellation) of long derivative position with value received'),
  code('O', 'derivative', 'Exercise of out-of-the-money derivative security'),
  code('X', 'derivative', 'Exercise of in-the-money or at-the-money derivative security'),
  code('G', 'otherExempt', 'Bona fide gift'),
  code('L', 'otherExempt', 'Small acquisition under Rule 16a-6'),
  code('W', 'otherExempt', 'Acquisition or disposition by will or the laws of descent and distribution'),
  code('Z', 'otherExempt', 'Deposit into or withdrawal from voting trust'),
  code('J', 'other', 'Other acquisition or disposition (describe transaction)'),
  code('U', 'other', 'Disposition pursuant to a tender of shares in a change of control transaction'),
])

/** A letter that stands on the printed form and is said otherwise in XML, where it is no valid code. */
export interface PrintedOnlyCode extends Sourced {
  readonly code: string
  readonly meaning: string
  /** How it is met in typed filings and on pages. */
  readonly seenAs: readonly string[]
}

export const printedOnlyCodes = byCode<PrintedOnlyCode>([
  {
    code: 'K',
    meaning: 'equity swap: equitySwapInvolved is true',
    seenAs: ['S/K', 'P/K'],
    source: SOURCE,
  },
  {
    code: 'V',
    meaning: 'voluntarily reported early: form type 5 on a Form 4',
    seenAs: ['V'],
    source: `${SPECIFICATION}, section 4.3.8.2; Form 4, General Instruction 8`,
  },
])

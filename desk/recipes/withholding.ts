import type { CalendarDate, Decimal } from '@section16/core'
import { isApproved } from './approval.ts'
import { amount, shares } from './facts.ts'
import type { Transaction } from './formBuilder.ts'
import type { Ownership } from './security.ts'
import { stock } from './stock.ts'

export const withheldShares = shares({
  question: 'How many shares were withheld or delivered?',
  why: 'Shares kept back for taxes or for an exercise price are a disposition to the issuer, code F.',
  source: 'Rule 16b-3(e); Form 4, General Instruction 8',
})

export const withholdingPrice = amount({
  question: 'At which price a share were they counted, in dollars?',
  why: 'Column 4 states the market price used for the withholding.',
  source: 'Form 4, Table I column 4; the market price there is practice, no rule says so',
})

/** Shares that go back to the issuer. */
export interface Withholding {
  readonly stock: string
  readonly ownership: Ownership
  readonly date: CalendarDate
  readonly shares: Decimal
  readonly price: Decimal
  readonly approval: string
  /** What they pay, for the footnote. */
  readonly pays: string
}

/** Code F in Table I. */
export function withholding({ stock: title, approval, pays, ...rest }: Withholding): Transaction {
  return {
    ...rest,
    security: stock(title),
    code: 'F',
    way: 'D',
    exempt: isApproved(approval),
    notes: { code: [`Represents shares withheld by the issuer to satisfy ${pays}.`] },
  }
}

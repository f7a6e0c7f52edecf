/** Invented trades for the tests of short-swing profit, written as people write them, and what is asked of them. */
import { expect } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import type { ShortSwingFacts } from './facts.ts'
import { Ratio } from './ratio.ts'
import { type ShortSwingOptions, type ShortSwingProfit, shortSwing } from './shortSwing.ts'
import type { DerivativeTerms, ShortSwingTransaction } from './transaction.ts'

export const day = (written: string) => CalendarDate.parse(written)!
export const ratio = (written: string) => Ratio.of(Decimal.parse(written)!)

interface More extends Partial<ShortSwingTransaction> {
  call?: string
  put?: string
}

let made = 0

/** `2025-01-06 P 100 @ 11`; the way follows from the code (`S`, `D`, `F`, `U` dispose) or is said: `J D 100`. */
export function trade(written: string, { call, put, ...more }: More = {}): ShortSwingTransaction {
  const words = written.split(' ')
  const price = words.includes('@') ? words.splice(words.indexOf('@'), 2)[1] : undefined
  const [date = '', code = '', ...amounts] = words
  const said = amounts[0] === 'A' || amounts[0] === 'D' ? amounts.shift() : undefined
  const terms = (right: 'call' | 'put', series: string): DerivativeTerms => ({ right, series })
  return {
    key: `t${++made}`,
    date: day(date),
    code,
    acquiredDisposed: (said as 'A' | 'D' | undefined) ?? ('SDFU'.includes(code) ? 'D' : 'A'),
    title: 'Common Stock',
    classKey: 'common stock',
    shares: amounts[0] === undefined ? undefined : ratio(amounts[0]),
    price: price === undefined ? undefined : ratio(price),
    isAveragePrice: false,
    derivative: call !== undefined ? terms('call', call) : put !== undefined ? terms('put', put) : undefined,
    isDirectorOrOfficer: true,
    isTenPercentOwner: false,
    isExitBoxTicked: false,
    account: 'direct',
    ...more,
  }
}

/** The answer, whose certificates are checked on the way. */
export function profitOf(
  transactions: readonly ShortSwingTransaction[],
  facts: ShortSwingFacts = {},
  options: ShortSwingOptions = {},
): ShortSwingProfit {
  const answer = shortSwing(transactions, facts, options)
  if (answer.kind !== 'profit') throw new Error('not applicable')
  for (const { faults } of [...answer.ifExempt.classes, ...answer.ifNotExempt.classes]) expect(faults).toEqual([])
  return answer
}

/** If exempt, if not. */
export const totals = ({ ifExempt, ifNotExempt }: ShortSwingProfit) => [
  String(ifExempt.total),
  String(ifNotExempt.total),
]

/** The one total, where both are the same. */
export const one = (
  transactions: readonly ShortSwingTransaction[],
  facts?: ShortSwingFacts,
  options?: ShortSwingOptions,
) => {
  const answer = profitOf(transactions, facts, options)
  expect(answer.ifExempt.total.compare(answer.ifNotExempt.total)).toBe(0)
  return String(answer.ifExempt.total)
}

export const source = 'invented'
export const tenPercent = { isDirectorOrOfficer: false, isTenPercentOwner: true }

import type { DerivationStep } from '@section16/core/ledger'
import type { Decimal } from '@section16/core/model'

/** How the derivation of a balance is said, in the shape of the ledger's own steps. */
export const balanceSteps = {
  reported: (report: string, date: string, balance: Decimal): DerivationStep => ({
    rule: 'balance.reported',
    law: 'Form 4, General Instruction 4(a)(i), (b)(iii)',
    text: `${report}, the last report on this position (${date}), leaves ${String(balance)}.`,
    data: { report, date, balance: String(balance) },
  }),
  said: (balance: Decimal): DerivationStep => ({
    rule: 'balance.said',
    law: 'Form 4, General Instruction 4(a)(i), (b)(iii)',
    text: `Before this line ${String(balance)} were owned, as is said for this draft; no report says it.`,
    data: { balance: String(balance) },
  }),
  line: (place: string, before: Decimal, change: Decimal, after: Decimal): DerivationStep => ({
    rule: 'balance.line',
    law: 'arithmetic',
    text: `${place}: ${String(before)} ${change.sign < 0 ? '−' : '+'} ${magnitude(change)} = ${String(after)}.`,
    data: { place, before: String(before), change: String(change), after: String(after) },
  }),
}

function magnitude(change: Decimal): string {
  return String(change).replace('-', '')
}

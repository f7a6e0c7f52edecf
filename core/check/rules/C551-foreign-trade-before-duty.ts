import { assuming } from '../../facts/assumptions.ts'
import { FOREIGN_INSIDERS_FROM } from '../../facts/deadlines.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * From 2026-03-18 on, transactions in an issuer with a foreign trading symbol are not dated before that day.
 *
 * ## Why
 * Such transactions are not reported. A domestic issuer may have a foreign listing too, and then they are.
 *
 * ## Example
 * issuerForeignTradingSymbol filled, transaction of 2026-03-02.
 *
 * ## Fix
 * Leave it out where the issuer was a foreign private issuer and its class was registered by then.
 *
 * ## Source
 * section16-rules.md R1.3.4 [V:FAQ]. That a foreign symbol means a foreign private issuer is an assumption [K?]
 */
export default rule({
  code: 'C551',
  name: 'foreign-trade-before-duty',
  severity: 'note',
  message: 'The transaction of {date} was made before insiders of foreign private issuers had to report.',
  fix: 'Leave it out where the issuer was a foreign private issuer and its class was registered by then.',
  source:
    'section16-rules.md R1.3.4 [V:FAQ]. That a foreign symbol means a foreign private issuer is an assumption [K?]',
  forms: ['4', '5'],
  from: '2026-03-18',
  assumes: ['foreign-symbol'],
  of: 'transactions',
  check: ({ row }, report, { document, isAmendment, assumptions }) => {
    if (assumptions['foreign-symbol'] !== 'foreign') return
    if (isAmendment || document.issuer.foreignTradingSymbol.kind !== 'value') return
    const date = row.transactionDate.value
    if (!date || date.day >= FOREIGN_INSIDERS_FROM.day) return
    report('transactionDate', { date: String(date), assumption: assuming(assumptions, 'foreign-symbol') })
  },
})

import { day } from '../../facts/dated.ts'
import { codeOf } from '../lines.ts'
import { hasCodeOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A derivative transaction after the expiration date of the same row. Expirations (codes E, H, J) and dispositions to
 * the issuer (D) are let be within a month, because they are noticed later.
 *
 * ## Why
 * What has expired can be neither exercised nor granted: one of the dates is wrong.
 *
 * Fires on 0.11 % of 14,041 accepted filings.
 *
 * ## Example
 * Exercise on 2024-03-04 of an option that expired on 2023-03-04.
 *
 * ## Fix
 * Compare both dates with the grant and the notice of exercise.
 *
 * ## Source
 * Form 4, Table II, columns 3 and 6; section16-rules.md 7.4.
 */
export default rule({
  code: 'C605',
  name: 'expired-before-transaction',
  severity: 'doubt',
  message: 'The security expired on {expiration}, before the transaction of {date} (code {code}).',
  fix: 'Compare both dates with the grant and the notice of exercise.',
  source: 'Form 4, Table II, columns 3 and 6; section16-rules.md 7.4',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'II',
  check: (line, report) => {
    const { row } = line
    const date = row.transactionDate.value
    const expiration = row.expirationDate.value
    if (!date || !expiration || expiration.day === PLACEHOLDER.day) return
    const grace = hasCodeOf(line, 'EHJD') ? 31 : 0
    if (date.day <= expiration.day + grace) return
    report('expirationDate', { date: String(date), expiration: String(expiration), code: codeOf(line) })
  },
})

/** Another rule's. */
const PLACEHOLDER = day('1988-08-08')

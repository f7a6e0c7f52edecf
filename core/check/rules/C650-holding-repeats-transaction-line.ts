import { following, footnotesOn, lineOf } from '../lines.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A holding of Table I on the same line (title, form and nature of ownership, no footnotes of its own) as a
 * transaction whose amount owned differs.
 *
 * ## Why
 * The transaction row already states what is owned on its line; a second figure contradicts it or is a line that the
 * text does not tell apart.
 *
 * Fires on 0.04 % of 14,041 accepted filings.
 *
 * ## Example
 * Purchase: Common Stock, D, owned 1,500. Holding: Common Stock, D, 1,000.
 *
 * ## Fix
 * Take the holding out, or tell its nature of ownership apart from the transaction’s.
 *
 * ## Source
 * Form 4, Table I, column 5; section16-rules.md R2.7.4.
 */
export default rule({
  code: 'C650',
  name: 'holding-repeats-transaction-line',
  severity: 'note',
  message: 'A holding of {title} repeats the line of a transaction, with {amount} in place of {after}.',
  fix: 'Take the holding out, or tell its nature of ownership apart from the transaction’s.',
  source: 'Form 4, Table I, column 5; section16-rules.md R2.7.4',
  forms: ['4', '5'],
  of: 'holdings',
  table: 'I',
  check: (current, report, { transactions }) => {
    const amount = following(current)
    if (transactions.length === 0 || !amount || footnotesOn(current).length > 0) return
    const line = lineOf(current)
    const same = transactions.filter(
      (row) => row.table === 'I' && lineOf(row) === line && footnotesOn(row).length === 0,
    )
    const last = same.at(-1)
    const after = last && following(last)
    if (!after || same.some((row) => following(row)?.equals(amount))) return
    const data = { title: current.row.securityTitle.value ?? '', amount: String(amount), after: String(after) }
    report('postTransactionAmounts/sharesOwnedFollowingTransaction', data)
  },
})

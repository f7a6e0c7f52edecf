import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A deemed execution date stands only where it differs from the transaction date.
 *
 * ## Why
 * Columns 2A and 3A are for trades of which the owner learns later. The same date says nothing; it often comes of a
 * program that fills both. 94 of 154 are equal.
 *
 * ## Example
 * Both dates 2026-04-02.
 *
 * ## Fix
 * None needed; a draft may leave it out.
 *
 * ## Source
 * Form 4, columns 2A and 3A; Rule 16a-3(g)(2) to (4); ownership-xml.md section 7.6.
 */
export default rule({
  code: 'C275',
  name: 'deemed-date-is-transaction-date',
  severity: 'note',
  message: 'The deemed execution date is the transaction date, {date}.',
  fix: 'Leave the deemed execution date out.',
  source: 'Form 4, columns 2A and 3A; Rule 16a-3(g)(2) to (4); ownership-xml.md section 7.6',
  forms: ['4', '5'],
  check: ({ transactions }, report) => {
    for (const { row, path } of transactions) {
      const date = row.deemedExecutionDate.value
      if (date && date.day === row.transactionDate.value?.day)
        report(`${path}/deemedExecutionDate`, { date: String(date) })
    }
  },
})

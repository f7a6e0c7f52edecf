import type { CheckedRow } from '../checkedRow.ts'
import { codeOf, footnotesOn, lineOf } from '../lines.ts'
import { hasCodeOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Five or more rows of one code (P, S), security, day, nature of ownership and price.
 *
 * ## Why
 * The instruction asks for one line per price. Single fills of one price fill the table and hide the trade.
 *
 * Fires on 0.01 % of 14,041 accepted filings.
 *
 * ## Example
 * Five rows: code S, 2024-03-04, 20.00.
 *
 * ## Fix
 * Add them up on one line: one line per price is enough.
 *
 * ## Source
 * Form 4, Instruction 4(a)(ii); section16-rules.md 2.9.
 */
export default rule({
  code: 'C713',
  name: 'one-price-per-day-many-lines',
  severity: 'note',
  message: '{rows} sales or purchases of one security on {date} at the same price {price} stand on lines of their own.',
  fix: 'Add them up on one line: one line per price is enough.',
  source: 'Form 4, Instruction 4(a)(ii); section16-rules.md 2.9',
  forms: ['4', '5'],
  of: 'filing',
  check: ({ transactions }, report) => {
    if (transactions.length < 5) return
    const groups = new Map<string, CheckedRow[]>()
    for (const current of transactions) {
      const { row, table } = current
      if (table !== 'I' || !hasCodeOf(current, 'PS') || !row.amounts.pricePerShare.value) continue
      const key = [
        lineOf(current),
        codeOf(current),
        row.transactionDate.value?.day,
        String(row.amounts.pricePerShare.value),
        footnotesOn(current).join(','),
      ].join('|')
      groups.set(key, [...(groups.get(key) ?? []), current])
    }
    for (const [first, ...more] of groups.values()) {
      if (!first || more.length < 4) continue
      const { row, path } = first
      report(path, {
        rows: more.length + 1,
        date: String(row.transactionDate.value),
        price: String(row.amounts.pricePerShare.value),
      })
    }
  },
})

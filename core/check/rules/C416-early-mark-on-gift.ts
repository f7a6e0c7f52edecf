import { giftDue } from '../giftDue.ts'
import { directionOf, FORM_TYPE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A gift given away from 2023-04-01 on carries form type 4 on a Form 4.
 *
 * ## Why
 * Before 2023-02-27 a gift could wait for Form 5 and V beside it was right; since then it is due in two business days.
 *
 * Fires on 0.08 % of 14,054 accepted filings.
 *
 * ## Example
 * Form 4, code G, D, transaction date 2024-05-06, form type 5.
 *
 * ## Fix
 * Give form type 4.
 *
 * ## Source
 * section16-rules.md 2.1 [K]; Release 33-11138
 */
export default rule({
  code: 'C416',
  name: 'early-mark-on-gift',
  severity: 'doubt',
  message: 'A gift given away on {date} is marked as early, but it was due on this form.',
  fix: 'Give form type 4.',
  source: 'section16-rules.md 2.1 [K]; Release 33-11138',
  forms: ['4'],
  assumes: ['gift-transition'],
  of: 'transactions',
  codes: 'G',
  check: (line, report, { assumptions }) => {
    const date = line.row.transactionDate.value
    if (directionOf(line) !== 'D' || line.row.coding.formType.value !== '5' || !date) return
    const { isDue, data } = giftDue(date, assumptions)
    if (isDue) report(FORM_TYPE, { date: String(date), ...data })
  },
})

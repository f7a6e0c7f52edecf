import { giftDue } from '../giftDue.ts'
import { directionOf, FORM_TYPE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A bona fide gift given away from 2023-04-01 on stands on a Form 5 only as an item that belonged on a Form 4 (form
 * type 4).
 *
 * ## Why
 * Since 2023-02-27 a gift is due on a Form 4 in two business days; until 2023-04-01 see C412. (Assuming
 * gift-transition=due, this asks from the first day on.)
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Form 5, code G, D, transaction date 2024-03-01, form type 5.
 *
 * ## Fix
 * File it as late: form type 4, so that the Form 4 box is set.
 *
 * ## Source
 * section16-rules.md 2.3 [V:GIFT]; Release 33-11138
 */
export default rule({
  code: 'C411',
  name: 'gift-left-for-form-5',
  severity: 'law',
  message: 'A gift given away on {date} was due on a Form 4 within two business days.',
  fix: 'File it as late: form type 4, so that the Form 4 box is set.',
  source: 'section16-rules.md 2.3 [V:GIFT]; Release 33-11138',
  forms: ['5'],
  assumes: ['gift-transition'],
  of: 'transactions',
  codes: 'G',
  check: (line, report, { assumptions }) => {
    const date = line.row.transactionDate.value
    if (directionOf(line) !== 'D' || !date) return
    if (line.row.coding.formType.value === '4') return
    const { isDue, data } = giftDue(date, assumptions)
    if (isDue) report(FORM_TYPE, { date: String(date), ...data })
  },
})

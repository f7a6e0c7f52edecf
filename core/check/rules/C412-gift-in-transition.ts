import { giftDue } from '../giftDue.ts'
import { directionOf, FORM_TYPE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A bona fide gift given away from 2023-02-27 to 2023-03-31 stands on a Form 5 as an item of Form 5.
 *
 * ## Why
 * The amending release is effective 2023-02-27, the changed forms from 2023-04-01; contemporary notes give either day
 * for the whole. The finding says so and judges nothing.
 *
 * ## Example
 * Form 5, code G, D, transaction date 2023-03-10, form type 5.
 *
 * ## Fix
 * Look whether a Form 4 was filed; notes of the time differ.
 *
 * ## Source
 * section16-rules.md 2.2 note 10 [K?]; Release 33-11138
 */
export default rule({
  code: 'C412',
  name: 'gift-in-transition',
  severity: 'note',
  message: 'A gift given away on {date} fell in the weeks when the rule held and the forms had not yet followed.',
  fix: 'Look whether a Form 4 was filed; notes of the time differ.',
  source: 'section16-rules.md 2.2 note 10 [K?]; Release 33-11138',
  forms: ['5'],
  assumes: ['gift-transition'],
  of: 'transactions',
  codes: 'G',
  check: (line, report, { assumptions }) => {
    const date = line.row.transactionDate.value
    if (directionOf(line) !== 'D' || !date) return
    const { isDue, data } = giftDue(date, assumptions)
    if (isDue || !data.assumption || line.row.coding.formType.value === '4') return
    report(FORM_TYPE, { date: String(date), ...data })
  },
})

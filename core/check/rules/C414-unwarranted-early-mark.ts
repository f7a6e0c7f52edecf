import { FORM_4_ITEMS, reportForm4Item } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * On a filed Form 4 the early mark (form type 5, the V of the printed form) does not stand beside P, S, M, C, O, X or
 * U, nor beside A, D, F or I executed from 2002-08-29 on.
 *
 * ## Why
 * Only what might have waited for Form 5 can be early. A sale marked V looks deferrable and escapes counts of late
 * reports. Before 2002-08-29 grants and withholdings were items of Form 5, and V was right.
 *
 * Fires on 0.51 % of 14,054 accepted filings.
 *
 * ## Example
 * Form 4, code F of 2024, form type 5.
 *
 * ## Fix
 * Give form type 4.
 *
 * ## Source
 * section16-rules.md 2.3 [K]; Rule 16a-3(f), (g)
 */
export default rule({
  code: 'C414',
  name: 'unwarranted-early-mark',
  severity: 'doubt',
  message: 'Code {code} is marked as early, but it was never an item of Form 5.',
  fix: 'Give form type 4.',
  source: 'section16-rules.md 2.3 [K]; Rule 16a-3(f), (g)',
  forms: ['4'],
  stage: 'filed',
  of: 'transactions',
  codes: FORM_4_ITEMS,
  check: reportForm4Item,
})

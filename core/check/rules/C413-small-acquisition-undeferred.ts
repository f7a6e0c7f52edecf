import { assuming } from '../../facts/assumptions.ts'
import { FORM_TYPE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Code L on a Form 4 carries form type 5 (the V of the printed form).
 *
 * ## Why
 * A small acquisition is due on Form 5. On a Form 4 it is either early, and says so, or its deferral was lost, and
 * then it is an ordinary purchase.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Form 4, code L, form type 4.
 *
 * ## Fix
 * Mark it as early (form type 5); where the deferral was lost the code is P.
 *
 * ## Source
 * section16-rules.md 2.3 [K?]; Rule 16a-6
 */
export default rule({
  code: 'C413',
  name: 'small-acquisition-undeferred',
  severity: 'doubt',
  message: 'A small acquisition (code L) on a Form 4 is not marked as early.',
  fix: 'Mark it as early (form type 5); where the deferral was lost the code is P.',
  source: 'section16-rules.md 2.3 [K?]; Rule 16a-6',
  forms: ['4'],
  assumes: ['small-acquisition'],
  of: 'transactions',
  codes: 'L',
  check: ({ row }, report, { assumptions }) => {
    if (assumptions['small-acquisition'] !== 'early' || row.coding.formType.value !== '4') return
    report(FORM_TYPE, { assumption: assuming(assumptions, 'small-acquisition') })
  },
})

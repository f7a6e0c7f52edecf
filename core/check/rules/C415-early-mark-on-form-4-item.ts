import { FORM_4_ITEMS, reportForm4Item } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A draft does not mark as early (form type 5) what is due on a Form 4: P, S, M, C, O, X, U, and A, D, F, I executed
 * from 2002-08-29 on.
 *
 * ## Why
 * What a doubt is in a filing of old (C414) is an error in one that is being written.
 *
 * ## Example
 * Draft of a Form 4, code S, form type 5.
 *
 * ## Fix
 * Give form type 4.
 *
 * ## Source
 * section16-rules.md 2.3 [K]; Rule 16a-3(f), (g)
 */
export default rule({
  code: 'C415',
  name: 'early-mark-on-form-4-item',
  severity: 'law',
  message: 'Code {code} cannot be reported early: it is due on Form 4.',
  fix: 'Give form type 4.',
  source: 'section16-rules.md 2.3 [K]; Rule 16a-3(f), (g)',
  forms: ['4'],
  stage: 'draft',
  of: 'transactions',
  codes: FORM_4_ITEMS,
  check: reportForm4Item,
})

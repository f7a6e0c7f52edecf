import { FORM_4_ITEMS, reportForm4Item } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * On a Form 5 the codes P, S, M, C, O, X, U, and A, D, F, I executed from 2002-08-29 on, are items that belonged on a
 * Form 4 (form type 4), or late ones of an earlier Form 5.
 *
 * ## Why
 * Form 5 takes exempt transactions, small acquisitions and what was missed. A sale that stands there as if it had been
 * due there hides that it was late. One Form 5 in ten has such a line, and rightly it is asked: most are plan
 * contributions and reinvested dividends under code A, which is for awards under Rule 16b-3(d) and has been due on
 * Form 4 since 2002.
 *
 * Fires on 0.06 % of 14,054 accepted filings, 10.3 % of the 87 Forms 5 among them.
 *
 * ## Example
 * Form 5, code S, form type 5, no timeliness.
 *
 * ## Fix
 * Mark it as late (form type 4), or give the code of the exempt transaction that it was.
 *
 * ## Source
 * section16-rules.md 2.2 note 8 [K]; Rule 16a-3(f)
 */
export default rule({
  code: 'C421',
  name: 'form-4-item-on-form-5',
  severity: 'law',
  message: 'Code {code} stands as an item of Form 5, but it was due on a Form 4.',
  fix: 'Mark it as late (form type 4), or give the code of the exempt transaction that it was.',
  source: 'section16-rules.md 2.2 note 8 [K]; Rule 16a-3(f)',
  forms: ['5'],
  of: 'transactions',
  codes: FORM_4_ITEMS,
  check: (line, report) => {
    if (line.row.timeliness.value !== 'L') reportForm4Item(line, report)
  },
})

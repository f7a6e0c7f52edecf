import { codeOf, footnotesOn } from '../lines.ts'
import { remembered } from '../remembered.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A disposal with code D or J on a filing that is no amendment, with a footnote on the row that says a security was
 * reported in error, inadvertently or twice.
 *
 * ## Why
 * Nothing was disposed of. The row invents a transaction, which stays in every count.
 *
 * Fires on 0.01 % of 14,041 accepted filings.
 *
 * ## Example
 * Code D, 1,000 units, footnote “to remove a grant reported twice in error”.
 *
 * ## Fix
 * Correct the earlier report by an amendment with a footnote.
 *
 * ## Source
 * section16-rules.md 5.2 (R5.2.2); practitioners’ lists of errors.
 */
export default rule({
  code: 'C653',
  name: 'error-undone-by-disposition',
  severity: 'doubt',
  message:
    'A footnote on this disposal (code {code}) speaks of an error: a report is corrected by an amendment, not by a disposition.',
  fix: 'Correct the earlier report by an amendment with a footnote.',
  source: 'section16-rules.md 5.2 (R5.2.2); practitioners’ lists of errors',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'DJ',
  check: (current, report, filing) => {
    if (filing.isAmendment || current.row.amounts.acquiredDisposedCode.value !== 'D') return
    if (!mayTell(filing.smallWords) || !TOLD.test(filing.textsOf(footnotesOn(current)))) return
    report('transactionCoding/transactionCode', { code: codeOf(current) })
  },
})

const TOLD =
  /(?:reported|included|disclosed|filed|granted)[^.]{0,60}(?:in error|inadvertent|erroneous|mistake|twice)|(?:inadvertently|erroneously|mistakenly)[^.]{0,40}(?:report|includ|disclos|overstat)/i

/** Asked of all words of a filing at once: most tell of no error. */
const mayTell = remembered((words) => /error|inadvertent|erroneous|mistake|twice/.test(words))

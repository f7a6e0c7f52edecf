import { reportDirection } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A disposition to the issuer (code D) is marked as disposed of.
 *
 * ## Why
 * The letter D as a code is easily taken for the direction; an acquisition from the issuer is code A.
 *
 * Fires on 0.02 % of 14,054 accepted filings.
 *
 * ## Example
 * Code D, 300 shares, A in column 4.
 *
 * ## Fix
 * Mark the line disposed of (D); what comes from the issuer is code A.
 *
 * ## Source
 * section16-rules.md 2.3 [K]; Rule 16b-3(e)
 */
export default rule({
  code: 'C406',
  name: 'issuer-disposition-acquired',
  severity: 'law',
  message: 'Code D is a disposition to the issuer, but {title} is marked acquired.',
  fix: 'Mark the line disposed of (D); what comes from the issuer is code A.',
  source: 'section16-rules.md 2.3 [K]; Rule 16b-3(e)',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'D',
  check: reportDirection('A'),
})

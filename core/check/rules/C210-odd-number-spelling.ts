import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A number is written as digits, or digits, a point and digits, without a plus sign or needless leading zeros.
 *
 * ## Why
 * The specification allows only digits and one point; the schema lets `+1`, `.5` and `007` through. Such spellings
 * come from spreadsheets and are misread by other programs.
 *
 * ## Example
 * `.5` shares; `+317.01`.
 *
 * ## Fix
 * Write `0.5`, `317.01`, `7`. The value does not change.
 *
 * ## Source
 * ownership-xml.md sections 2 and 7.7 (EDGAR Ownership XML Technical Specification 5.5, section 3.2).
 */
export default rule({
  code: 'C210',
  name: 'odd-number-spelling',
  severity: 'note',
  message: 'The number {written} is not written as digits with at most one point between them.',
  fix: 'Write it without a plus sign or leading zeros, and with a digit before the point.',
  source: 'ownership-xml.md sections 2 and 7.7 (EDGAR Ownership XML Technical Specification 5.5, section 3.2)',
  stage: 'draft',
  of: 'fields',
  check: ({ field, definition: { type } }, report) => {
    if (type !== 'decimal' || field.isCanonical || field.kind !== 'value') return
    const written = field.written.trim()
    if (!/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(written)) report('', { written })
  },
})

import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A transaction in stock options or restricted stock units in Table II whose number differs from the number of
 * underlying shares, on a row without a footnote on title, exercise price, number or underlying.
 *
 * ## Why
 * An option or unit is over one share by custom. Another ratio is told; a typing error is not.
 *
 * Fires on 0.06 % of 14,041 accepted filings.
 *
 * ## Example
 * 1,000 options over 10,000 underlying shares.
 *
 * ## Fix
 * Compare both numbers; explain another ratio in a footnote.
 *
 * ## Source
 * Form 4, Table II, columns 5 and 7; section16-rules.md 7.4.
 */
export default rule({
  code: 'C646',
  name: 'underlying-differs-from-options',
  severity: 'doubt',
  message: '{shares} of {title} over {underlying} underlying shares: an option is over one share unless told.',
  fix: 'Compare both numbers; explain another ratio in a footnote.',
  source: 'Form 4, Table II, columns 5 and 7; section16-rules.md 7.4',
  of: 'transactions',
  table: 'II',
  check: ({ row }, report) => {
    const { securityTitle, underlyingSecurity, conversionOrExercisePrice: price, amounts } = row
    const title = securityTitle.value ?? ''
    const shares = amounts.shares.value
    const underlying = underlyingSecurity.shares.value
    if (!shares || !underlying || shares.equals(underlying)) return
    if (!/\bstock options?\b|right to buy|restricted stock units?|\brsus?\b/i.test(title)) return
    const fields = [securityTitle, underlyingSecurity.shares, underlyingSecurity.title, price, amounts.shares]
    if (fields.some(({ footnotes }) => footnotes.length > 0)) return
    const data = { shares: String(shares), underlying: String(underlying), title }
    report('underlyingSecurity/underlyingSecurityShares', data)
  },
})

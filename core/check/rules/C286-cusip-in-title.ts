import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The title of a security holds no CUSIP number.
 *
 * ## Why
 * The forms have no place for a CUSIP; in the title it hinders matching lines of one class, and a changed number makes
 * one class look like two.
 *
 * ## Example
 * `Common Stock (CUSIP 12345X678)`.
 *
 * ## Fix
 * Leave it out, or say it in a footnote.
 *
 * ## Source
 * ownership-xml.md section 7.6; Form 4, Table I, column 1.
 */
export default rule({
  code: 'C286',
  name: 'cusip-in-title',
  severity: 'note',
  message: 'The title “{title}” names a CUSIP.',
  fix: 'Give the title of the class alone.',
  source: 'ownership-xml.md section 7.6; Form 4, Table I, column 1',
  of: 'rows',
  check: ({ row }, report) => {
    const title = row.securityTitle.value ?? ''
    if (title.length > 5 && /cusip/i.test(title)) report('securityTitle', { title })
  },
})

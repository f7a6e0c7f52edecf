import { titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The title of a security says more than shares, stock or equity.
 *
 * ## Why
 * Totals run along a class. “Shares” names none, and the next form may name it otherwise.
 *
 * ## Example
 * Column 1: “Shares”.
 *
 * ## Fix
 * Give the class as issued (“Common Stock”, “Class A Common Stock”).
 *
 * ## Source
 * section16-rules.md 7.3 column 1 [K]
 */
export default rule({
  code: 'C545',
  name: 'title-names-no-class',
  severity: 'note',
  message: '“{title}” names no class of securities.',
  fix: 'Give the class as issued (“Common Stock”, “Class A Common Stock”).',
  source: 'section16-rules.md 7.3 column 1 [K]',
  of: 'rows',
  check: (line, report) => {
    if (!/^\W*(?:shares?|stock|equity|securities|security)\W*$/i.test(titleOf(line))) return
    report('securityTitle', { title: titleOf(line) })
  },
})

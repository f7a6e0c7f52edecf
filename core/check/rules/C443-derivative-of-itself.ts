import { plain } from '../phrases.ts'
import { titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The title of the underlying security is not the title of the derivative, where that is an option, a warrant, a unit
 * or a right.
 *
 * ## Why
 * Column 7 tells into what the derivative turns. Repeating column 1 leaves the reader without the class.
 *
 * Fires on 0.08 % of 14,054 accepted filings.
 *
 * ## Example
 * Column 1 and column 7 both “Stock Option (right to buy)”.
 *
 * ## Fix
 * Name in column 7 the security that the right is exercised or converted into.
 *
 * ## Source
 * section16-rules.md 7.4 column 7 [K]
 */
export default rule({
  code: 'C443',
  name: 'derivative-of-itself',
  severity: 'doubt',
  message: '{title} is given as its own underlying security.',
  fix: 'Name in column 7 the security that the right is exercised or converted into.',
  source: 'section16-rules.md 7.4 column 7 [K]',
  of: 'rows',
  table: 'II',
  check: (line, report) => {
    const title = plain(line.row.securityTitle.value)
    if (title !== plain(line.row.underlyingSecurity.title.value)) return
    if (/\b(?:options?|warrants?|units?|rights?|rsus?)\b/.test(title)) {
      report('underlyingSecurity/underlyingSecurityTitle', { title: titleOf(line) })
    }
  },
})

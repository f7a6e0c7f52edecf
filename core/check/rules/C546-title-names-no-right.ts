import { plain } from '../phrases.ts'
import { titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The title of a line in Table II says more than option, derivative, right, call or put.
 *
 * ## Why
 * Whether an option buys or sells decides on which side of 16(b) it stands.
 *
 * ## Example
 * Column 1: “Derivative”.
 *
 * ## Fix
 * Describe it (“Stock Option (right to buy)”, “Convertible Note”).
 *
 * ## Source
 * section16-rules.md 7.4 column 1 [K]
 */
export default rule({
  code: 'C546',
  name: 'title-names-no-right',
  severity: 'note',
  message: '“{title}” does not describe the derivative.',
  fix: 'Describe it (“Stock Option (right to buy)”, “Convertible Note”).',
  source: 'section16-rules.md 7.4 column 1 [K]',
  of: 'rows',
  table: 'II',
  check: (line, report) => {
    if (/^(?:derivatives?|rights?|securit(?:y|ies)|other)$/.test(plain(line.row.securityTitle.value)))
      report('securityTitle', { title: titleOf(line) })
  },
})

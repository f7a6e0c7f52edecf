import { plain } from '../phrases.ts'
import { titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * No line of Table II is titled just common stock or ordinary shares. Classes (“Class B Common Stock”), swaps and
 * lines whose title carries a footnote are left alone.
 *
 * ## Why
 * Table II is for rights in stock. A class that converts into another may stand there; plain common stock as its own
 * derivative cannot.
 *
 * Fires on 0.07 % of 14,054 accepted filings.
 *
 * ## Example
 * Table II, title “Common Stock”, underlying “Common Stock”.
 *
 * ## Fix
 * Report stock in Table I; name the derivative where there is one.
 *
 * ## Source
 * section16-rules.md 2.5 and 7.4 [K]
 */
export default rule({
  code: 'C441',
  name: 'stock-in-table-ii',
  severity: 'doubt',
  message: '{title} stands in Table II, but its title is that of plain stock.',
  fix: 'Report stock in Table I; name the derivative where there is one.',
  source: 'section16-rules.md 2.5 and 7.4 [K]',
  of: 'rows',
  table: 'II',
  check: (line, report) => {
    const { securityTitle, coding } = line.row
    if (coding.equitySwapInvolved.value || securityTitle.footnotes.length > 0) return
    if (PLAIN_STOCK.test(plain(securityTitle.value))) report('securityTitle', { title: titleOf(line) })
  },
})

const PLAIN_STOCK = /^(?:common (?:stock|shares?)|ordinary shares?)(?: (?:no )?par value.*)?$/

import { assuming } from '../../facts/assumptions.ts'
import { titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Titles that say restricted stock unit or RSU stand in one table only.
 *
 * ## Why
 * Units may be reported either way, but not both: a unit shown as stock in Table I and as a right in Table II is
 * counted twice. [K?]: some owners hold awards of both kinds, which a footnote should say.
 *
 * Fires on 0.01 % of 14,054 accepted filings.
 *
 * ## Example
 * Table I “Restricted Stock Units”, Table II “Restricted Stock Units”.
 *
 * ## Fix
 * Keep one way for an issuer: Table I at grant, or Table II with M at settlement.
 *
 * ## Source
 * section16-rules.md 2.5.4 [K?]
 */
export default rule({
  code: 'C442',
  name: 'units-in-both-tables',
  severity: 'doubt',
  message: 'Restricted stock units stand in both tables.',
  fix: 'Keep one way for an issuer: Table I at grant, or Table II with M at settlement.',
  source: 'section16-rules.md 2.5.4 [K?]',
  assumes: ['unit-awards'],
  of: 'filing',
  check: ({ rows, assumptions }, report) => {
    if (assumptions['unit-awards'] !== 'one-table') return
    // Tables stand one after the other: most filings have lines in one only.
    if (rows[0]?.table === rows.at(-1)?.table) return
    const units = rows.filter((line) => UNITS.test(titleOf(line)))
    const inTableI = units.find(({ table }) => table === 'I')
    const inTableII = units.find(({ table }) => table === 'II')
    if (inTableI && inTableII)
      report(`${inTableII.path}/securityTitle`, { assumption: assuming(assumptions, 'unit-awards') })
  },
})

const UNITS = /\brestricted (?:stock|share) units?\b|\bRSUs?\b/i

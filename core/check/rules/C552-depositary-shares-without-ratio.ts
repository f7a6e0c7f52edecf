import { assuming } from '../../facts/assumptions.ts'
import { titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Where a title says American Depositary Shares or ADS, a footnote, the remarks or the title itself says what one
 * represents.
 *
 * ## Why
 * Depositary shares and the shares under them are one class; without the ratio the two cannot be added.
 *
 * ## Example
 * “American Depositary Shares”, no footnote.
 *
 * ## Fix
 * State the ratio in a footnote.
 *
 * ## Source
 * section16-rules.md R1.3.8 [K?]
 */
export default rule({
  code: 'C552',
  name: 'depositary-shares-without-ratio',
  severity: 'note',
  message: '{title}: no footnote says how many shares one stands for.',
  fix: 'State the ratio in a footnote.',
  source: 'section16-rules.md R1.3.8 [K?]',
  assumes: ['depositary-ratio'],
  of: 'filing',
  check: ({ rows, words, assumptions }, report) => {
    if (assumptions['depositary-ratio'] !== 'told') return
    const line = rows.find((one) => DEPOSITARY.test(titleOf(one)))
    if (!line || /represent|each/i.test(titleOf(line))) return
    if (/\brepresent(?:s|ing)?\b|each ADS|\bratio\b|equal to|evidenc/i.test(words)) return
    report(`${line.path}/securityTitle`, {
      title: titleOf(line),
      assumption: assuming(assumptions, 'depositary-ratio'),
    })
  },
})

const DEPOSITARY = /american deposit[ao]ry|\bADSs?\b|\bADRs?\b/i

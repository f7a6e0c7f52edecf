import type { CheckedRow } from '../checkedRow.ts'
import { following, footnotesOn, lineOf } from '../lines.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Two holdings of Table I with the same title, the same form and the same nature of ownership, the same footnotes,
 * and different amounts.
 *
 * ## Why
 * One line of ownership has one amount. Two are either two natures that the text does not tell apart or an old amount
 * left standing.
 *
 * Fires on 0.19 % of 14,041 accepted filings.
 *
 * ## Example
 * Common Stock, D, 1,500 and Common Stock, D, 1,300.
 *
 * ## Fix
 * Tell the two lines apart by title or nature, or keep the right one.
 *
 * ## Source
 * Form 4, Table I, columns 5 to 7; section16-rules.md R2.7.1.
 */
export default rule({
  code: 'C649',
  name: 'holding-twice',
  severity: 'doubt',
  message: 'The line {title}, {nature}, stands twice with different amounts: {first} and {second}.',
  fix: 'Tell the two lines apart by title or nature, or keep the right one.',
  source: 'Form 4, Table I, columns 5 to 7; section16-rules.md R2.7.1',
  of: 'filing',
  check: ({ holdings }, report) => {
    if (holdings.length < 2) return
    const seen = new Map<string, CheckedRow>()
    for (const current of holdings) {
      if (current.table !== 'I') continue
      const key =
        footnotesOn(current).length === 0 ? lineOf(current) : `${lineOf(current)}|${footnotesOn(current).join(',')}`
      const first = seen.get(key)
      const one = first && following(first)
      const other = following(current)
      if (!first) seen.set(key, current)
      if (!one || !other || one.equals(other)) continue
      const { securityTitle, ownershipNature } = current.row
      report(`${current.path}/postTransactionAmounts/sharesOwnedFollowingTransaction`, {
        title: securityTitle.value ?? '',
        nature: ownershipNature.natureOfOwnership.value ?? ownershipNature.directOrIndirectOwnership.value ?? '',
        first: String(one),
        second: String(other),
      })
    }
  },
})

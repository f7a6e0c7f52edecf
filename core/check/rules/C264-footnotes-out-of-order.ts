import { footnoteUses } from '../footnoteUses.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Footnotes are numbered in the order of their first use.
 *
 * ## Why
 * It is easier to read. Nobody objects: 653 of 17,942 documents have another order, which comes of a line added later.
 *
 * ## Example
 * The first line refers to F2, the second to F1.
 *
 * ## Fix
 * None needed; a draft may be numbered anew.
 *
 * ## Source
 * ownership-xml.md sections 5.2 and 7.6 (EDGAR does not ask for it).
 */
export default rule({
  code: 'C264',
  name: 'footnotes-out-of-order',
  severity: 'note',
  message: 'Footnote {id} is first used after {later}.',
  fix: 'Number footnotes in the order in which a reader meets them.',
  source: 'ownership-xml.md sections 5.2 and 7.6 (EDGAR does not ask for it)',
  of: 'filing',
  check: (filing, report) => {
    let highest = 0
    const seen: boolean[] = []
    for (const { ids, line, place } of footnoteUses(filing)) {
      for (const id of ids) {
        const number = Number(id.slice(1))
        if (Number.isNaN(number) || seen[number]) continue
        seen[number] = true
        // Once is enough: one line put in between moves all that follow.
        if (number < highest) return report(`${line.path}/${place}`, { id, later: `F${highest}` })
        highest = number
      }
    }
  },
})

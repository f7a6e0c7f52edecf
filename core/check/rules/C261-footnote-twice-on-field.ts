import { footnoteUses } from '../footnoteUses.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * One field names a footnote once.
 *
 * ## Why
 * EDGAR suspends the filing; the schema sees two valid references.
 *
 * ## Example
 * `<footnoteId id="F1"/><footnoteId id="F1"/>` on one price.
 *
 * ## Fix
 * Take the second out.
 *
 * ## Source
 * ownership-xml.md rule 49 (EDGAR Ownership XML Technical Specification 5.5, sections 4.3.6 and 5).
 */
export default rule({
  code: 'C261',
  name: 'footnote-twice-on-field',
  severity: 'suspends',
  message: 'The field refers to footnote {id} twice.',
  fix: 'Take one of the two references out.',
  source: 'ownership-xml.md rule 49 (EDGAR Ownership XML Technical Specification 5.5, sections 4.3.6 and 5)',
  of: 'filing',
  check: (filing, report) => {
    for (const { ids, line, place } of footnoteUses(filing)) {
      if (ids.length < 2) continue
      for (const [i, id] of ids.entries()) if (ids.indexOf(id) < i) report(`${line.path}/${place}`, { id })
    }
  },
})

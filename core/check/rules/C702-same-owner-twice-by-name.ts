import { plain } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Two reporting owners with the same name and different CIKs.
 *
 * ## Why
 * A person who was given a second CIK by mistake reports under both. Father and son with one name are rare on one
 * form.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Two owners “Quill Marta A”.
 *
 * ## Fix
 * Compare their CIKs: a person has one.
 *
 * ## Source
 * ownership-xml.md rule 27 (no owner twice); section16-rules.md 1.4.
 */
export default rule({
  code: 'C702',
  name: 'same-owner-twice-by-name',
  severity: 'doubt',
  message: 'Two reporting owners are called {name}.',
  fix: 'Compare their CIKs: a person has one.',
  source: 'ownership-xml.md rule 27 (no owner twice); section16-rules.md 1.4',
  of: 'filing',
  check: ({ document }, report) => {
    if (document.reportingOwners.length < 2) return
    const seen = new Set<string>()
    for (const [i, { id }] of document.reportingOwners.entries()) {
      const name = plain(id.name.value)
      if (name !== '' && seen.has(name))
        report(`/ownershipDocument/reportingOwner[${i + 1}]/reportingOwnerId/rptOwnerName`, {
          name: id.name.value ?? '',
        })
      seen.add(name)
    }
  },
})

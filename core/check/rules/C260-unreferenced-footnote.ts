import { footnoteUses } from '../footnoteUses.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Every footnote is referred to by at least one field.
 *
 * ## Why
 * EDGAR suspends a filing with a footnote that nothing refers to; the schema checks only the other direction. The
 * reader says the same of a file (R157).
 *
 * ## Example
 * Footnote F3 is defined, and no `footnoteId` names it.
 *
 * ## Fix
 * Put the reference on the field that the footnote explains; general text belongs in the remarks.
 *
 * ## Source
 * ownership-xml.md rule 47 (EDGAR Ownership XML Technical Specification 5.5, section 5).
 */
export default rule({
  code: 'C260',
  name: 'unreferenced-footnote',
  severity: 'suspends',
  message: 'No field refers to footnote {id}.',
  fix: 'Refer to it from the field it explains, or take it out.',
  source: 'ownership-xml.md rule 47 (EDGAR Ownership XML Technical Specification 5.5, section 5)',
  insteadOf: ['R157'],
  of: 'filing',
  check: (filing, report) => {
    const { footnotes } = filing.document.footnotes
    if (footnotes.length === 0) return
    const used = new Set<string>()
    for (const { ids } of footnoteUses(filing)) for (const id of ids) used.add(id.trim())
    footnotes.forEach(({ id }, i) => {
      // As xs:ID: white space around it is no part.
      if (!used.has(id.trim())) report(`/ownershipDocument/footnotes/footnote[${i + 1}]`, { id })
    })
  },
})

import { FORM_LIMITS } from '../../facts/formLimits.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A footnote has at most 1000 characters.
 *
 * ## Why
 * The specification says so; the schema sets no limit. The longest of 17,942 documents has exactly 1000.
 *
 * ## Example
 * A footnote of 1,400 characters that describes a trust.
 *
 * ## Fix
 * Continue in a further footnote (“Continued from footnote 2”), in the remarks or in an exhibit.
 *
 * ## Source
 * ownership-xml.md rule 50 (EDGAR Ownership XML Technical Specification 5.5, section 3.5).
 */
export default rule({
  code: 'C262',
  name: 'footnote-too-long',
  severity: 'suspends',
  message: 'Footnote {id} has {length} characters; at most {limit} are taken.',
  fix: 'Continue it in a further footnote on the same field.',
  source: 'ownership-xml.md rule 50 (EDGAR Ownership XML Technical Specification 5.5, section 3.5)',
  of: 'footnotes',
  check: ({ id, text }, report) => {
    const limit = FORM_LIMITS.footnoteCharacters.most
    if (text.length <= limit) return
    report('', { id, length: text.length, limit })
  },
})

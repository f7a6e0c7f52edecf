import { rule } from '../rule.ts'

/**
 * ## What it checks
 * No element stands in a form, an amendment or a year that has none of its name.
 *
 * ## Why
 * Forms differ: only an amendment names the date of its original, only a Form 3 says that no securities are owned, and
 * the elements for foreign filers came on 2026-03-18.
 *
 * ## Example
 * `dateOfOriginalSubmission` on a Form 4 that is no amendment.
 *
 * ## Fix
 * Take the element out, or file the form to which it belongs.
 *
 * ## Source
 * ownership-xml.md rule 17 and section 1; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C103',
  name: 'element-of-another-form',
  severity: 'suspends',
  message: 'A document of this type has no element {element}.',
  fix: 'Take the element out, or file the form to which it belongs.',
  source: 'ownership-xml.md rule 17 and section 1; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'element-of-another-form',
})

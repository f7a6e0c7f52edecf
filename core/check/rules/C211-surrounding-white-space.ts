import { rule } from '../rule.ts'

/**
 * ## What it checks
 * No value begins or ends with white space.
 *
 * ## Why
 * EDGAR does not trim: white space counts towards the length of a text, and a line break inside a CIK breaks its
 * pattern.
 *
 * ## Example
 * `<rptOwnerCity>PORTLAND </rptOwnerCity>`.
 *
 * ## Fix
 * Take the white space out.
 *
 * ## Source
 * ownership-xml.md rule 18 and section 2 (white space counts).
 */
export default rule({
  code: 'C211',
  name: 'surrounding-white-space',
  severity: 'note',
  message: 'White space stands around the value of <{element}>.',
  fix: 'Take it out.',
  source: 'ownership-xml.md rule 18 and section 2 (white space counts)',
  stage: 'draft',
  of: 'fields',
  check: ({ field, definition: { element } }, report) => {
    if (field.isCanonical) return
    const { written = '' } = field
    if (written !== written.trim() && written.trim() !== '') report('', { element })
  },
})

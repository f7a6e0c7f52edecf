import { EDGAR_ELEMENTS } from '../../model/edgarElements.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A form to be filed gives no value in the elements that are EDGAR's own: names of issuer and owners, description of
 * the state, good address, and the three boxes that EDGAR works out (no securities owned, Form 3 holdings reported,
 * Form 4 transactions reported).
 *
 * ## Why
 * A value draws a warning and is discarded. `schemaVersion` has a rule of its own.
 *
 * ## Example
 * `<rptOwnerName>Doe Jane</rptOwnerName>` in a draft.
 *
 * ## Fix
 * Leave the element out. The form written for filing has none of them.
 *
 * ## Source
 * ownership-xml.md rule 22 (EDGAR Ownership XML Technical Specification 5.5, sections 4.3 and 5).
 */
export default rule({
  code: 'C207',
  name: 'edgar-element-given',
  severity: 'warns',
  message: '<{element}> is given a value.',
  fix: 'Leave it out; EDGAR puts it in itself.',
  source: 'ownership-xml.md rule 22 (EDGAR Ownership XML Technical Specification 5.5, sections 4.3 and 5)',
  stage: 'draft',
  of: 'fields',
  check: ({ field, definition: { element } }, report) => {
    if (!EDGAR_ELEMENTS.has(element) || element === 'schemaVersion') return
    if ((field.written ?? '').trim() !== '') report('', { element })
  },
})

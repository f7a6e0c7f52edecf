import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The document has line ends between its elements.
 *
 * ## Why
 * The specification strongly discourages a document on one line: EDGAR cuts lines at 1,023 characters in what it
 * disseminates, in the middle of a tag if need be.
 *
 * ## Example
 * `<ownershipDocument><documentType>4</documentType>…` without a line end.
 *
 * ## Fix
 * Write the form with section16, which lays it out as EDGAR does.
 *
 * ## Source
 * ownership-xml.md rule 24 (EDGAR Ownership XML Technical Specification 5.5, section 4.1).
 */
export default rule({
  code: 'C204',
  name: 'document-on-one-line',
  severity: 'note',
  message: 'The whole document stands on one line.',
  fix: 'Write each element on a line of its own.',
  source: 'ownership-xml.md rule 24 (EDGAR Ownership XML Technical Specification 5.5, section 4.1)',
  stage: 'draft',
  of: 'filing',
  check: ({ document }, report) => {
    if (document.source.style.newline === '') report('/ownershipDocument')
  },
})

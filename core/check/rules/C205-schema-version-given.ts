import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A form to be filed gives no `schemaVersion`.
 *
 * ## Why
 * EDGAR inserts the version itself; a value draws a warning and is discarded.
 *
 * ## Example
 * `<schemaVersion>X0609</schemaVersion>` in a draft.
 *
 * ## Fix
 * Leave the element out. The form written for filing has none.
 *
 * ## Source
 * ownership-xml.md rule 22 (EDGAR Ownership XML Technical Specification 5.5, sections 4.3 and 5).
 */
export default rule({
  code: 'C205',
  name: 'schema-version-given',
  severity: 'warns',
  message: 'A schemaVersion ({version}) is given.',
  fix: 'Leave the element out; EDGAR inserts it.',
  source: 'ownership-xml.md rule 22 (EDGAR Ownership XML Technical Specification 5.5, sections 4.3 and 5)',
  stage: 'draft',
  of: 'filing',
  check: ({ document: { schemaVersion } }, report) => {
    const version = schemaVersion.written?.trim() ?? ''
    if (version !== '') report('/ownershipDocument/schemaVersion', { version })
  },
})

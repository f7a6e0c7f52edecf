import { schemaVersionOn } from '../../facts/schemaVersions.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A `schemaVersion`, where one is given, is the one in force.
 *
 * ## Why
 * A version that is not current draws a second warning beside that for giving one at all.
 *
 * ## Example
 * `X0508` in a Form 4 to be filed after 2026-03-18.
 *
 * ## Fix
 * Leave the element out.
 *
 * ## Source
 * ownership-xml.md rule 23 (EDGAR Ownership XML Technical Specification 5.5, section 4.3).
 */
export default rule({
  code: 'C206',
  name: 'schema-version-not-current',
  severity: 'warns',
  message: 'The schemaVersion {version} is not that of the day, {current}.',
  fix: 'Leave the element out; EDGAR inserts the right one.',
  source: 'ownership-xml.md rule 23 (EDGAR Ownership XML Technical Specification 5.5, section 4.3)',
  stage: 'draft',
  of: 'filing',
  check: ({ document, form, rulesOf }, report) => {
    const version = document.schemaVersion.written?.trim() ?? ''
    if (version === '' || form === '' || !rulesOf) return
    const current = schemaVersionOn(form, rulesOf)?.version
    if (current !== undefined && version !== current) report('/ownershipDocument/schemaVersion', { version, current })
  },
})

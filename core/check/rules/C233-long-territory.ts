import { rule } from '../rule.ts'

/**
 * ## What it checks
 * `rptOwnerNonUSStateTerritory` has at most 30 characters.
 *
 * ## Why
 * The schema lets 40 through, the specification says 30: a filing is safe with 30.
 *
 * ## Example
 * A name of a territory of 34 characters.
 *
 * ## Fix
 * Shorten it.
 *
 * ## Source
 * ownership-xml.md section 4.1 (EDGAR Ownership XML Technical Specification 5.5 says 30, the schema 40).
 */
export default rule({
  code: 'C233',
  name: 'long-territory',
  severity: 'doubt',
  message: 'The foreign state or territory has {length} characters; the specification says at most 30.',
  fix: 'Shorten it to 30 characters.',
  source: 'ownership-xml.md section 4.1 (EDGAR Ownership XML Technical Specification 5.5 says 30, the schema 40)',
  from: '2026-03-18',
  stage: 'draft',
  of: 'owners',
  check: (owner, report) => {
    const { length } = owner.address.nonUSStateTerritory.written ?? ''
    if (length > 30) report('reportingOwnerAddress/rptOwnerNonUSStateTerritory', { length })
  },
})

import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An owner marked as officer has no name of a company, partnership or fund.
 *
 * ## Why
 * Officers are people. An entity may be a ten percent owner, even a director by deputization, but it holds no office;
 * the box usually belongs to another owner of the joint form.
 *
 * Fires on 0.03 % of 14,054 accepted filings.
 *
 * ## Example
 * “ALDER PARTNERS LP” with isOfficer true.
 *
 * ## Fix
 * Mark the relationship that is meant; an officer is a person.
 *
 * ## Source
 * section16-rules.md R1.1.4 [K]; Rule 16a-1(f)
 */
export default rule({
  code: 'C553',
  name: 'entity-as-officer',
  severity: 'doubt',
  message: '{name} is marked as officer, but its name is that of an entity.',
  fix: 'Mark the relationship that is meant; an officer is a person.',
  source: 'section16-rules.md R1.1.4 [K]; Rule 16a-1(f)',
  of: 'owners',
  check: ({ id, relationship }, report) => {
    const name = id.name.value ?? ''
    if (relationship.isOfficer.value && ENTITY.test(name)) report('reportingOwnerRelationship/isOfficer', { name })
  },
})

const ENTITY = /\b(?:L\.?L\.?C|L\.?L?\.?P|INC|CORP|LTD|PARTNERS|HOLDINGS|CAPITAL|FUND|TRUST)\b\.?/i

import { assuming } from '../../facts/assumptions.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * From 2026-03-18 on, an owner of an issuer with a foreign trading symbol is more than a ten percent owner.
 *
 * ## Why
 * Directors and officers of foreign private issuers report since 2026-03-18, holders of ten percent do not. A foreign
 * listing alone does not make a foreign private issuer, so this only asks.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * issuerForeignTradingSymbol filled, isTenPercentOwner true, no other box.
 *
 * ## Fix
 * Look whether the issuer is a foreign private issuer: its ten percent owners do not report.
 *
 * ## Source
 * section16-rules.md R1.3.2 [V:FPI-M]; Rule 16a-2. That a foreign symbol means a foreign private issuer is an
 * assumption [K?]
 */
export default rule({
  code: 'C550',
  name: 'foreign-ten-percent-owner',
  severity: 'doubt',
  message: '{name} reports as ten percent owner only, and the issuer names a foreign trading symbol.',
  fix: 'Look whether the issuer is a foreign private issuer: its ten percent owners do not report.',
  source:
    'section16-rules.md R1.3.2 [V:FPI-M]; Rule 16a-2. That a foreign symbol means a foreign private issuer is an assumption [K?]',
  from: '2026-03-18',
  assumes: ['foreign-symbol'],
  of: 'owners',
  check: ({ id, relationship }, report, { document, assumptions }) => {
    if (assumptions['foreign-symbol'] !== 'foreign') return
    if (document.issuer.foreignTradingSymbol.kind !== 'value') return
    const { isTenPercentOwner, isDirector, isOfficer, isOther } = relationship
    if (!isTenPercentOwner.value || isDirector.value || isOfficer.value || isOther.value) return
    const data = { name: id.name.value ?? 'An owner', assumption: assuming(assumptions, 'foreign-symbol') }
    report('reportingOwnerRelationship/isTenPercentOwner', data)
  },
})

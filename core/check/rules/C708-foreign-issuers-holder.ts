import { rule } from '../rule.ts'

/**
 * ## What it checks
 * From 2026-03-18 a reporting owner with the ten percent flag only, on a filing whose issuer has a foreign trading
 * symbol or whose securities are ADSs, ADRs or ordinary shares.
 *
 * ## Why
 * The Act of 2025 made directors and officers of foreign private issuers report, not their holders. (An issuer abroad
 * that is no foreign private issuer stays under all of Section 16: hence a note.)
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Foreign trading symbol HLNT.L, owner with only isTenPercentOwner true.
 *
 * ## Fix
 * Check whether the issuer is a foreign private issuer: its ten percent owners do not report.
 *
 * ## Source
 * Rule 16a-2 as amended by Release 34-104903; section16-rules.md R1.3.2.
 */
export default rule({
  code: 'C708',
  name: 'foreign-issuers-holder',
  severity: 'note',
  message: '{name} reports only as a ten percent owner of what looks like a foreign private issuer.',
  fix: 'Check whether the issuer is a foreign private issuer: its ten percent owners do not report.',
  source: 'Rule 16a-2 as amended by Release 34-104903; section16-rules.md R1.3.2',
  from: '2026-03-18',
  check: ({ document, rows }, report) => {
    const foreign =
      document.issuer.foreignTradingSymbol.value !== undefined ||
      rows.some(({ row }) => /\bADSs?\b|\bADRs?\b|depositary|ordinary shares?/i.test(row.securityTitle.value ?? ''))
    if (!foreign) return
    for (const [i, { id, relationship }] of document.reportingOwners.entries()) {
      const { isTenPercentOwner, isDirector, isOfficer, isOther } = relationship
      if (!isTenPercentOwner.value || isDirector.value || isOfficer.value || isOther.value) continue
      report(`/ownershipDocument/reportingOwner[${i + 1}]/reportingOwnerRelationship/isTenPercentOwner`, {
        name: id.name.value ?? 'The owner',
      })
    }
  },
})

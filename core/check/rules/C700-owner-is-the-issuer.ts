import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A reporting owner whose CIK is the issuer’s own.
 *
 * ## Why
 * An issuer is no insider of itself. The filing stands under the wrong person, and the right one has not reported.
 *
 * Fires on 0.01 % of 14,041 accepted filings.
 *
 * ## Example
 * issuerCik and rptOwnerCik both 0009990001.
 *
 * ## Fix
 * Give the CIK of the person who reports; a wrong CIK cannot be amended away (file again under the right one).
 *
 * ## Source
 * Exchange Act 16(a); section16-rules.md 1.1 and R5.2.7.
 */
export default rule({
  code: 'C700',
  name: 'owner-is-the-issuer',
  severity: 'doubt',
  message: 'The reporting owner has the issuer’s CIK, {cik}.',
  fix: 'Give the CIK of the person who reports; a wrong CIK cannot be amended away (file again under the right one).',
  source: 'Exchange Act 16(a); section16-rules.md 1.1 and R5.2.7',
  of: 'owners',
  check: ({ id }, report, { document }) => {
    const issuer = document.issuer.cik.value
    if (issuer === undefined || id.cik.value !== issuer) return
    report('reportingOwnerId/rptOwnerCik', { cik: String(issuer) })
  },
})

import { parseCik } from '../../model/cik.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The CIKs of issuer and owners are not zero.
 *
 * ## Why
 * EDGAR looks every CIK up and suspends the filing where it knows none such. One filing shows of this only that zero
 * is nobody: whether another number exists is known to EDGAR alone.
 *
 * ## Example
 * `<issuerCik>0000000000</issuerCik>`, left over from a template.
 *
 * ## Fix
 * Look the CIK up on EDGAR.
 *
 * ## Source
 * ownership-xml.md rules 25 and 26 (EDGAR Ownership XML Technical Specification 5.5, section 5).
 */
export default rule({
  code: 'C220',
  name: 'cik-of-zero',
  severity: 'suspends',
  message: 'A CIK of zero belongs to nobody.',
  fix: 'Give the CIK that EDGAR has assigned.',
  source: 'ownership-xml.md rules 25 and 26 (EDGAR Ownership XML Technical Specification 5.5, section 5)',
  of: 'filing',
  check: ({ document: { issuer, reportingOwners } }, report) => {
    if (issuer.cik.value === ZERO) report('/ownershipDocument/issuer/issuerCik')
    for (const [i, { id }] of reportingOwners.entries()) {
      if (id.cik.value !== ZERO) continue
      report(`/ownershipDocument/reportingOwner[${i + 1}]/reportingOwnerId/rptOwnerCik`)
    }
  },
})

const ZERO = parseCik('0')

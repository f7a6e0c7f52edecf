import { plain } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A reporting owner with the issuer’s name and another CIK.
 *
 * ## Why
 * EDGAR puts in the name that belongs to the CIK. The same name twice means that one of the two was looked up
 * wrongly.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Issuer and owner both “Harbor Lantern Corp”.
 *
 * ## Fix
 * Compare both CIKs with EDGAR: one of them is another company’s.
 *
 * ## Source
 * Form 4, items 1 and 2; section16-rules.md 7.2.
 */
export default rule({
  code: 'C701',
  name: 'owner-bears-the-issuers-name',
  severity: 'doubt',
  message: 'The reporting owner is called like the issuer, {name}, under another CIK.',
  fix: 'Compare both CIKs with EDGAR: one of them is another company’s.',
  source: 'Form 4, items 1 and 2; section16-rules.md 7.2',
  of: 'owners',
  check: ({ id }, report, { document }) => {
    const { name, cik } = document.issuer
    if (!name.value) return
    if (id.cik.value === cik.value || id.name.value?.[0]?.toLowerCase() !== name.value[0]?.toLowerCase()) return
    if (plain(id.name.value) !== plain(name.value)) return
    report('reportingOwnerId/rptOwnerName', { name: name.value })
  },
})

import { rule } from '../rule.ts'

/**
 * ## What it checks
 * No reporting owner stands twice; CIKs are compared as numbers.
 *
 * ## Why
 * EDGAR suspends the filing. Leading zeros are optional, so `1234` and `0000001234` are one owner; the schema sees two
 * texts.
 *
 * ## Example
 * `0009911101` and `9911101`.
 *
 * ## Fix
 * Take the second out.
 *
 * ## Source
 * ownership-xml.md rule 27 (EDGAR Ownership XML Technical Specification 5.5, sections 4.3.2 and 5).
 */
export default rule({
  code: 'C223',
  name: 'owner-cik-twice',
  severity: 'suspends',
  message: 'The owner with CIK {cik} stands twice, first as owner {first}.',
  fix: 'Name each reporting owner once.',
  source: 'ownership-xml.md rule 27 (EDGAR Ownership XML Technical Specification 5.5, sections 4.3.2 and 5)',
  of: 'filing',
  check: ({ document }, report) => {
    if (document.reportingOwners.length < 2) return
    const seen = new Map<string, number>()
    for (const [i, { id }] of document.reportingOwners.entries()) {
      const cik = id.cik.value
      if (cik === undefined) continue
      const key = String(cik)
      const first = seen.get(key)
      if (first === undefined) seen.set(key, i + 1)
      else report(`/ownershipDocument/reportingOwner[${i + 1}]/reportingOwnerId/rptOwnerCik`, { cik: key, first })
    }
  },
})

import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Two equal signatures (name and date) on a report with at most one reporting owner, or more equal signatures than
 * owners.
 *
 * ## Why
 * A signature was entered twice, or the second owner’s is missing.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * One owner, two signatures “/s/ Marta A. Quill” of the same day.
 *
 * ## Fix
 * Have each reporting person sign, or say for whom each signature stands.
 *
 * ## Source
 * section16-rules.md 5.1(1); ownership-xml.md section 7.6 (one signature per owner is not enforced).
 */
export default rule({
  code: 'C707',
  name: 'signed-twice-alike',
  severity: 'doubt',
  message: 'The signature {name} stands twice, though there are {owners} reporting owners.',
  fix: 'Have each reporting person sign, or say for whom each signature stands.',
  source: 'section16-rules.md 5.1(1); ownership-xml.md section 7.6 (one signature per owner is not enforced)',
  of: 'filing',
  check: ({ document }, report) => {
    const owners = document.reportingOwners.length
    const signatures = document.ownerSignatures
    const most = Math.max(owners, 1)
    if (signatures.length <= most) return
    const counts = new Map<string, number>()
    signatures.forEach(({ name, date }, i) => {
      const key = `${name.value} ${String(date.value)}`
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      if (count > most)
        report(`/ownershipDocument/ownerSignature[${i + 1}]/signatureName`, { name: `“${name.value ?? ''}”`, owners })
    })
  },
})

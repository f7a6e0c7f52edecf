import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A joint form has as many signatures as owners, unless a signature says that it stands for others (attorney, “by”,
 * “for”, “on behalf”, a title, several names, each on a line).
 *
 * ## Why
 * Each owner answers for the report and signs it. EDGAR does not count them.
 *
 * Fires on 0.09 % of 14,054 accepted filings.
 *
 * ## Example
 * Two owners, one signature of a person.
 *
 * ## Fix
 * Let each owner sign, or say in the signature for whom it stands.
 *
 * ## Source
 * section16-rules.md 5.1.1 and 1.4.2 [K]; Rule 16a-3(j)
 */
export default rule({
  code: 'C524',
  name: 'owner-without-signature',
  severity: 'doubt',
  message: '{owners} owners report, {signatures} sign.',
  fix: 'Let each owner sign, or say in the signature for whom it stands.',
  source: 'section16-rules.md 5.1.1 and 1.4.2 [K]; Rule 16a-3(j)',
  of: 'filing',
  check: ({ document }, report) => {
    const owners = document.reportingOwners.length
    const signatures = document.ownerSignatures.length
    if (signatures === 0 || signatures >= owners) return
    if (document.ownerSignatures.some(({ name }) => FOR_OTHERS.test(name.value ?? ''))) return
    report(`/ownershipDocument/ownerSignature[${signatures}]`, { owners, signatures })
  },
})

const FOR_OTHERS = /attorney|\bpoa\b|\bby\b|\bfor\b|behalf|\band\b|&|,|;|\n|\/s\/.*\/s\//i

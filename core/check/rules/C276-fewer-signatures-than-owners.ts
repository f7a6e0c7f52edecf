import type { OwnerSignature } from '../../model/ownershipDocument.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * There are at least as many signatures as owners.
 *
 * ## Why
 * Each reporting person signs, or somebody signs for them. EDGAR does not count (184 of 17,942 Form 4s differ). One
 * signature that names several owners, by `/s/` repeated, `;`, `and`, `for` or a line end, or points to an exhibit, is
 * taken to be enough.
 *
 * ## Example
 * Two owners, one signature that names the first alone.
 *
 * ## Fix
 * Have the missing owner sign. No signature is made up.
 *
 * ## Source
 * Form 4, signature; section16-rules.md section 5.1, rule 1; ownership-xml.md section 7.6.
 */
export default rule({
  code: 'C276',
  name: 'fewer-signatures-than-owners',
  severity: 'doubt',
  message: '{owners} owners and {signatures} signatures.',
  fix: 'Look whether every owner has signed.',
  source: 'Form 4, signature; section16-rules.md section 5.1, rule 1; ownership-xml.md section 7.6',
  check: ({ document: { reportingOwners, ownerSignatures } }, report) => {
    const [owners, signatures] = [reportingOwners.length, ownerSignatures.length]
    if (owners <= signatures || signatures === 0) return
    const forSeveral = ({ name }: OwnerSignature) => SEVERAL.test(name.value ?? '')
    if (!ownerSignatures.some(forSeveral)) report('/ownershipDocument/ownerSignature[1]', { owners, signatures })
  },
})

/** What a signature says that stands for more than one owner. */
const SEVERAL = /\/s\/.*\/s\/|;|\n|\band\b|\bfor\b|\beach\b|on behalf of|exhibit|&|attached/is

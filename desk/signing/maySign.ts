import type { Diagnostic } from '@section16/core/model'
import { authenticationFaults } from './authentication.ts'
import { authorityFaults } from './authority.ts'
import { reason } from './diagnostics.ts'
import type { Acting, FilingToSign, ProposedSignature, Signature, SigningRecords } from './records.ts'

/** Whether something may be done; with no reason against it, it may. */
export interface Decision {
  readonly allowed: boolean
  /** Every reason against it; their words and sources are in `signingDiagnostics`. */
  readonly reasons: readonly Diagnostic[]
}

export interface SignDecision extends Decision {
  /** The record to store, but for its id; `undefined` where it may not be signed. There is no other way to make one. */
  readonly signature: Omit<Signature, 'id'> | undefined
}

/**
 * Whether a signature may be given or recorded now, by whoever acts. It has to be of the content as it is, by somebody with
 * authority, authenticated, and not there already; see `authorityFaults` and `authenticationFaults`. Whether the actor may
 * see the filing at all is the server's question. Source: Regulation S-T, Rule 302.
 */
export function maySign(
  filing: FilingToSign,
  proposed: ProposedSignature,
  records: SigningRecords,
  acting: Acting,
): SignDecision {
  const signature = { ...proposed, by: acting.actor, at: acting.now }
  const path = pathOf(filing, proposed)
  const { signer, principal } = proposed
  const isThere = records.signatures.some(
    (one) =>
      one.ofHash === proposed.ofHash &&
      one.principal === principal &&
      one.signer === signer &&
      signatureFaults(filing, one, records, acting).length === 0,
  )
  const reasons = signatureFaults(filing, signature, records, acting)
  if (isThere) reasons.push(reason('D307', path, { signer, principal }))
  const { authentication, signedOn } = proposed
  if (authentication.kind === 'electronic' && signedOn.day < acting.today.day) {
    reasons.push(reason('D316', path, { today: String(acting.today), signedOn: String(signedOn) }))
  }
  const allowed = reasons.length === 0
  return { allowed, reasons, signature: allowed ? signature : undefined }
}

/** Why a signature, stored or about to be, does not count for a filing as it is now; nothing where it does. */
export function signatureFaults(
  filing: FilingToSign,
  signature: Omit<Signature, 'id'>,
  records: Pick<SigningRecords, 'principals' | 'powersOfAttorney' | 'attestations'>,
  when: Pick<Acting, 'now' | 'today'>,
): Diagnostic[] {
  const path = pathOf(filing, signature)
  const { ofHash } = signature
  const { contentHash } = filing
  return [
    ...(ofHash === contentHash ? [] : [reason('D302', path, { ofHash, contentHash })]),
    ...authorityFaults(filing, signature, records, when.today, path),
    ...authenticationFaults(signature, records, when, path),
  ]
}

/** The owner for whom it is signed. */
function pathOf({ owners }: FilingToSign, { principal }: ProposedSignature): string {
  const place = owners.indexOf(principal) + 1
  return place > 0 ? `/ownershipDocument/reportingOwner[${place}]` : '/ownershipDocument'
}

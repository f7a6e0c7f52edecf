export { type AttestationRetention, attestationRetention, authenticationKeptThrough } from './authentication.ts'
export { signingDiagnostics } from './diagnostics.ts'
export { type FileDecision, type FilingRules, mayFile, type OwnerSigning, type VoidRecord } from './mayFile.ts'
export { type Decision, maySign, type SignDecision, signatureFaults } from './maySign.ts'
export {
  type Acting,
  type Approval,
  type Attestation,
  type Attorney,
  type Authentication,
  type Capacity,
  type ExhibitStatement,
  type FilingToSign,
  filingToSign,
  type Moment,
  type Officer,
  type PersonId,
  type PowerOfAttorney,
  type Principal,
  type ProposedSignature,
  type Signature,
  type SignatureLine,
  type SigningRecords,
} from './records.ts'
export { signatureLineOf } from './signatureLine.ts'

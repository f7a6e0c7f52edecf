import type { Cik, Diagnostic } from '@section16/core/model'
import { reason } from './diagnostics.ts'
import { type Decision, signatureFaults } from './maySign.ts'
import type {
  Acting,
  Approval,
  FilingToSign,
  PowerOfAttorney,
  Principal,
  Signature,
  SignatureLine,
  SigningRecords,
} from './records.ts'
import { signatureLineOf } from './signatureLine.ts'

/** Characters of `signatureName`. */
const MOST_CHARACTERS = 255

export interface FilingRules {
  /** How many different people have to approve the content; the organisation's own rule. 0 unless said. */
  readonly approvals?: number
}

/** A record that no longer counts, with why. */
export interface VoidRecord<R> {
  readonly record: R
  readonly reasons: readonly Diagnostic[]
}

/** How far the signing for one owner is. */
export interface OwnerSigning {
  readonly owner: Cik
  /** `undefined` while signatures are missing. */
  readonly line: SignatureLine | undefined
  /** Those that the line is made from. */
  readonly signatures: readonly Signature[]
}

export interface FileDecision extends Decision {
  readonly owners: readonly OwnerSigning[]
  /** The signature block as it has to stand in the form; complete only where every owner has a line. */
  readonly block: readonly SignatureLine[]
  readonly voidSignatures: readonly VoidRecord<Signature>[]
  readonly voidApprovals: readonly VoidRecord<Approval>[]
}

/**
 * Whether a form may be filed: every owner has signed this very content, alone or through others, by records that count
 * (`signatureFaults`); attorneys who act jointly all have; it is approved as often as the organisation wants; and its
 * signature block says exactly what was signed. A record of other content is void, whatever changed, and is told with why.
 * The order in which records were made or are given does not matter. Lines stand in the owners' order.
 * Source: Regulation S-T, Rule 302(b); Rule 16a-3(i), (j).
 */
export function mayFile(
  filing: FilingToSign,
  records: SigningRecords,
  when: Pick<Acting, 'now' | 'today'>,
  rules: FilingRules = {},
): FileDecision {
  const judged = records.signatures.map((record) => ({
    record,
    reasons: signatureFaults(filing, record, records, when),
  }))
  const valid = judged.filter(({ reasons }) => reasons.length === 0).map(({ record }) => record)
  const signings = filing.owners.map((owner, i) => new Signing(records, valid, owner, i + 1))
  const owners = signings.map(({ owner, line, signatures }) => ({ owner, line, signatures }))
  const block = owners.flatMap(({ line }) => line ?? [])
  const isComplete = block.length === filing.owners.length
  const approvals = approvalsOf(filing, records.approvals, when.now)
  const reasons = [
    ...(filing.owners.length === 0 ? [reason('D342', '/ownershipDocument')] : []),
    ...signings.flatMap((signing) => signing.reasons()),
    ...(isComplete ? blockFaults(filing, block) : []),
    ...approvalFaults(approvals.valid, rules.approvals ?? 0),
  ]
  return {
    allowed: reasons.length === 0,
    reasons,
    owners,
    block,
    voidSignatures: judged.filter(({ reasons: faults }) => faults.length > 0),
    voidApprovals: approvals.void,
  }
}

/** Valid signatures that stand together: one person's, or those of the attorneys of one power. */
interface Group {
  readonly signatures: readonly Signature[]
  readonly power: PowerOfAttorney | undefined
  /** Attorneys who have to sign with them and have not. */
  readonly missing: readonly string[]
}

class Signing {
  readonly owner: Cik
  readonly line: SignatureLine | undefined
  readonly signatures: readonly Signature[]
  private readonly principal: Principal | undefined
  private readonly groups: readonly Group[]
  private readonly path: string

  constructor(
    { principals, powersOfAttorney }: SigningRecords,
    valid: readonly Signature[],
    owner: Cik,
    place: number,
  ) {
    this.owner = owner
    this.path = `/ownershipDocument/reportingOwner[${place}]`
    this.principal = principals.find(({ cik }) => cik === owner)
    this.groups = groupsOf(
      valid.filter(({ principal }) => principal === owner),
      powersOfAttorney,
    )
    const complete = this.groups.find(({ missing }) => missing.length === 0)
    this.signatures = complete?.signatures ?? []
    this.line = complete && this.principal && signatureLineOf(this.principal, complete.signatures, complete.power)
  }

  reasons(): Diagnostic[] {
    const name = this.principal?.name ?? this.owner
    if (this.line) {
      const { length } = this.line.name
      return length > MOST_CHARACTERS ? [reason('D344', this.path, { name, length })] : []
    }
    const partly = this.groups.map(({ power, missing }) =>
      reason('D341', this.path, { power: power?.id ?? '', missing: missing.join(', '), name }),
    )
    return partly.length > 0 ? partly : [reason('D340', this.path, { name })]
  }
}

/** The groups of one owner's signatures, the one that was begun first before the others. */
function groupsOf(signatures: readonly Signature[], powers: readonly PowerOfAttorney[]): Group[] {
  const inOrder = signatures.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const groups = Map.groupBy(inOrder, ({ id, capacity }) => {
    const power = capacity.kind === 'attorney' && powers.find((one) => one.id === capacity.powerOfAttorney)
    return power && power.acting === 'jointly' ? `together ${power.id}` : `alone ${id}`
  })
  return [...groups.values()].map((some) => {
    const { capacity } = some[0]!
    const power = capacity.kind === 'attorney' ? powers.find(({ id }) => id === capacity.powerOfAttorney) : undefined
    const together = power?.acting === 'jointly' ? power.attorneys : []
    const missing = together.filter(({ person }) => !some.some(({ signer }) => signer === person))
    return { signatures: some, power, missing: missing.map(({ name }) => name) }
  })
}

/** The block has to be the generated one, line for line: nobody types a signature. */
function blockFaults({ block }: FilingToSign, generated: readonly SignatureLine[]): Diagnostic[] {
  const [stands, signed] = [block, generated].map((lines) =>
    lines.map(({ name, date }) => `${name} ${String(date ?? '')}`.trim()).join('; '),
  )
  if (stands === signed) return []
  return [
    reason('D343', '/ownershipDocument/ownerSignature[1]', {
      stands: stands === '' ? 'nothing' : stands!,
      generated: signed!,
    }),
  ]
}

function approvalsOf({ contentHash }: FilingToSign, approvals: readonly Approval[], now: number) {
  const given = approvals.filter(({ at }) => at <= now)
  return {
    valid: given.filter(({ ofHash }) => ofHash === contentHash),
    void: given
      .filter(({ ofHash }) => ofHash !== contentHash)
      .map((record) => ({
        record,
        reasons: [reason('D302', '/ownershipDocument', { ofHash: record.ofHash, contentHash })],
      })),
  }
}

function approvalFaults(valid: readonly Approval[], needed: number): Diagnostic[] {
  const given = new Set(valid.map(({ by }) => by)).size
  return given >= needed ? [] : [reason('D345', '/ownershipDocument', { given, needed })]
}

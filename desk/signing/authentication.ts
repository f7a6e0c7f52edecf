import { CalendarDate, type Diagnostic } from '@section16/core/model'
import { reason } from './diagnostics.ts'
import type { Acting, Attestation, Moment, Signature, SigningRecords } from './records.ts'

/**
 * Why a signature is not authenticated; nothing where it is. The authentication document is signed at or before filing, by
 * hand or electronically; electronically only by the signer's own act, with a credential that shows who it was, and after
 * the signer attested by hand that such signatures stand for that hand. A preparer may upload what another signed by hand
 * and can't sign for anybody. Source: Regulation S-T, Rule 302(b)(1) and (2).
 */
export function authenticationFaults(
  signature: Omit<Signature, 'id'>,
  { attestations }: Pick<SigningRecords, 'attestations'>,
  { now, today }: Pick<Acting, 'now' | 'today'>,
  path: string,
): Diagnostic[] {
  const { authentication, signer, signedOn, by, at } = signature
  const faults: Diagnostic[] = []
  if (authentication.document === '') faults.push(reason('D310', path))
  if (signedOn.day > today.day || at > now) faults.push(reason('D311', path, { signedOn: String(signedOn) }))
  if (authentication.kind === 'manual') return faults
  if (by !== signer) faults.push(reason('D303', path, { by, signer }))
  if (authentication.credential === '') faults.push(reason('D315', path, { signer }))
  return [...faults, ...attestationFaults(signature, attestations, path)]
}

/** One attestation that was there and stood when it was signed is enough, whatever came before or later. */
function attestationFaults(
  { signer, signedOn, at }: Omit<Signature, 'id'>,
  attestations: readonly Attestation[],
  path: string,
): Diagnostic[] {
  const own = attestations.filter(({ person }) => person === signer)
  const before = own.filter((one) => one.at <= at && one.signedOn.day <= signedOn.day)
  if (before.some(({ withdrawnAt }) => withdrawnAt === undefined || withdrawnAt > at)) return []
  if (before.length > 0) return [reason('D314', path, { signer })]
  const [first] = own
  return [
    first ? reason('D313', path, { signer, attestedOn: String(first.signedOn) }) : reason('D312', path, { signer }),
  ]
}

/** For authentication documents, Rule 302(b)(1), and for attestations, Rule 302(b)(2). */
const RETENTION_YEARS = { authentication: 5, attestation: 7 } as const

/**
 * The last day through which an authentication document is kept: five years after the filing that it is for. A document
 * of a form that was never filed is for none. Source: Regulation S-T, Rule 302(b)(1).
 */
export function authenticationKeptThrough(filedOn: CalendarDate): CalendarDate {
  return yearsAfter(filedOn, RETENTION_YEARS.authentication)
}

/** How long an attestation is kept. */
export interface AttestationRetention {
  /** Kept as long as the signer may sign electronically: no end yet. */
  readonly isInUse: boolean
  /** At least through this day; `undefined` where nothing was ever signed by it. */
  readonly atLeastThrough: CalendarDate | undefined
}

/**
 * How long an attestation is kept: as long as its signer may sign electronically, and at least seven years after the last
 * authentication document that the signer signed electronically. Source: Regulation S-T, Rule 302(b)(2)(ii).
 */
export function attestationRetention(
  { person, withdrawnAt }: Attestation,
  signatures: readonly Signature[],
  now: Moment,
): AttestationRetention {
  const days = signatures
    .filter(({ signer, authentication }) => signer === person && authentication.kind === 'electronic')
    .map(({ signedOn }) => signedOn.day)
  const isInUse = withdrawnAt === undefined || withdrawnAt > now
  const last = days.length > 0 ? new CalendarDate(Math.max(...days)) : undefined
  return { isInUse, atLeastThrough: last && yearsAfter(last, RETENTION_YEARS.attestation) }
}

/** The same day of a later year; of a February 29 that is not there, the day after, so that nothing is kept too short. */
function yearsAfter({ year, month, dayOfMonth }: CalendarDate, years: number): CalendarDate {
  return CalendarDate.of(year + years, month, dayOfMonth) ?? CalendarDate.of(year + years, 3, 1)!
}

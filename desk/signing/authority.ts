import type { CalendarDate, Diagnostic } from '@section16/core/model'
import { reason } from './diagnostics.ts'
import type { FilingToSign, Officer, PowerOfAttorney, Principal, ProposedSignature, SigningRecords } from './records.ts'

type Records = Pick<SigningRecords, 'principals' | 'powersOfAttorney'>

/**
 * Why a signer has no authority to sign for an owner; nothing where he has. An owner signs for himself; for an entity its
 * officers do, as recorded, on the day of signing; anybody else by a power of attorney that holds for this signer, owner,
 * issuer and form on that day and of which the filing says where it is. Nothing is inferred: an office, a form or an
 * issuer that is not named is not meant. `today`: a power that was revoked since the signature is told as well, because
 * who files would act for a principal that said no; one that has merely run out since is not.
 * Source: Form 4, General Instruction 7; Regulation S-T, Rule 302.
 */
export function authorityFaults(
  filing: FilingToSign,
  signature: ProposedSignature,
  records: Records,
  today: CalendarDate,
  path: string,
): Diagnostic[] {
  const { capacity, principal: cik } = signature
  if (!filing.owners.includes(cik)) return [reason('D301', path, { principal: cik })]
  const principal = records.principals.find((one) => one.cik === cik)
  if (!principal) return [reason('D306', path, { principal: cik })]
  if (capacity.kind === 'attorney') return attorneyFaults(filing, signature, records, today, path)
  const { signer, signedOn } = signature
  const { name } = principal
  if (capacity.kind === 'self') {
    const isSelf = principal.kind === 'person' && principal.person === signer
    return isSelf ? [] : [reason('D304', path, { signer, name })]
  }
  const officer = officerOf(principal, signature)
  return officer ? [] : [reason('D305', path, { signer, name, day: String(signedOn) })]
}

/** The office in which somebody signs for an entity: held on the day of signing. */
export function officerOf(
  principal: Principal,
  { signer, signedOn }: Pick<ProposedSignature, 'signer' | 'signedOn'>,
): Officer | undefined {
  const officers = principal.kind === 'entity' ? principal.officers : []
  return officers.find(({ person, from, through }) => person === signer && isWithin(signedOn, from, through))
}

function isWithin(day: CalendarDate, from: CalendarDate | undefined, through: CalendarDate | undefined): boolean {
  return (!from || from.day <= day.day) && (!through || day.day <= through.day)
}

function attorneyFaults(
  filing: FilingToSign,
  signature: ProposedSignature,
  { powersOfAttorney }: Records,
  today: CalendarDate,
  path: string,
): Diagnostic[] {
  const power = signature.capacity.kind === 'attorney' ? signature.capacity.powerOfAttorney : ''
  const found = powersOfAttorney.find(({ id }) => id === power)
  if (!found) return [reason('D320', path, { power })]
  return [
    ...scopeFaults(filing, signature, found, path),
    ...dayFaults(signature.signedOn, today, found, path),
    ...exhibitFaults(filing, found, path),
  ]
}

/** Whom, for whom, of what issuer, which form. */
function scopeFaults(
  { issuer: filed, form }: FilingToSign,
  { signer, principal }: ProposedSignature,
  { id: power, attorneys, principal: givenBy, issuer, forms }: PowerOfAttorney,
  path: string,
): Diagnostic[] {
  const faults: Diagnostic[] = []
  if (!attorneys.some(({ person }) => person === signer)) faults.push(reason('D321', path, { power, signer }))
  if (givenBy !== principal) faults.push(reason('D322', path, { power, givenBy, principal }))
  if (issuer !== 'all' && issuer !== filed) faults.push(reason('D323', path, { power, issuer, filed: filed ?? '' }))
  if (!forms.includes(form)) faults.push(reason('D324', path, { power, forms: forms.join(', '), form }))
  return faults
}

/** A power holds from the day of its own signature, or later, to its end; not on the day on which it is revoked. */
function dayFaults(
  signedOn: CalendarDate,
  today: CalendarDate,
  { id: power, signedOn: givenOn, from = givenOn, through, revokedOn, supersededOn }: PowerOfAttorney,
  path: string,
): Diagnostic[] {
  const begins = from.day < givenOn.day ? givenOn : from
  const faults: Diagnostic[] = []
  const data = { power, signedOn: String(signedOn) }
  if (signedOn.day < begins.day) faults.push(reason('D325', path, { ...data, from: String(begins) }))
  if (through && through.day < signedOn.day) faults.push(reason('D326', path, { ...data, through: String(through) }))
  if (revokedOn && revokedOn.day <= Math.max(signedOn.day, today.day)) {
    faults.push(reason('D327', path, { power, revokedOn: String(revokedOn) }))
  }
  if (supersededOn && supersededOn.day <= signedOn.day) {
    faults.push(reason('D328', path, { power, supersededOn: String(supersededOn) }))
  }
  return faults
}

/** Exhibit 24: attached, or on file with a filing that is known to carry it. */
function exhibitFaults(
  { exhibits }: FilingToSign,
  { id: power, filedWith }: PowerOfAttorney,
  path: string,
): Diagnostic[] {
  const stated = exhibits.filter(({ powerOfAttorney }) => powerOfAttorney === power)
  if (stated.length === 0) return [reason('D329', path, { power })]
  return stated.flatMap((one) =>
    one.kind === 'attached' || filedWith.includes(one.accessionNumber)
      ? []
      : [reason('D330', path, { power, accessionNumber: one.accessionNumber })],
  )
}

import type { AccessionNumber, CalendarDate, Cik, OwnershipDocument } from '@section16/core/model'

/**
 * The records that decisions are made of. They are never changed: what ends one is another record, or a day noted in it.
 * Hashes are SHA-256, 64 hexadecimal digits, of a stored document.
 */

/** Whoever acts: a user's id. */
export type PersonId = string

/** Milliseconds from 1970-01-01 UTC. */
export type Moment = number

/** Who acts, and when. `today` is the day in Eastern time, in which EDGAR counts and signatures are dated. */
export interface Acting {
  readonly actor: PersonId
  readonly now: Moment
  readonly today: CalendarDate
}

/** A person who may sign for an entity. */
export interface Officer {
  readonly person: PersonId
  /** As it is signed. */
  readonly name: string
  readonly title: string
  /** In office from and through these days; absent: open. */
  readonly from?: CalendarDate
  readonly through?: CalendarDate
}

/** A reporting owner, who answers for the report and for whom it is signed. */
export type Principal =
  | {
      readonly kind: 'person'
      readonly cik: Cik
      /** As it is signed, `Jane Doe`, in ASCII. */
      readonly name: string
      /** Absent where the owner is no user and signs through others only. */
      readonly person?: PersonId
    }
  | { readonly kind: 'entity'; readonly cik: Cik; readonly name: string; readonly officers: readonly Officer[] }

/**
 * How a signature is authenticated. `manual`: an authentication document signed by hand, scanned and uploaded, by whom
 * does not matter; `electronic`: signed here, by the signer. `document` is the hash of the authentication document, which
 * names the content hash. `credential`: what showed who the signer is (password and second factor, passkey).
 */
export type Authentication =
  | { readonly kind: 'manual'; readonly document: string }
  | { readonly kind: 'electronic'; readonly document: string; readonly credential: string }

/** As what somebody signs. */
export type Capacity =
  | { readonly kind: 'self' }
  | { readonly kind: 'officer' }
  | { readonly kind: 'attorney'; readonly powerOfAttorney: string }

/** One act of signing, by one signer for one owner, bound to the content of one form. */
export interface Signature {
  readonly id: string
  /** `contentHash` of the form that was signed. */
  readonly ofHash: string
  readonly principal: Cik
  readonly signer: PersonId
  readonly capacity: Capacity
  readonly authentication: Authentication
  /** The day of signing: on paper the day written there, else the day in Eastern time. */
  readonly signedOn: CalendarDate
  /** Who recorded it, and when. */
  readonly by: PersonId
  readonly at: Moment
}

/** What is to be signed: a signature whose recording has not happened yet. */
export type ProposedSignature = Omit<Signature, 'id' | 'by' | 'at'>

/** A signer's statement, signed by hand, that electronic signatures are as good as that hand: Regulation S-T 302(b)(2). */
export interface Attestation {
  readonly id: string
  readonly person: PersonId
  /** The hash of the scan. */
  readonly document: string
  readonly signedOn: CalendarDate
  readonly by: PersonId
  readonly at: Moment
  /** From when on the signer no longer signs electronically. */
  readonly withdrawnAt?: Moment
}

/** Somebody's approval of the content of one form. */
export interface Approval {
  readonly id: string
  readonly ofHash: string
  readonly by: PersonId
  readonly at: Moment
}

export interface Attorney {
  readonly person: PersonId
  /** As it is signed. */
  readonly name: string
}

/** A power of attorney as it reads. Its days are days through which or from which it holds. */
export interface PowerOfAttorney {
  readonly id: string
  readonly principal: Cik
  readonly attorneys: readonly Attorney[]
  /** `severally`: any of them; `jointly`: all of them together. */
  readonly acting: 'severally' | 'jointly'
  /** The one issuer that it names, or `all`. */
  readonly issuer: Cik | 'all'
  /** The forms that it names, amendments too only where it does: `4`, `4/A`. */
  readonly forms: readonly string[]
  readonly signedOn: CalendarDate
  /** Where it begins later than it is signed. */
  readonly from?: CalendarDate
  readonly through?: CalendarDate
  readonly revokedOn?: CalendarDate
  /** A newer one takes its place from this day on. */
  readonly supersededOn?: CalendarDate
  /** The hash of the signed document. */
  readonly document: string
  /** The filings that carry it as Exhibit 24. */
  readonly filedWith: readonly AccessionNumber[]
}

/** What a filing says of a power of attorney: attached as EX-24, or on file with an earlier filing. */
export type ExhibitStatement =
  | { readonly kind: 'attached'; readonly powerOfAttorney: string }
  | { readonly kind: 'onFile'; readonly powerOfAttorney: string; readonly accessionNumber: AccessionNumber }

/** A typed line of the signature block. */
export interface SignatureLine {
  readonly name: string
  readonly date: CalendarDate
}

/** A form on its way to EDGAR, as decisions see it. */
export interface FilingToSign {
  readonly contentHash: string
  /** `4`, `4/A`. */
  readonly form: string
  readonly issuer: Cik | undefined
  /** In the form's order; owners without a CIK are not in it, and EDGAR takes none. */
  readonly owners: readonly Cik[]
  readonly exhibits: readonly ExhibitStatement[]
  /** The signature block as it stands in the document. */
  readonly block: readonly { readonly name: string; readonly date: CalendarDate | undefined }[]
}

/** All records that concern a filing; more do no harm. */
export interface SigningRecords {
  readonly principals: readonly Principal[]
  readonly powersOfAttorney: readonly PowerOfAttorney[]
  readonly attestations: readonly Attestation[]
  readonly signatures: readonly Signature[]
  readonly approvals: readonly Approval[]
}

/** The facts of a document that is to be signed or filed. `contentHash`: what `drafting` makes of the same document. */
export function filingToSign(
  document: OwnershipDocument,
  contentHash: string,
  exhibits: readonly ExhibitStatement[],
): FilingToSign {
  return {
    contentHash,
    form: document.documentType.value ?? '',
    issuer: document.issuer.cik.value,
    owners: document.reportingOwners.flatMap(({ id }) => id.cik.value ?? []),
    exhibits,
    block: document.ownerSignatures.map(({ name, date }) => ({ name: name.value ?? '', date: date.value })),
  }
}

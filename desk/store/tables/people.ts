import type { Ended, Identified, Made } from './records.ts'

export interface IssuerTable extends Identified, Made {
  /** Ten digits. */
  cik: string
  name: string
  tradingSymbol: string | null
  /** Canonical JSON: conventions and whatever else pages keep of an issuer. */
  details: string
  /** From 1, one more with each correction. */
  revision: number
  retiredAt: number | null
}

export interface InsiderTable extends Identified, Made {
  kind: 'person' | 'entity'
  /** Ten digits; null until EDGAR gave one. Correctable. */
  cik: string | null
  name: string
  email: string | null
  /** Canonical JSON: address and whatever else pages keep of an insider. */
  details: string
  revision: number
  retiredAt: number | null
}

export type Relationship = 'director' | 'officer' | 'tenPercentOwner' | 'other'

/** What an insider is at an issuer, from a day until a day (both included; null: still). */
export interface InsiderRoleTable extends Identified, Made, Ended {
  insiderId: string
  issuerId: string
  relationship: Relationship
  /** The officer's title, or what `other` is. */
  title: string | null
  fromDay: string
  untilDay: string | null
}

export type Role = 'administrator' | 'preparer' | 'counsel' | 'insider' | 'viewer' | 'agent'

/** What a member may do: everywhere in the organisation, at one issuer, or (role `insider`) as one insider. */
export interface RoleGrantTable extends Identified, Made, Ended {
  userId: string
  role: Role
  issuerId: string | null
  insiderId: string | null
}

/** EDGAR Next: a filer lets another entity file for it. */
export interface DelegationTable extends Identified, Made, Ended {
  filerCik: string
  toCik: string
  role: 'administrator' | 'user'
}

export type SecretSubject = 'issuer' | 'insider' | 'user' | 'organization'
export type SecretPurpose = 'ccc' | 'filerToken' | 'userToken' | 'webhook' | 'smtp'

/** A secret, sealed. One that was replaced or removed leaves its row without its content. */
export interface SecretTable extends Identified, Made, Ended {
  subject: SecretSubject
  subjectId: string
  purpose: SecretPurpose
  keyId: string
  sealed: Uint8Array | null
  /** Tokens of EDGAR Next end by themselves. */
  expiresAt: number | null
}

/** An address at which one person's calendar is read without a session. */
export interface CalendarFeedTable extends Identified, Made, Ended {
  userId: string
  /** SHA-256 of the address's secret part, which is kept nowhere. */
  tokenHash: string
}

import type { Identified, Made, OfOrganization, Said } from './records.ts'

interface Retired {
  retiredBy: string | null
  retiredAt: number | null
}

/** A security of an issuer as its forms call it. */
export interface LibrarySecurityTable extends Identified, Made, Retired {
  issuerId: string
  table: 'nonDerivative' | 'derivative'
  title: string
  underlyingTitle: string | null
  /** Canonical JSON: exercise price, dates, convention. */
  terms: string
}

/** A footnote to be used again; without an issuer it serves all. */
export interface LibraryFootnoteTable extends Identified, Made, Retired {
  issuerId: string | null
  name: string
  text: string
}

/** Something that happened at an issuer on a day, told by a recipe. */
export interface EventTable extends Identified, Made {
  issuerId: string
  recipe: string
  day: string
}

export interface EventInsiderTable extends OfOrganization {
  eventId: string
  insiderId: string
}

/** An answer to a recipe's question; the last one to a name holds. Append-only. */
export interface EventFactTable extends OfOrganization, Said {
  eventId: string
  number: number
  /** Null: for all insiders of the event. */
  insiderId: string | null
  name: string
  /** Canonical JSON. */
  value: string
}

/** A holding as a filed form reports it after one of its rows. Append-only. */
export interface HoldingTable extends Identified, Said {
  issuerId: string
  insiderId: string
  filedFormId: string
  /** The row's place in the form, from 0. */
  row: number
  /** What makes it the same position from form to form; made by the ledger. */
  position: string
  security: string
  ownership: 'D' | 'I'
  natureOfOwnership: string | null
  /** As of which day. */
  day: string
  /** Canonical decimal text. */
  amount: string
  /** The holding that this one, of an amendment, restates. */
  supersedes: string | null
}

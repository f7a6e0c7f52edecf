/** What every record of an organisation has. */
export interface OfOrganization {
  organizationId: string
}

/** A record found by its id, which means nothing outside its organisation. */
export interface Identified extends OfOrganization {
  id: string
}

/** Who made a record that has a life, and when (milliseconds UTC). */
export interface Made {
  createdBy: string
  createdAt: number
}

/** When it ended or was withdrawn and by whom; null while it holds. */
export interface Ended {
  endedBy: string | null
  endedAt: number | null
}

/** Who did this, and when (milliseconds UTC): a record that never changes. */
export interface Said {
  by: string
  at: number
}

/** A file as it was given, with its SHA-256. */
export interface StoredDocument {
  mediaType: string
  bytes: Uint8Array
  bytesHash: string
}

/** What is said of a new record: all but the organisation, its id, and who says it and when. */
export type New<Table extends Identified & Said> = Omit<Table, keyof Identified | keyof Said>

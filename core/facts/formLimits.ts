import type { Sourced } from './dated.ts'
import { SCHEMA, SPECIFICATION } from './sources.ts'

/** How many of something one filing holds. */
export interface FormLimit extends Sourced {
  readonly least: number
  readonly most: number
}

/** What does not fit goes into a further filing, a further footnote, or an exhibit (ownership-xml.md section 6). */
export const FORM_LIMITS = {
  reportingOwners: { least: 1, most: 10, source: SCHEMA },
  /** Transactions and holdings together. */
  rowsPerTable: { least: 0, most: 30, source: SCHEMA },
  rowsInAll: { least: 0, most: 60, source: `${SPECIFICATION}, section 3.3` },
  footnotes: { least: 0, most: 99, source: SCHEMA },
  footnoteReferencesPerField: { least: 0, most: 99, source: SCHEMA },
  /** Not in the schema files. */
  footnoteCharacters: { least: 0, most: 1000, source: `${SPECIFICATION}, section 3.5` },
  remarksCharacters: { least: 0, most: 2000, source: SCHEMA },
  ownerSignatures: { least: 1, most: 10, source: SCHEMA },
  /** The ownership document and 610 others. */
  documentsPerSubmission: { least: 1, most: 611, source: `${SCHEMA}; ${SPECIFICATION}, section 4.2` },
} as const satisfies Record<string, FormLimit>

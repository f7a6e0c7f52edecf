import { byCode, type Sourced } from './dated.ts'
import { SPECIFICATION } from './sources.ts'

/** A document that may go along with an ownership document in one submission. */
export interface SupportingDocumentType extends Sourced {
  readonly code: string
  readonly meaning: string
  /** How many of one submission, where the type has a limit of its own. */
  readonly most?: number
  /** How many together with the other types that have this limit. */
  readonly mostTogether?: number
}

const SOURCE = `${SPECIFICATION}, sections 3.6.3 and 4.2.1.2`

export const supportingDocumentTypes = byCode<SupportingDocumentType>([
  { code: 'CORRESP', meaning: 'correspondence with the SEC', most: 100, source: SOURCE },
  { code: 'COVER', meaning: 'cover letter', most: 10, source: SOURCE },
  { code: 'EX-24', meaning: 'power of attorney', mostTogether: 500, source: SOURCE },
  { code: 'EX-99', meaning: 'other exhibit', mostTogether: 500, source: SOURCE },
  { code: 'GRAPHIC', meaning: 'picture of an HTML exhibit', mostTogether: 500, source: SOURCE },
])

/** The characters of a type with its free text behind a point, `EX-99.POWERS`. */
export const supportingDocumentTypeCharacters = { most: 20, source: SOURCE }

/** The supporting type of a document as written, `EX-24.MINE`; `undefined` where it is none or too long. */
export function supportingDocumentType(written: string): SupportingDocumentType | undefined {
  if (written.length > supportingDocumentTypeCharacters.most) return undefined
  const point = written.indexOf('.')
  return supportingDocumentTypes.get(point < 0 ? written : written.slice(0, point))
}

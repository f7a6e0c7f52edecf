import { byCode, type Sourced } from './dated.ts'
import { SCHEMA, SPECIFICATION } from './sources.ts'

/** A coded value with nothing more to it than its meaning. */
export interface CodeMeaning extends Sourced {
  readonly code: string
  readonly meaning: string
}

/** `transactionAcquiredDisposedCode`: the direction of a row; amounts are never negative. */
export const acquiredDisposedCodes = byCode<CodeMeaning>([
  { code: 'A', meaning: 'Acquired', source: SCHEMA },
  { code: 'D', meaning: 'Disposed', source: SCHEMA },
])

/** `directOrIndirectOwnership`. Indirect needs a nature of ownership, direct must have none (rules 37 and 38). */
export const directOrIndirectCodes = byCode<CodeMeaning>([
  { code: 'D', meaning: 'Direct', source: SCHEMA },
  { code: 'I', meaning: 'Indirect', source: SCHEMA },
])

/** `testOrLive` of the submission that wraps a document on its way in. */
export const testOrLiveCodes = byCode<CodeMeaning>([
  { code: 'LIVE', meaning: 'a filing', source: `${SPECIFICATION}, section 4.2` },
  { code: 'TEST', meaning: 'checked by EDGAR and not filed', source: `${SPECIFICATION}, section 4.2` },
])

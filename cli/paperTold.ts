import type { Diagnostic } from '@section16/core/model'
import { commandDiagnostic } from './commandDiagnostics.ts'
import { counted } from './counted.ts'
import type { Filing } from './filings.ts'

/** How well a form on paper was read, in one sentence. */
export function paperTold({ paper }: Filing): Diagnostic {
  const flagged = [...paper!.fields.values()].filter(({ isFlagged }) => isFlagged).length
  const asked = paper!.questions.length
  const unplaced = paper!.unplaced.length
  return commandDiagnostic('I241', {
    flagged: counted(flagged, 'field'),
    asked,
    unplaced: counted(unplaced, 'passage'),
  })
}

import type { Diagnostic } from '@section16/core/model'
import { commandDiagnostic } from './commandDiagnostics.ts'
import { counted } from './counted.ts'
import type { Filing } from './filings.ts'
import { doubtfulFields } from './paperDrawn.ts'

/** How well a form on paper was read, in one sentence. */
export function paperTold({ paper }: Filing): Diagnostic {
  return commandDiagnostic('I241', {
    doubtful: counted(doubtfulFields(paper!).length, 'field'),
    asked: paper!.questions.length,
    unplaced: counted(paper!.unplaced.length, 'passage'),
  })
}

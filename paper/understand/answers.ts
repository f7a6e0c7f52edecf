import { type Diagnostic, reported } from '@section16/core/model'
import type { Answers } from '../answers/answers.ts'
import { paperDiagnostic } from '../paperDiagnostics.ts'
import type { Draft } from './draft.ts'
import { elementHome } from './elementHome.ts'
import { NO_ORIGIN } from './evidence.ts'
import { WHOLE_FORM } from './lacks.ts'
import { BLANK, plainly } from './reading.ts'

/**
 * Puts what a person answered in the place of what was read; the words on the paper stay beside it as evidence. An answer
 * to a field that the form does not have, or that is no value of the field's type, is a diagnostic and changes nothing.
 */
export function applyAnswers(draft: Draft, { by, on, answers }: Answers): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const [path, answer] of Object.entries(answers)) {
    const home = elementHome(draft.document, path)
    const written = typeof answer === 'boolean' ? String(Number(answer)) : answer
    if (path === WHOLE_FORM) {
      if (typeof answer !== 'boolean')
        diagnostics.push(paperDiagnostic('P152', { path, answer: String(answer), type: 'boolean' }, path))
    } else if (!home) diagnostics.push(paperDiagnostic('P151', { path }, path))
    else if (written !== null && reported(home.type, written).kind !== 'value')
      diagnostics.push(paperDiagnostic('P152', { path, answer: written, type: home.type }, path))
    else {
      const { origin = NO_ORIGIN, footnotes = [] } = draft.fields.get(path) ?? {}
      const reading = written === null ? BLANK : plainly(written)
      draft.fields.set(path, { reading, origin, footnotes, source: 'answer', answered: { by, on } })
    }
  }
  return diagnostics
}

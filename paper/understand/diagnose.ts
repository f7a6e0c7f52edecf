import type { Diagnostic } from '@section16/core/model'
import type { PaperForm } from '../form/paperForm.ts'
import { paperEdition } from '../labels/paperEditions.ts'
import { paperDiagnostic } from '../paperDiagnostics.ts'
import { WHOLE_FORM } from './lacks.ts'
import type { FieldEvidence, Question, Recognised } from './paperReading.ts'

/** What is quoted in a diagnostic is cut here. */
const LONGEST_QUOTE = 120

/** What there is to say about the paper as a whole. */
export function formDiagnostics(
  form: PaperForm,
  { isBlank, lacks }: Pick<Recognised, 'isBlank' | 'lacks'>,
): Diagnostic[] {
  const found: Diagnostic[] = []
  const edition = paperEdition(form.edition)
  if (isBlank) found.push(paperDiagnostic('P103'))
  if (lacks.length > 0) found.push(paperDiagnostic('P108', { missing: lacks.join(', ') }, WHOLE_FORM))
  if (form.form === undefined) found.push(paperDiagnostic('P104', {}, '/ownershipDocument/documentType'))
  if (edition?.isPrintOfXml) {
    const expires = form.ombExpires ? `, OMB approval to ${form.ombExpires.text}` : ''
    found.push(paperDiagnostic('P110', { edition: edition.title, expires }))
  }
  if (form.isJoint?.state === 'ticked' && form.owners.length === 1) found.push(paperDiagnostic('P135'))
  for (const { text } of form.unplaced) found.push(paperDiagnostic('P140', { words: quoted(text) }))
  const noise = form.ignored
    .filter(({ why }) => why === 'noise')
    .map(({ words }) => words.map(({ text }) => text).join(' '))
  if (noise.length > 0) found.push(paperDiagnostic('P141', { words: quoted(noise.join(' · ')) }))
  return found
}

/** What there is to say about single fields that were read. */
export function fieldDiagnostics(fields: Iterable<FieldEvidence>): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const { path, value, correction, doubts, answered } of fields) {
    if (answered || value === undefined) continue
    if (correction) found.push(correctedDiagnostic(path, correction.from, value, correction.because))
    if (doubts.length > 0)
      found.push(paperDiagnostic('P125', { value: quoted(value), because: doubts.join('; ') }, path))
  }
  return found
}

function correctedDiagnostic(path: string, from: string, to: string, because: string): Diagnostic {
  return paperDiagnostic('P120', { from: quoted(from), to: quoted(to), because }, path)
}

/** What is asked, as complaints. */
export function questionDiagnostics(
  questions: readonly Question[],
  fields: ReadonlyMap<string, FieldEvidence>,
): Diagnostic[] {
  return questions.flatMap((question) => {
    const { path, reason, words: printed } = question
    // The form's own diagnostics say what is missing.
    if (reason === 'notWhole') return []
    const words = quoted(printed)
    const element = path.replace(/^.*\//, '').replace(/\[\d+\]$/, '')
    if (reason === 'missing') return paperDiagnostic('P123', { element }, path)
    if (reason === 'misfit') return paperDiagnostic('P122', { words }, path)
    if (reason === 'uncertain')
      return paperDiagnostic('P124', { words, certainty: fields.get(path)?.certainty ?? 0 }, path)
    return paperDiagnostic('P121', { words, alternatives: alternativesIn(question) }, path)
  })
}

function alternativesIn({ alternatives }: Question): string {
  return alternatives.length > 0 ? ` (${quoted(alternatives.join(' or '))}?)` : ''
}

function quoted(text: string): string {
  const one = text.replace(/\s+/g, ' ')
  return one.length > LONGEST_QUOTE ? `${one.slice(0, LONGEST_QUOTE)}…` : one
}

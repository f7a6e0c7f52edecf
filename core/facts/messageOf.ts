import type { Diagnostic } from '../model/diagnostic.ts'
import { dataSetDiagnostics } from './dataSetDiagnostics.ts'
import { readDiagnostics } from './readDiagnostics.ts'
import { shortSwingDiagnostics } from './shortSwingDiagnostics.ts'
import { submissionDiagnostics } from './submissionDiagnostics.ts'
import { submissionFileDiagnostics } from './submissionFileDiagnostics.ts'
import type { DiagnosticWording } from './wording.ts'
import { writeDiagnostics } from './writeDiagnostics.ts'

/** The wording of every code of core. */
export const coreDiagnostics: Readonly<Record<string, DiagnosticWording>> = {
  ...readDiagnostics,
  ...submissionDiagnostics,
  ...dataSetDiagnostics,
  ...writeDiagnostics,
  ...submissionFileDiagnostics,
  ...shortSwingDiagnostics,
}

/**
 * A diagnostic in words: what is wrong, with its data filled in, and the assumption on which it
 * rests, without the place. `tables`: wordings of codes that are
 * not core's. A code that nobody has words for is given as it is, with its data.
 */
export function messageOf(
  diagnostic: Diagnostic,
  tables: Readonly<Record<string, DiagnosticWording>> = coreDiagnostics,
): string {
  const wording = tables[diagnostic.code]
  if (!wording) return `${diagnostic.code} ${JSON.stringify(diagnostic.data)}`
  const message = wording.message.replace(/\{(\w+)\}/g, (whole, name: string) => String(diagnostic.data[name] ?? whole))
  const { assumption } = diagnostic.data
  return assumption === undefined ? message : `${message} (Assuming ${String(assumption)}.)`
}

import { readDiagnostics } from '../facts/readDiagnostics.ts'
import type { Diagnostic, Severity } from '../model/diagnostic.ts'

/** A diagnostic of this room at a path and an offset of the source. */
export function noteAt(code: string, path: string, offset: number, data: Diagnostic['data']): Diagnostic {
  return { code, severity: severityOf(code), at: { path, offset }, data }
}

/** Who would object to what a code of this room says. */
export function severityOf(code: string): Severity {
  return (readDiagnostics[code] as { severity: Severity }).severity
}

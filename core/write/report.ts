import type { DiagnosticWording } from '../facts/wording.ts'
import { writeDiagnostics } from '../facts/writeDiagnostics.ts'
import type { Diagnostic } from '../model/diagnostic.ts'

/** A diagnostic of this room. */
export function report(code: string, path: string, data: Diagnostic['data']): Diagnostic {
  return { code, severity: (writeDiagnostics[code] as DiagnosticWording).severity, at: { path }, data }
}

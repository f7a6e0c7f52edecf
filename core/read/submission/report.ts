import { type SubmissionCode, submissionDiagnostics } from '../../facts/submissionDiagnostics.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'

/** Adds a diagnostic with the severity that the table of wordings gives its code. */
export function report(
  diagnostics: Diagnostic[],
  code: SubmissionCode,
  offset: number,
  data: Diagnostic['data'] = {},
): void {
  diagnostics.push({ code, severity: submissionDiagnostics[code].severity, at: { offset }, data })
}

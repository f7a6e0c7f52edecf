import type { DiagnosticWording } from '@section16/core/facts'
import { paperDiagnostics } from './paperDiagnostics.ts'
import { pdfDiagnostics } from './pdf/pdfDiagnostics.ts'
import { scanDiagnostics } from './scan/scanDiagnostics.ts'

/** The wording of every code of this room: P1xx forms and their fields, P2xx PDF files, P3xx pictures. */
export const paperWordings: Readonly<Record<string, DiagnosticWording>> = {
  ...paperDiagnostics,
  ...pdfDiagnostics,
  ...scanDiagnostics,
}

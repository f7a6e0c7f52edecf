export { readDiagnostics } from './readDiagnostics.ts'
export type { DiagnosticWording } from './wording.ts'

export { coreDiagnostics, messageOf } from './messageOf.ts'
export type { DiagnosticWording } from './wording.ts'

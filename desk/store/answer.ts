import type { Diagnostic } from '@section16/core/model'
import { storeDiagnostics } from './storeDiagnostics.ts'

/** Why something was not done. Nothing of it was written: an act that ends in a refusal leaves no trace. */
export interface Refusal {
  refused: Diagnostic
}

/** What every act of the store gives back: a value, or a refusal. Only programming errors are thrown. */
export type Answer<T> = { value: T } | Refusal

/** A code of `storeDiagnostics`. */
type StoreCode = keyof typeof storeDiagnostics

/** A refusal with one of the store's codes; `path` says which record, `issuer/3f…`. */
export function refuse(code: StoreCode, path: string, data: Diagnostic['data'] = {}): Refusal {
  return { refused: { code, severity: storeDiagnostics[code].severity, at: { path }, data } }
}

/** There is no such record in this organisation: that of another organisation looks the same as none (D404). */
export function notFound(subject: string, id: string): Refusal {
  return refuse('D404', `${subject}/${id}`, { subject })
}

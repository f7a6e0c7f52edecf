import type { Severity } from '../model/diagnostic.ts'

/** How a code reads. `{name}` in `message` stands for `data.name` of the diagnostic. */
export interface DiagnosticWording {
  /** A short name of the problem, in lower case with dashes. */
  name: string
  severity: Severity
  message: string
  /** What to do about it. */
  fix: string
  /** On whose word, where the code is a rule. */
  source?: string
}

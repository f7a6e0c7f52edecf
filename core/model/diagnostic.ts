/**
 * Who would object: `suspends` EDGAR refuses the filing; `warns` EDGAR accepts it with a warning; `law` a rule of
 * Section 16 seems broken; `doubt` a careful reader would ask; `note` worth knowing, nobody objects.
 */
export type Severity = 'suspends' | 'warns' | 'law' | 'doubt' | 'note'

/** Where: a path of the model or of the source's elements, and, where known, the offset, line and column (from 1). */
export interface Place {
  path?: string
  offset?: number
  line?: number
  column?: number
}

/** A complaint as a value. The code is for ever; its wording lives in `facts`, see `messageOf`. */
export interface Diagnostic {
  code: string
  severity: Severity
  at: Place
  data: Record<string, string | number | boolean>
}

import { coreDiagnostics } from '../../core/facts/messageOf.ts'
import type { Diagnostic } from '../../core/model/diagnostic.ts'

/** What a diagnostic of the reader lacks to be said in words: its wording, or what stands in a blank of it. */
export function worded({ code, severity, data }: Diagnostic): string | undefined {
  const wording = coreDiagnostics[code]
  if (wording?.severity !== severity) return `${code} has no wording of severity ${severity}`
  const blanks = [...wording.message.matchAll(/\{(\w+)\}/g)].map(([, blank]) => blank as string)
  const empty = blanks.find((blank) => data[blank] === undefined)
  return empty === undefined ? undefined : `${code} does not say ${empty}`
}

/** What this client refuses to send, before anything leaves. */
import type { Diagnostic, SubmissionFile } from '@section16/core/model'
import { readSubmissionFile } from '@section16/core/read'
import { edgarDiagnostics } from '../wordings.ts'
import type { Mode } from './answers.ts'
import { testOrLiveOf } from './contentHash.ts'

/** Where it would go: `rehearsal`, proven to be one; `unproven`, this machine, but nobody says so; `edgar`, the rest. */
export type Destination = 'rehearsal' | 'unproven' | 'edgar'

export interface Permissions {
  allowTest: boolean
  allowLive: boolean
}

/** A diagnostic of this room. */
export function complaint(code: string, data: Diagnostic['data'], path = ''): Diagnostic {
  return { code, severity: edgarDiagnostics[code]!.severity, at: { path }, data }
}

/** The file, or why it is none (E105). Nothing that it says is quoted: a CCC may stand anywhere in it. */
export function fileToSend(xml: string | Uint8Array): { file: SubmissionFile } | { refusal: Diagnostic } {
  const { file, diagnostics } = readSubmissionFile(xml)
  if (file?.root?.name === 'edgarSubmission') return { file }
  const [found] = diagnostics
  return { refusal: complaint('E105', { why: found?.code ?? 'another root element' }) }
}

/**
 * Why a file must not go there; nothing where it may. A rehearsal takes anything whose flag is right. EDGAR gets what
 * the configuration allows, and a demonstration never, whatever the configuration.
 */
export function refusals(
  file: SubmissionFile,
  mode: Mode,
  destination: Destination,
  demonstration: boolean,
  { allowTest, allowLive }: Permissions,
  host: string,
): Diagnostic[] {
  const found: Diagnostic[] = []
  const flag = testOrLiveOf(file)
  if (flag !== mode) found.push(complaint('E101', { found: known(flag), mode }, '/edgarSubmission/testOrLive'))
  if (destination === 'unproven') found.push(complaint('E110', { host }))
  if (destination !== 'edgar') return found
  if (demonstration) found.push(complaint('E104', {}))
  if (mode === 'LIVE' && !allowLive) found.push(complaint('E102', {}))
  if (mode === 'TEST' && !allowTest) found.push(complaint('E103', {}))
  return found
}

function known(flag: string): string {
  return flag === 'TEST' || flag === 'LIVE' ? flag : 'neither TEST nor LIVE'
}

import { toFilingJson } from '@section16/core/write'
import { Batch } from '../batch.ts'
import { commandDiagnostic } from '../commandDiagnostics.ts'
import type { Filing, Other } from '../filings.ts'
import { jsonText } from '../json.ts'
import { JsonValues, Output } from '../output.ts'
import { reasonsLine } from '../problems.ts'
import { SecondProcess } from '../secondProcess.ts'
import { type Expected, expectedOf, type Verified, verified } from '../verified.ts'
import { Tally } from '../verifyTally.ts'

export interface VerifyVerbOptions {
  json?: boolean
  ndjson?: boolean
}

/**
 * `section16 verify`: every filing is read, handed as filing JSON to a second process that has not seen it, written
 * there, and compared with its source. Exit status 1 where a node is lost or anything came back different.
 */
export async function verify(whats: readonly string[], options: VerifyVerbOptions): Promise<number> {
  const batch = new Batch()
  const output = new Output()
  const tally = new Tally()
  const lines: object[] = []
  const second = new SecondProcess()
  const take = (result: Verified) => {
    tally.add(result)
    if (options.ndjson) lines.push(jsonOf(result))
  }
  for await (const met of batch.met(whats, { headers: false, tellsOthers: true, paper: 'other' })) {
    if (met.kind === 'filing' && met.source !== 'json') await verifyOne(met, second, take)
    else if (met.kind !== 'unreadable') {
      const other = met.kind === 'other' ? met : asOther(met)
      tally.addOther(other)
      if (options.ndjson) second.inTurn(() => lines.push(otherJson(other)))
    }
    for (const line of lines.splice(0)) await output.line(jsonText(line))
  }
  await second.end()
  for (const line of lines) await output.line(jsonText(line))
  if (options.json) {
    const values = new JsonValues(output)
    await values.add(tally.toJson())
    await values.end()
  } else if (!options.ndjson) for (const line of tally.report()) await output.line(line)
  await output.end()
  return exitStatus(batch, tally)
}

async function verifyOne(filing: Filing, second: SecondProcess, take: (result: Verified) => void): Promise<void> {
  const { file, reading } = filing
  if (!reading.document) {
    const reasons = [reasonsLine(file, reading.diagnostics)]
    const refused = { file, reasons, hasCcc: false, nodes: 0, kept: 0, known: [], lost: [] }
    second.inTurn(() => take({ ...refused, outcome: 'refused' }))
    return
  }
  // The source's bytes may be a view of a buffer that is soon used again; what is compared later is held apart.
  const expected: Expected = expectedOf(filing)
  await second.ask(JSON.stringify(toFilingJson(reading.document)), (written) => take(verified(expected, written)))
}

/** Filing JSON has no XML of its own to compare with. */
function asOther(filing: Filing): Other {
  return { ...filing, kind: 'other', diagnostics: [commandDiagnostic('I211')] }
}

function jsonOf({ file, outcome, nodes, kept, lost, reasons }: Verified): object {
  return { file, outcome, nodes, kept, lost: lost.length, ...(reasons.length > 0 && { reasons }) }
}

function otherJson({ file, diagnostics }: Other): object {
  return { file, outcome: 'other', reasons: [reasonsLine(file, [diagnostics[0]])] }
}

function exitStatus(batch: Batch, tally: Tally): number {
  if (tally.isFaulty) return 1
  return batch.unreadable > 0 || batch.filings === 0 ? 3 : 0
}

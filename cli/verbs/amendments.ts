import { resolveAmendments } from '@section16/core/ledger'
import { toCsv } from '@section16/core/write'
import { amendmentJson, amendmentsTable, drawAmendment } from '../amendmentsTold.ts'
import { Batch } from '../batch.ts'
import { counted } from '../counted.ts'
import { filedReports } from '../filedReports.ts'
import { jsonText } from '../json.ts'
import { Output } from '../output.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'
import type { ShowOptions } from '../terminal.ts'

export interface AmendmentsVerbOptions extends ShowOptions, PaperVerbOptions {
  json?: boolean
  ndjson?: boolean
  csv?: boolean
  explain?: boolean
}

/** `section16 amendments`: which filing each amendment amends, and which of its lines. */
export async function amendments(whats: readonly string[], options: AmendmentsVerbOptions): Promise<number> {
  const batch = new Batch(options)
  const { answers } = resolveAmendments(await filedReports(batch, whats))
  const output = new Output(process.stdout, options.csv ?? false)
  if (options.ndjson) for (const answer of answers) await output.line(jsonText(amendmentJson(answer)))
  else if (options.json) await output.line(jsonText({ amendments: answers.map(amendmentJson) }, 2))
  else if (options.csv) await output.write(toCsv(amendmentsTable(answers)))
  else {
    for (const answer of answers) for (const line of drawAmendment(answer, options)) await output.line(line)
    const open = answers.filter(({ kind }) => kind === 'open').length
    await output.line(`${counted(answers.length, 'amendment')}, ${open} left open`)
  }
  await output.end()
  return batch.exitStatus
}

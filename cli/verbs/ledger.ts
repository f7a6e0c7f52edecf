import { toCsv } from '@section16/core/write'
import { readAliasFile } from '../aliasFile.ts'
import { Batch, UNREADABLE } from '../batch.ts'
import { filedReports } from '../filedReports.ts'
import { jsonText } from '../json.ts'
import { askedLedger, type LedgerOptions } from '../ledgerAsked.ts'
import { drawLedger, type LedgerShowOptions } from '../ledgerDrawn.ts'
import { ledgerJson, ledgerTable } from '../ledgerTold.ts'
import { Output } from '../output.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'

export interface LedgerVerbOptions extends LedgerOptions, LedgerShowOptions, PaperVerbOptions {
  aliases?: string
  json?: boolean
  csv?: boolean
}

/** `section16 ledger`: what is held, how it came about, and where the reports do not go together. */
export async function ledger(whats: readonly string[], options: LedgerVerbOptions): Promise<number> {
  const batch = new Batch(options)
  const file = options.aliases === undefined ? { aliases: [] } : await readAliasFile(options.aliases)
  if ('problem' in file) {
    batch.complaints.line(file.problem)
    return UNREADABLE
  }
  const answer = askedLedger(await filedReports(batch, whats), options, file.aliases)
  const output = new Output(process.stdout, options.csv ?? false)
  if (options.json) await output.line(jsonText(ledgerJson(answer), 2))
  else if (options.csv) await output.write(toCsv(ledgerTable(answer)))
  else for (const line of drawLedger(answer, options)) await output.line(line)
  await output.end()
  return batch.exitStatus
}

import {
  type LotsAnswer,
  type LotTable,
  type MixedPairRule,
  type MonthEndRule,
  Ratio,
  securityKey,
  shortSwingOfLots,
  type ThoughtTrade,
} from '@section16/core/ledger'
import { Decimal } from '@section16/core/model'
import { toCsv } from '@section16/core/write'
import { Batch, FINDINGS, FINE, UNREADABLE } from '../batch.ts'
import { Complaints } from '../complaints.ts'
import { counted } from '../counted.ts'
import { dayOption } from '../dayOption.ts'
import { drawDerivation } from '../derivationDrawn.ts'
import { filedReports } from '../filedReports.ts'
import { jsonText } from '../json.ts'
import { Output } from '../output.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'
import { problemLine } from '../problems.ts'
import { drawAnswered } from '../shortSwingDrawn.ts'
import { readFactsFile } from '../shortSwingFacts.ts'
import { answerOf } from '../shortSwingFilings.ts'
import { answeredJson, answeredTable } from '../shortSwingJson.ts'
import { lotsJson, MATCHED_COLUMNS, matchedTable, readLotsFile, tableDiagnostics } from '../shortSwingLots.ts'
import { drawColumns } from '../table.ts'
import { type ShowOptions, widthOf } from '../terminal.ts'
import { UsageError } from '../usageError.ts'

export interface ShortSwingVerbOptions extends ShowOptions, PaperVerbOptions {
  lots?: string
  partial?: boolean
  facts?: string
  owner?: string
  issuer?: string
  asOf?: string
  knownOn?: string
  whatIf?: string
  class?: string
  monthEnd: MonthEndRule
  mixedPairs: MixedPairRule
  json?: boolean
  csv?: boolean
  explain?: boolean
}

/** `section16 shortswing`: the greatest short-swing profit, of plain lots or of filings. */
export async function shortswing(whats: readonly string[], options: ShortSwingVerbOptions): Promise<number> {
  if (options.lots !== undefined) {
    if (whats.length > 0) throw new UsageError('either filings or --lots, not both')
    return ofLots(options.lots, options)
  }
  if (whats.length === 0) throw new UsageError('name filings, or a table of lots with --lots')
  return ofFilings(whats, options)
}

async function ofFilings(whats: readonly string[], options: ShortSwingVerbOptions): Promise<number> {
  const batch = new Batch(options)
  const asOf = dayOption('--as-of', options.asOf)
  const knownOn = dayOption('--known-on', options.knownOn)
  const trade = options.whatIf === undefined ? undefined : tradeOf(options.whatIf, options.class)
  const file = options.facts === undefined ? { facts: {} } : await readFactsFile(options.facts)
  if ('problems' in file) {
    for (const problem of file.problems) batch.complaints.line(problem)
    return UNREADABLE
  }
  const reports = await filedReports(batch, whats)
  if (reports.length === 0) return batch.exitStatus
  const { owner, issuer, monthEnd, mixedPairs } = options
  const answered = answerOf(reports, {
    owner,
    issuer,
    asOf,
    knownOn,
    trade,
    facts: file.facts,
    options: { monthEnd, mixedPairs },
  })
  const output = new Output()
  if (options.json) await output.line(jsonText(answeredJson(answered), 2))
  else if (options.csv) await output.write(toCsv(answeredTable(answered)))
  else for (const line of drawAnswered(answered, widthOf(options), options.explain ?? false)) await output.line(line)
  await output.end()
  return batch.exitStatus
}

/** `S@25.10`: a sale at 25.10. */
function tradeOf(written: string, title: string | undefined): ThoughtTrade {
  const [, side, price = ''] = /^\s*([PS])\s*@\s*(\S+)\s*$/i.exec(written) ?? []
  const amount = Decimal.parse(price)
  if (!side || !amount || amount.sign < 0) throw new UsageError(`--what-if takes P@PRICE or S@PRICE, not ${written}`)
  return {
    side: side.toUpperCase() === 'P' ? 'purchase' : 'sale',
    price: Ratio.of(amount),
    ...(title !== undefined && { classKey: securityKey(title) }),
  }
}

/** A table with a bad line is refused, status 3; with `--partial` the others are answered for, status 1. */
async function ofLots(path: string, options: ShortSwingVerbOptions): Promise<number> {
  const complaints = new Complaints()
  const read = await readLotsFile(path)
  if ('problem' in read) {
    complaints.line(read.problem)
    return UNREADABLE
  }
  const { table, file } = read
  for (const diagnostic of table.diagnostics) complaints.line(problemLine(file, diagnostic))
  const output = new Output()
  const isRefused = table.diagnostics.length > 0 && !options.partial
  if (isRefused) {
    complaints.line(`${file}: no answer, as not every line could be read; --partial answers for the others`)
    if (options.json)
      await output.line(jsonText({ refused: true, diagnostics: tableDiagnostics(table.diagnostics) }, 2))
  } else {
    const lots = { purchases: table.purchases.map(({ lot }) => lot), sales: table.sales.map(({ lot }) => lot) }
    await show(output, table, shortSwingOfLots(lots, options.monthEnd), options)
  }
  await output.end()
  return isRefused ? UNREADABLE : table.diagnostics.length > 0 ? FINDINGS : FINE
}

async function show(
  output: Output,
  table: LotTable,
  answer: LotsAnswer,
  options: ShortSwingVerbOptions,
): Promise<void> {
  if (options.json) await output.line(jsonText(lotsJson(table, answer), 2))
  else if (options.csv) await output.write(toCsv(matchedTable(table, answer)))
  else for (const line of drawn(table, answer, options)) await output.line(line)
}

/** So many pairs are drawn; `--csv` and `--json` have all. */
const MOST_DRAWN = 50

function drawn(table: LotTable, answer: LotsAnswer, options: ShortSwingVerbOptions): string[] {
  const { maximum, beside, faults } = answer
  const { rows } = matchedTable(table, answer)
  const lots = `${counted(table.purchases.length, 'purchase')}, ${counted(table.sales.length, 'sale')}`
  const { considered, outsideWindow, withoutProfit } = beside.pairs
  return [
    `Short-swing profit, at most: ${maximum.total.toDollars()} (exactly ${String(maximum.total)}) of ${lots}`,
    '',
    ...drawColumns(MATCHED_COLUMNS, rows.slice(0, MOST_DRAWN), widthOf(options)),
    ...(rows.length > MOST_DRAWN ? [`… and ${rows.length - MOST_DRAWN} more: --csv or --json gives all`] : []),
    '',
    `Lowest in, highest out: ${beside.lowestInHighestOut.toDollars()}. First in, first out: ${beside.firstInFirstOut.toDollars()}.`,
    `Pairs: ${considered} considered, ${outsideWindow.count} outside the window, ${withoutProfit.count} without profit.`,
    faults.length === 0 ? 'Certificate: checked, no matching has more.' : `Certificate: FAULTY (${faults.join(', ')})`,
    ...(options.explain ? drawDerivation(answer.derivation) : []),
  ]
}

import { rowVestings, VESTING_CONVENTIONS, type VestingConvention } from '@section16/core/ledger'
import { CalendarDate } from '@section16/core/model'
import { toCsv } from '@section16/core/write'
import { Batch } from '../batch.ts'
import { jsonText } from '../json.ts'
import { JsonValues, Output } from '../output.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'
import { withSeveral } from '../several.ts'
import type { ShowOptions } from '../terminal.ts'
import { UsageError } from '../usageError.ts'
import { drawVesting, vestingJson, vestingTable } from '../vestingShown.ts'

export interface VestVerbOptions extends ShowOptions, PaperVerbOptions {
  shares?: string
  convention: VestingConvention | 'all'
  asOf?: string
  json?: boolean
  ndjson?: boolean
  csv?: boolean
  explain?: boolean
}

/** `section16 vest`: the footnotes on vesting as dated schedules, a table for each derivative row. */
export async function vest(whats: readonly string[], options: VestVerbOptions): Promise<number> {
  const question = {
    shares: sharesOf(options.shares),
    asOf: dayOf(options.asOf),
    conventions: conventionsOf(options.convention),
  }
  const batch = new Batch(options)
  const output = new Output(process.stdout, options.csv ?? false)
  const values = new JsonValues(output)
  if (options.csv) await output.write(toCsv(vestingTable([])))
  for await (const [filing, several] of withSeveral(batch.documents(whats))) {
    const vestings = rowVestings(filing.reading.document!, question)
    if (options.ndjson) await output.line(jsonText(vestingJson(filing, vestings)))
    else if (options.json) await values.add(vestingJson(filing, vestings))
    else if (options.csv) await output.write(toCsv(vestingTable([[filing, vestings]]), { header: false }))
    // Of many filings only those are shown of which there is something to say.
    else if (vestings.length > 0 || !several)
      for (const line of drawVesting(filing, vestings, options)) await output.line(line)
  }
  await values.end()
  await output.end()
  return batch.exitStatus
}

function sharesOf(written: string | undefined): bigint | undefined {
  if (written === undefined) return undefined
  if (!/^[1-9]\d{0,17}$/.test(written)) throw new UsageError(`--shares takes a whole number of shares, not ${written}`)
  return BigInt(written)
}

function dayOf(written: string | undefined): CalendarDate | undefined {
  if (written === undefined) return undefined
  const day = CalendarDate.parse(written)
  if (!day) throw new UsageError(`--as-of takes a day, YYYY-MM-DD, not ${written}`)
  return day
}

function conventionsOf(choice: VestVerbOptions['convention']): readonly VestingConvention[] {
  return choice === 'all' ? VESTING_CONVENTIONS : [choice]
}

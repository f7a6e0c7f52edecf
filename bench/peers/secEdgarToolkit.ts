import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Counts, DecimalSum } from '../counts.ts'
import { installedVersion } from '../peers.ts'
import type { Peer } from '../worker.ts'

/** The part of what sec-edgar-toolkit 0.2.0 returns that is counted here. Amounts are floats, an absent one is 0. */
interface ParsedForm {
  nonDerivativeTransactions: Trade[]
  nonDerivativeHoldings: unknown[]
  derivativeTransactions: Trade[]
  derivativeHoldings: unknown[]
  footnotes: Record<string, string>
}

interface Trade {
  transactionDate: Date | null
  shares: number
}

/**
 * sec-edgar-toolkit: the one other reader of these forms into typed objects on npm. Under the AGPL, so it is only run
 * here, in a process of its own. It carries no links from rows to footnotes and no prices of derivatives.
 */
export async function load(peersFolder: string): Promise<Peer> {
  const { OwnershipFormParser } = createRequire(join(peersFolder, 'package.json'))('sec-edgar-toolkit') as {
    OwnershipFormParser: new (xml: Buffer) => { parseAll(): ParsedForm }
  }

  function parse(document: Buffer): ParsedForm | undefined {
    try {
      return new OwnershipFormParser(document).parseAll()
    } catch {
      return undefined
    }
  }

  function run(documents: readonly Buffer[]): Counts {
    let refused = 0
    let visited = 0
    for (const document of documents) {
      const form = parse(document)
      if (form === undefined) refused += 1
      else visited += visit(form)
    }
    if (visited < 0) throw new Error('fewer than no values cannot be')
    return { documents: documents.length, refused }
  }

  function audit(documents: readonly Buffer[]): Counts {
    const counts = { documents: documents.length, refused: 0, transactions: 0, holdings: 0, footnotes: 0 }
    const shares = new DecimalSum()
    let transactionDays = 0
    for (const document of documents) {
      const form = parse(document)
      if (form === undefined) {
        counts.refused += 1
        continue
      }
      const trades = [...form.nonDerivativeTransactions, ...form.derivativeTransactions]
      counts.transactions += trades.length
      counts.holdings += form.nonDerivativeHoldings.length + form.derivativeHoldings.length
      counts.footnotes += Object.keys(form.footnotes).length
      for (const trade of trades) {
        shares.add(String(trade.shares))
        transactionDays += (trade.transactionDate?.getTime() ?? 0) / 86_400_000
      }
    }
    return { ...counts, transactionShares: shares.toString(), transactionDays }
  }

  return { version: installedVersion('sec-edgar-toolkit') ?? 'unknown', run, audit }
}

/** Touches every value; returns how many there are. */
function visit(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Date) return 1
  let visited = 0
  for (const inner of Object.values(value)) visited += visit(inner)
  return visited
}

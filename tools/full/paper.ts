/**
 * Real filings printed and read back, the truth being the XML restricted to what the page prints: our HTML page, EDGAR's
 * markup, our PDF. Arguments: `--count N` filings of each (1,200), `--part ours|edgar|pdf`. A run that was ended goes on
 * where it was, as long as seed and count are the same; `--fresh` begins anew.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEdgarBack } from '../../paper/html/edgarPages.mts'
import { emptyTally as emptyPages, measurePages } from '../../paper/html/measurePages.mts'
import { readBack } from '../../paper/html/ownPages.mts'
import { emptyTally as emptyTrips, measureTrips } from '../../paper/pdf/printedTrip.mts'
import type { LongTest, LongTestArgs } from '../full.ts'
import { bulkDocuments, type CorpusDocument, corpusIsThere, looseDocuments, NO_CORPUS } from '../testing/corpus.ts'
import { Random, seedOf } from '../testing/random.ts'

export const about = 'real filings printed as HTML and PDF are read back field by field; 4 minutes'

/** What all parts count, as plain data: it is written to a file and read again. */
interface Tally {
  seen: number
  fields: number
  wrong: number
  unplaced: number
  faults: string[]
}

interface Part {
  readonly empty: () => Tally
  readonly measure: (filings: readonly CorpusDocument[], tally: never) => Iterable<Tally> | AsyncIterable<Tally>
}

const PARTS: Readonly<Record<string, Part>> = {
  ours: { empty: emptyPages, measure: (filings, tally) => measurePages(filings, readBack, tally) },
  edgar: { empty: emptyPages, measure: (filings, tally) => measurePages(filings, readEdgarBack, tally) },
  pdf: { empty: emptyTrips, measure: (filings, tally) => measureTrips(filings, tally) },
}

/** Filings between two times at which the tally is saved. */
const SAVED_EVERY = 25

/** See `about`. */
export const run: LongTest['run'] = async (asked) => {
  if (!corpusIsThere) return { ok: false, summary: NO_CORPUS }
  const { seed, args } = asked
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const count = Number(option('--count') ?? 1200)
  const only = option('--part')
  const names = Object.keys(PARTS).filter((name) => only === undefined || name === only)
  if (names.length === 0) return { ok: false, summary: `no part is called ${only}` }
  const filings = drawn(seed, count)
  const numbers: string[] = [`filings=${filings.length}`]
  let ok = true
  for (const name of names) {
    const { fields, wrong, unplaced } = await measured(name, filings, asked, count)
    numbers.push(`${name}: fields=${fields} wrong=${wrong} unplaced=${unplaced}`)
    ok &&= wrong === 0 && fields > 0
  }
  return { ok, summary: numbers.join('; ') }
}

/** So many filings of all, drawn by seed, in the corpus's order. */
function drawn(seed: number, count: number): CorpusDocument[] {
  const random = new Random(seedOf(seed, 0))
  const all = [...looseDocuments(), ...bulkDocuments()].map((filing, at) => ({ filing, at, lot: random.next() }))
  const chosen = all.sort((a, b) => a.lot - b.lot).slice(0, count)
  return chosen.sort((a, b) => a.at - b.at).map(({ filing }) => filing)
}

async function measured(
  name: string,
  filings: readonly CorpusDocument[],
  { seed, stateDir, args, out }: LongTestArgs,
  count: number,
): Promise<Tally> {
  const path = join(stateDir, `${name}-${seed}-${count}.json`)
  if (args.includes('--fresh')) rmSync(path, { force: true })
  const part = PARTS[name]!
  let tally: Tally = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : part.empty()
  if (tally.seen > 0) out(`${name}: goes on after ${tally.seen} filings`)
  for await (const now of part.measure(filings, tally as never)) {
    tally = now
    if (tally.seen % SAVED_EVERY === 0) save(path, tally)
  }
  save(path, tally)
  for (const fault of tally.faults) out(`${name}: ${fault}`)
  return tally
}

/** Whole or not at all: a killed run leaves the last good one. */
function save(path: string, tally: Tally): void {
  writeFileSync(`${path}.new`, JSON.stringify(tally))
  renameSync(`${path}.new`, path)
}

import { spawnSync } from 'node:child_process'
import { bestMatching } from '../../core/ledger/shortSwing/bestMatching.ts'
import { certificateFaults } from '../../core/ledger/shortSwing/certificate.ts'
import type { WholeProblem } from '../../core/ledger/shortSwing/wholeLots.ts'
import { Random } from '../../tools/testing/random.ts'
import { highs, profitablePairs, profitByHighs, randomProblem } from '../../tools/testing/shortSwingSolvers.ts'
import type { BenchOptions } from '../options.ts'
import { keepsBudget, median, missingRow, type Row, significant } from '../rows.ts'

const SEED = 16

/** All trades in one window, or over four years, where most pairs are outside. */
const DENSITIES = { dense: 150, sparse: 1461 } as const

type Density = keyof typeof DENSITIES

const densities = Object.keys(DENSITIES) as Density[]

/** Against HiGHS: so many lots a side. */
const LOTS_A_SIDE = 200
/** Ours is asked so often in a round, as one answer is too quick to be timed. */
const REPETITIONS = 50

const MANY_LOTS = 100_000
const MANY_LOTS_SECONDS = 60

/** Memory a lot may be so much greater with four times the lots: tables grow by doubling. */
const MEMORY_BUDGET = 1.5

/** The greatest short-swing profit with its proof: beside HiGHS, of 100,000 lots, and its memory. */
export async function shortswing(options: BenchOptions): Promise<Row[]> {
  const rows: Row[] = []
  for (const density of densities) rows.push(await besideHighs(density, options))
  for (const density of densities) rows.push(manyLots(density, options))
  rows.push(memoryRow(options))
  return rows
}

function problemOf(density: Density, lotsASide: number): WholeProblem {
  const shape = { purchases: lotsASide, sales: lotsASide, days: DENSITIES[density], prices: 100_000, shares: 10_000 }
  return randomProblem(new Random(SEED), shape)
}

async function besideHighs(density: Density, options: BenchOptions): Promise<Row> {
  const base = { bench: 'shortswing', unit: 'problems/s', budget: 50, sense: 'at least' } as const
  const peer = `HiGHS, ${LOTS_A_SIDE} × ${LOTS_A_SIDE} lots, ${density}`
  const solver = await highs().catch((error: unknown) => String(error))
  if (typeof solver === 'string') return missingRow({ ...base, peer }, `${solver}; to install it: npm ci`)
  const problem = problemOf(density, LOTS_A_SIDE)
  const pairs = profitablePairs(problem)
  options.progress(`${peer}: ${pairs.length} pairs, warming up`)
  const ours = () => secondsOf(() => repeated(REPETITIONS, () => bestMatching(problem))) / REPETITIONS
  const theirs = () => secondsOf(() => profitByHighs(solver, problem, pairs))
  ours()
  theirs()
  const turns = Array.from({ length: options.rounds }, () => ({ ours: ours(), theirs: theirs() }))
  const ratio = median(turns.map((turn) => turn.theirs / turn.ours))
  const found = bestMatching(problem)
  const isSame = found.profit === BigInt(Math.round(profitByHighs(solver, problem, pairs)))
  return {
    ...base,
    peer,
    ours: significant(median(turns.map((turn) => 1 / turn.ours))),
    theirs: significant(median(turns.map((turn) => 1 / turn.theirs))),
    ratio: significant(ratio),
    ok:
      keepsBudget(ratio, base.budget, base.sense) === true && isSame && certificateFaults(problem, found).length === 0,
    note: 'optimum and proof; HiGHS is given the pairs that may match, listed beforehand, in sparse arrays',
    details: { pairs: pairs.length, profit: String(found.profit), sameProfit: isSame },
  }
}

function manyLots(density: Density, options: BenchOptions): Row {
  const base = { bench: 'shortswing', unit: 's', budget: 1, sense: 'at most' } as const
  const problem = problemOf(density, MANY_LOTS / 2)
  options.progress(`${MANY_LOTS} lots, ${density}`)
  const solving: number[] = []
  const checking: number[] = []
  let faults = 0
  for (let round = 0; round < options.rounds; round++) {
    let found = bestMatching({ ...problem, purchases: [] })
    solving.push(secondsOf(() => (found = bestMatching(problem))))
    checking.push(secondsOf(() => (faults += certificateFaults(problem, found).length)))
  }
  const ours = median(solving)
  const ratio = ours / MANY_LOTS_SECONDS
  return {
    ...base,
    peer: `a minute, ${MANY_LOTS} lots, ${density}`,
    ours: significant(ours),
    theirs: MANY_LOTS_SECONDS,
    ratio: significant(ratio),
    ok: keepsBudget(ratio, base.budget, base.sense) === true && faults === 0,
    note: 'processor time of optimum and proof',
    details: { checkingSeconds: significant(median(checking)) },
  }
}

/** The most memory of a process that solves so many lots, in one window, less that of one that solves next to none. */
function memoryRow(options: BenchOptions): Row {
  const [few, more] = [MANY_LOTS, 4 * MANY_LOTS]
  options.progress(`memory at ${few} and ${more} lots`)
  const none = residentOf(1000)
  const perLot = (lots: number) => (residentOf(lots) - none) / lots
  const [theirs, ours] = [perLot(few), perLot(more)]
  const ratio = ours / theirs
  return {
    bench: 'shortswing',
    peer: `itself at ${few} lots`,
    unit: 'bytes/lot',
    ours: significant(ours),
    theirs: significant(theirs),
    ratio: significant(ratio),
    budget: MEMORY_BUDGET,
    sense: 'at most',
    ok: keepsBudget(ratio, MEMORY_BUDGET, 'at most'),
    note: `most resident memory at ${more} lots in one window, the lots themselves included; ${(more / 2) ** 2} pairs may match`,
  }
}

function residentOf(lots: number): number {
  const { stdout } = spawnSync(process.execPath, [import.meta.filename, String(lots)], { encoding: 'utf8' })
  return Number(stdout)
}

function secondsOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function repeated(times: number, work: () => void): void {
  for (let time = 0; time < times; time++) work()
}

/** Started by `residentOf`: solves so many lots and prints the most bytes that were resident. */
if (import.meta.main) {
  bestMatching(problemOf('dense', Number(process.argv[2]) / 2))
  process.stdout.write(String(process.resourceUsage().maxRSS * 1024))
}

/**
 * The greatest short-swing profit of random lots beside brute force, HiGHS and YALPS, and of every owner and issuer of
 * the corpus, each certificate checked. Arguments: `--count N` problems (20,000; a twentieth for HiGHS and YALPS each).
 */
import type { FiledReport } from '../../core/ledger/filedReport.ts'
import { bestMatching } from '../../core/ledger/shortSwing/bestMatching.ts'
import { certificateFaults } from '../../core/ledger/shortSwing/certificate.ts'
import { partiesOf, type ShortSwingParties, shortSwing, transactionsOf } from '../../core/ledger/shortSwing/index.ts'
import type { WholeProblem } from '../../core/ledger/shortSwing/wholeLots.ts'
import { CalendarDate } from '../../core/model/calendarDate.ts'
import { readOwnershipXml } from '../../core/read/index.ts'
import type { LongTest } from '../full.ts'
import { bulkDocuments, corpusIsThere, NO_CORPUS } from '../testing/corpus.ts'
import { Random, seedOf } from '../testing/random.ts'
import {
  highs,
  profitablePairs,
  profitByBruteForce,
  profitByHighs,
  profitByYalps,
  randomProblem,
} from '../testing/shortSwingSolvers.ts'

export const about = 'short-swing profit beside brute force, HiGHS, YALPS, and of the corpus; a minute'

const PROBLEMS = 20_000
/** One problem in so many is a larger one, for HiGHS, and another for YALPS. */
const EVERY_NTH = 20

const counts = { bruteForce: 0, highs: 0, yalps: 0, owners: 0, withProfit: 0, twoTotals: 0, differing: 0, faults: 0 }

export const run: LongTest['run'] = async ({ seed, out, args }) => {
  const at = args.indexOf('--count')
  const problems = at < 0 ? PROBLEMS : Number(args[at + 1])
  const solver = await highs()
  for (let n = 0; n < problems; n++) {
    const random = new Random(seedOf(seed, n))
    compare('bruteForce', problemOf(random, 4, 3), profitByBruteForce, out)
    if (n % EVERY_NTH !== 0) continue
    const theirs = (problem: WholeProblem) => profitByHighs(solver, problem, profitablePairs(problem))
    compare('highs', problemOf(random, 60, 1000), (problem) => BigInt(Math.round(theirs(problem))), out)
    compare('yalps', problemOf(random, 20, 1000), (problem) => BigInt(Math.round(profitByYalps(problem))), out)
    if (n % (PROBLEMS / 10) === 0) out(`${n} problems`)
  }
  if (corpusIsThere) wholeCorpus(out)
  else out(NO_CORPUS)
  const summary = Object.entries(counts).map(([name, count]) => `${name}=${count}`)
  return { summary: summary.join(' '), ok: counts.differing + counts.faults === 0 && counts.bruteForce > 0 }
}

function problemOf(random: Random, mostLots: number, mostShares: number): WholeProblem {
  return randomProblem(random, {
    purchases: random.between(1, mostLots),
    sales: random.between(1, mostLots),
    days: random.pick([1, 150, 400, 1000, 4000]),
    prices: random.pick([3, 20, 10_000]),
    shares: random.between(1, mostShares),
  })
}

function compare(
  peer: 'bruteForce' | 'highs' | 'yalps',
  problem: WholeProblem,
  profitOf: (problem: WholeProblem) => bigint,
  out: (line: string) => void,
): void {
  const found = bestMatching(problem)
  const faults = certificateFaults(problem, found)
  const theirs = profitOf(problem)
  counts[peer]++
  counts.faults += faults.length
  if (found.profit === theirs && faults.length === 0) return
  counts.differing += Number(found.profit !== theirs)
  const text = JSON.stringify(problem, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  out(`${peer}: ${theirs}, ours ${found.profit} ${faults.join(', ')}: ${text}`)
}

/** Every owner in every issuer: the certificates stand, and being exempt never gives more. */
function wholeCorpus(out: (line: string) => void): void {
  const reports = [...corpusReports()]
  out(`${reports.length} reports of the corpus`)
  for (const [key, some] of Map.groupBy(reports, ({ document }) => document.issuer.cik.value))
    if (key !== undefined) for (const parties of partiesOf(some)) ownerIn(some, parties, out)
}

function* corpusReports(): Generator<FiledReport> {
  for (const { name, text, filedOn } of bulkDocuments()) {
    const { document } = readOwnershipXml(text)
    const filed = filedOn === undefined ? undefined : CalendarDate.parse(filedOn)
    if (document) yield { key: name, accessionNumber: undefined, filedOn: filed, acceptedAt: undefined, document }
  }
}

function ownerIn(reports: readonly FiledReport[], parties: ShortSwingParties, out: (line: string) => void): void {
  const answer = shortSwing(transactionsOf(reports, parties).transactions)
  counts.owners++
  if (answer.kind === 'notApplicable') return
  const { ifExempt, ifNotExempt } = answer
  const faults = [...ifExempt.classes, ...ifNotExempt.classes].flatMap((one) => one.faults)
  const order = ifExempt.total.compare(ifNotExempt.total)
  counts.withProfit += Number(ifExempt.total.sign > 0)
  counts.twoTotals += Number(order < 0)
  counts.faults += faults.length + Number(order > 0)
  if (faults.length > 0 || order > 0) out(`${parties.owner} in ${parties.issuer}: ${faults.join(', ')}`)
}

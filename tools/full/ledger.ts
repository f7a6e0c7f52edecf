/**
 * The ledger over real filings: all of Apple, Intel and Alphabet of 2010 to 2021 (how many adjacent balances chain
 * exactly, breaks by reason), late filings of January to July 2023, amendments found. Whatever the order in which the
 * filings are given the ledger is the same, and opening + changes + breaks = closing for every position. `--sample N`
 * draws N breaks and N late reports by the seed and prints them for judging.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Batch } from '../../cli/batch.ts'
import { filedReports } from '../../cli/filedReports.ts'
import {
  breakReasonText,
  breaksOf,
  checkedLines,
  type FiledReport,
  type JudgedReport,
  judgeReports,
  type Ledger,
  ledgerOf,
  lineName,
  type NamedBreak,
  namedBreaks,
  type Position,
  resolveAmendments,
} from '../../core/ledger/index.ts'
import type { LongTest } from '../full.ts'
import { root } from '../repository.ts'
import { corpusIsThere, NO_CORPUS } from '../testing/corpus.ts'
import { Random } from '../testing/random.ts'

export const about = 'ledger, amendments and lateness over real filings; samples for judging; a minute'

const corpus = join(root, '../shared/corpus')
const bulk = join(corpus, 'submissions/bulk')
const LEDGER_ARCHIVE = '4_2010-2021_aapl-intc-goog.tar.gz'
/** Apple, Intel, Alphabet. The archive has filings of the same people in other issuers too. */
const ISSUERS = new Set(['0000320193', '0000050863', '0001652044'])
const LATE_FROM = '2023-01-01'
const LATE_UNTIL = '2023-07-31'
const SHUFFLES = 3

type Out = (line: string) => void

/** Sample of so many; none unless asked. */
function sampleSize(args: readonly string[]): number {
  return args.includes('--sample') ? Number(args[args.indexOf('--sample') + 1]) : 0
}

/** See `about`. */
export const run: LongTest['run'] = async ({ seed, out, args }) => {
  if (!corpusIsThere) {
    out(NO_CORPUS)
    return { ok: true, summary: 'skipped: no corpus' }
  }
  const random = new Random(seed)
  const size = sampleSize(args)
  const all = await filedReports(new Batch(), [join(bulk, LEDGER_ARCHIVE)])
  const reports = all.filter(({ document }) => ISSUERS.has(document.issuer.cik.value ?? ''))
  const ledger = ledgerOf(reports)
  const named = namedBreaks(ledger)
  for (const line of causesOf(named)) out(line)
  for (const one of drawn(random, named, size)) showBreak(one, out)
  const isWhole = ledger.positions.every(addsUp)
  const isSteady = sameInAnyOrder(reports, random, out)
  const late = await lateness(random, size, out)
  const { found, open } = await amendments()
  const pairs = ledger.positions.reduce((sum, position) => sum + Math.max(0, checkedLines(position).length - 1), 0)
  const chained = pairs - named.length
  return {
    ok: isWhole && isSteady && pairs > 0,
    summary: [
      `filings=${reports.length} positions=${ledger.positions.length} adjacent=${pairs} chained=${chained}`,
      `share=${percent(chained, pairs)} breaks=${named.length} sums=${isWhole ? 'exact' : 'BROKEN'}`,
      `orders=${isSteady ? 'same' : 'DIFFER'} late=${late.late}/${late.reports} lateLines=${late.lines}`,
      `amendments=${found} open=${open}`,
    ].join(' '),
  }
}

function causesOf(named: readonly NamedBreak[]): string[] {
  const counts = new Map<string, number>()
  for (const { reasons } of named) {
    const cause = reasons[0] ? `${reasons[0].cause} ${reasons[0].verdict}` : 'none'
    counts.set(cause, 1 + (counts.get(cause) ?? 0))
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([cause, count]) => `${String(count).padStart(6)} ${cause}`)
}

/** Opening, changes and breaks make the closing balance, and that is the last total stated. */
function addsUp(position: Position): boolean {
  const { opening, steps, closing } = position
  const sum = steps.reduce((total, step) => total.plus(step.kind === 'line' ? step.change : step.size), opening.balance)
  return sum.equals(closing) && (breaksOf(position).length === 0 || checkedLines(position).length > 1)
}

function sameInAnyOrder(reports: readonly FiledReport[], random: Random, out: Out): boolean {
  const expected = shape(ledgerOf(reports))
  for (let n = 0; n < SHUFFLES; n++) {
    const keyed = reports.map((report) => ({ report, at: random.next() })).sort((a, b) => a.at - b.at)
    if (shape(ledgerOf(keyed.map(({ report }) => report))) === expected) continue
    out(`order ${n} gives another ledger`)
    return false
  }
  return true
}

/** Everything a ledger says, in one text. */
function shape({ positions }: Ledger): string {
  return positions
    .map(({ owners, key, steps }) => {
      const course = steps.map((step) =>
        step.kind === 'line' ? `${lineName(step.movement.line)}=${String(step.balance)}` : `[${String(step.size)}]`,
      )
      return `${owners.join()} ${JSON.stringify(key)} ${course.join(' ')}`
    })
    .join('\n')
}

async function lateness(
  random: Random,
  size: number,
  out: Out,
): Promise<{ late: number; reports: number; lines: number }> {
  const archives = readdirSync(bulk).filter((name) => name !== LEDGER_ARCHIVE)
  const all = await filedReports(
    new Batch(),
    archives.map((name) => join(bulk, name)),
  )
  const filed = all.filter(({ filedOn }) => filedOn && String(filedOn) >= LATE_FROM && String(filedOn) <= LATE_UNTIL)
  const judged = judgeReports(filed)
  const late = judged.filter(({ isLate }) => isLate)
  const lines = judged.flatMap((one) => one.lines).filter(({ verdict }) => verdict === 'late').length
  for (const one of drawn(random, late, size)) showLate(one, out)
  return { late: late.length, reports: judged.length, lines }
}

async function amendments(): Promise<{ found: number; open: number }> {
  const places = [join(corpus, 'submissions'), join(corpus, 'xml')]
  const { answers } = resolveAmendments(await filedReports(new Batch(), places))
  return { found: answers.length, open: answers.filter(({ kind }) => kind === 'open').length }
}

function drawn<T>(random: Random, items: readonly T[], size: number): T[] {
  const left = [...items]
  const taken: T[] = []
  while (taken.length < size && left.length > 0) taken.push(...left.splice(Math.floor(random.next() * left.length), 1))
  return taken
}

function showBreak({ position, brk, after, by, reasons }: NamedBreak, out: Out): void {
  const { size, expected, opening, previous, next } = brk
  out(
    `break ${String(size)}, ${String(after)} to ${String(by)}: ${position.title} ${position.nature} ${position.owners.join()}`,
  )
  out(`  ${String(expected)} after ${lineName(previous.line)}; ${String(opening)} before ${lineName(next.line)}`)
  for (const reason of reasons) out(`  ${breakReasonText(reason)}`)
}

function showLate({ report, lines }: JudgedReport, out: Out): void {
  out(`late ${report.key} filed ${String(report.filedOn)} ${report.acceptedAt?.time ?? ''}`)
  for (const { line, verdict, deadline, judged } of lines) {
    if (verdict !== 'late') continue
    const { row } = line
    const what = [String(row.transactionDate.value), row.coding.code.value, row.amounts.shares.written].join(' ')
    out(
      `  ${line.table} ${line.place}: ${what} due ${String(deadline?.dueDate)}, ${judged?.businessDaysLate} days late`,
    )
  }
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)}%`
}

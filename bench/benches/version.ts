import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchOptions } from '../options.ts'
import { keepsBudget, median, missingRow, type Row, significant } from '../rows.ts'

const WARM_UP_PAIRS = 3
const PAIRS = 30

const cli = join(import.meta.dirname, '..', '..', 'cli')

/** `section16 --version` beside an empty Node process, from start to exit, in pairs: what a command costs at least. */
export async function version(options: BenchOptions): Promise<Row[]> {
  const base = { bench: 'version', peer: 'empty Node process', unit: 'ms', budget: 2, sense: 'at most' } as const
  if (!existsSync(join(cli, 'dist', 'main.js'))) return [missingRow(base, 'cli is not compiled: npm run build')]
  const folder = mkdtempSync(join(tmpdir(), 'section16-bench-'))
  try {
    const nothing = join(folder, 'nothing.cjs')
    writeFileSync(nothing, '')
    const pairs: { ours: number; theirs: number }[] = []
    options.progress(`${PAIRS} pairs of processes`)
    for (let pair = -WARM_UP_PAIRS; pair < PAIRS; pair += 1) {
      const measured = {
        ours: milliseconds([join(cli, 'bin', 'section16.mjs'), '--version']),
        theirs: milliseconds([nothing]),
      }
      if (pair >= 0) pairs.push(measured)
    }
    const ratio = median(pairs.map(({ ours, theirs }) => ours / theirs))
    return [
      {
        ...base,
        ours: significant(median(pairs.map(({ ours }) => ours))),
        theirs: significant(median(pairs.map(({ theirs }) => theirs))),
        ratio: significant(ratio),
        ok: keepsBudget(ratio, base.budget, base.sense),
        note: `whole processes, the middle of ${PAIRS} pairs`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How long Node takes for a script, start and end included. Throws if the script fails: its time would mean nothing. */
function milliseconds(script: string[]): number {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, script, { encoding: 'utf8' })
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6
  if (status !== 0) throw new Error(`${script.join(' ')} ended with ${status}: ${stderr}`)
  return elapsed
}

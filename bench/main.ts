import { parseArgs } from 'node:util'
import { check } from './benches/check.ts'
import { desk } from './benches/desk.ts'
import { memory } from './benches/memory.ts'
import { read } from './benches/read.ts'
import { scan } from './benches/scan.ts'
import { shortswing } from './benches/shortswing.ts'
import { version } from './benches/version.ts'
import type { BenchOptions } from './options.ts'
import { keepResults } from './results.ts'
import { formatCounts, formatTable, type Row } from './rows.ts'

const benches: Readonly<Record<string, (options: BenchOptions) => Promise<Row[]>>> = {
  read,
  check,
  version,
  memory,
  shortswing,
  scan,
  desk,
}

const DEFAULT_ROUNDS = 7

const usage = `npm run -s bench -- [NAME...] [--json] [--generated] [--sample N] [--rounds N]
Names: ${Object.keys(benches).join(', ')}; none: all. What it means: bench/README.md`

/** Runs benches and prints their rows. Exit status: 0 all budgets kept, 1 one missed, 2 not understood. */
async function main(words: string[]): Promise<number> {
  const understood = understand(words)
  if (understood === undefined) {
    console.error(usage)
    return 2
  }
  const { names, json, options } = understood
  let isMissed = false
  for (const name of names) {
    const rows = (await benches[name]?.({ ...options, progress: (text) => console.error(`${name}: ${text}`) })) ?? []
    console.log(
      json ? rows.map((row) => JSON.stringify(row)).join('\n') : `${formatTable(rows)}\n${formatCounts(rows)}`,
    )
    if (isFull(options)) keepResults(name, rows)
    isMissed ||= rows.some((row) => row.ok === false)
  }
  return isMissed ? 1 : 0
}

type Told = Omit<BenchOptions, 'progress'>

/** Only full runs are kept: others are not comparable from one day to the next. */
function isFull({ generated, sample, rounds }: Told): boolean {
  return !generated && sample === undefined && rounds === DEFAULT_ROUNDS
}

function understand(words: string[]): { names: string[]; json: boolean; options: Told } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        generated: { type: 'boolean', default: false },
        sample: { type: 'string' },
        rounds: { type: 'string', default: String(DEFAULT_ROUNDS) },
      },
    })
    const names = positionals.length === 0 ? Object.keys(benches) : positionals
    const sample = values.sample === undefined ? undefined : Number(values.sample)
    const rounds = Number(values.rounds)
    if (!names.every((name) => Object.hasOwn(benches, name)) || !isCount(rounds) || !isCount(sample ?? 1))
      return undefined
    return { names, json: values.json, options: { generated: values.generated, sample, rounds } }
  } catch {
    return undefined
  }
}

function isCount(number: number): boolean {
  return Number.isInteger(number) && number > 0
}

process.exitCode = await main(process.argv.slice(2))

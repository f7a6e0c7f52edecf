/**
 * `npm run test:full -- NAME [--seed N] [arguments]`: one long test, a module `tools/full/NAME.ts` of shape `LongTest`.
 * Without a name it lists them. The last line printed is the summary; the exit status says whether all was well.
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './repository.ts'

/** What a long test is given. */
export interface LongTestArgs {
  /** Whatever is random comes from this number, so that a failure can be repeated with `--seed`. */
  seed: number
  /** Prints a line of progress. */
  out: (line: string) => void
  /** A folder that outlives the run: a killed test may go on from what it left there. */
  stateDir: string
  /** The command line after the name. */
  args: string[]
}

/** What a module in tools/full exports. */
export interface LongTest {
  /** What it proves and how long it takes, in one line. */
  about: string
  run: (args: LongTestArgs) => Promise<{ summary: string; ok: boolean }>
}

const folder = join(import.meta.dirname, 'full')
const load = async (name: string): Promise<LongTest> => await import(join(folder, `${name}.ts`))

const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => file.slice(0, -'.ts'.length))
      .sort()
  : []

/** Takes `--seed N` out of the arguments; without it a seed is drawn, which the caller prints. */
function seedFrom(args: string[]): { seed: number; args: string[] } {
  const at = args.indexOf('--seed')
  if (at === -1) return { seed: Math.floor(Math.random() * 2 ** 31), args }
  return { seed: Number(args[at + 1]), args: args.toSpliced(at, 2) }
}

async function list(): Promise<number> {
  console.log('usage: npm run test:full -- NAME [--seed N]\n')
  for (const name of names) console.log(`  ${name.padEnd(14)} ${(await load(name)).about}`)
  if (names.length === 0) console.log('  (no long test yet: each is a file in tools/full)')
  return 0
}

async function main([name, ...rest]: string[]): Promise<number> {
  if (name === undefined) return list()
  const { seed, args } = seedFrom(rest)
  if (!names.includes(name) || !Number.isSafeInteger(seed)) {
    console.error(names.includes(name) ? '--seed takes a whole number' : `no long test is called ${name}`)
    await list()
    return 2
  }
  const stateDir = join(cache, 'full', name)
  mkdirSync(stateDir, { recursive: true })
  const { about, run } = await load(name)
  console.log(`${name}: ${about}\nseed ${seed}`)
  const began = performance.now()
  const { summary, ok } = await run({ seed, out: console.log, stateDir, args })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${name}: ${ok ? 'ok' : 'FAILED'}: ${summary} (seed ${seed}, ${seconds} s)`)
  return ok ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))

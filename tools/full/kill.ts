/**
 * A desk at work is killed (SIGKILL) at random moments and started again at the same records, on SQLite and on
 * PostgreSQL, which itself is killed at times; the rehearsal EDGAR beside it breaks connections, answers late and loses
 * answers. Every acknowledged action is there, none twice, the chain of the audit trail holds, nothing was taken twice by
 * the rehearsal's own journal, every lost answer is an unknown outcome and stands first in the work list. Arguments:
 * `--count N` kills on each database (500), `--database sqlite|postgresql` for one of them. What was done is kept after
 * every batch: a run that was stopped goes on, with the same `--seed`.
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../desk/server/testing/killing/deskConfiguration.mts'
import { killManyTimes, NOTHING, type Tally } from '../../desk/server/testing/killing/lives.mts'
import { freePort } from '../../desk/server/testing/killing/processes.mts'
import { makeSetting } from '../../desk/server/testing/killing/setting.mts'
import { makePostgresql, type PostgresqlServer, postgresqlUrl } from '../../desk/store/testing/postgresqlServer.mts'
import type { LongTest } from '../full.ts'
import { fingerprint } from '../testing/fingerprint.ts'
import { Random, seedOf } from '../testing/random.ts'

export const about =
  'a desk killed at 500 random moments on each database loses nothing and sends nothing twice; an hour'

const KILLS = 500
/** So many at the same records; then new ones, because work lists and journals grow with what is done. */
const BATCH = 25
const KINDS = ['sqlite', 'postgresql'] as const
type Kind = (typeof KINDS)[number]

interface Progress {
  tally: Tally
  faults: string[]
}

const DEPENDED_ON = [/^(?:core|desk|edgar)\/.*\.m?ts$/, /^tools\/full\/kill\.ts$/]

/** See `about`. */
export const run: LongTest['run'] = async ({ seed, out, stateDir, args }) => {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const count = Number(option('--count') ?? KILLS)
  const only = option('--database')
  const kinds = KINDS.filter((kind) => only === undefined || kind === only)
  const parts: string[] = []
  let ok = kinds.length > 0
  for (const kind of kinds) {
    const file = join(stateDir, `${kind}-${seed}-${count}-${fingerprint(DEPENDED_ON)}.json`)
    const { tally, faults } = await killOn(kind, { count, seed, file, out })
    const told = Object.entries(tally).map(([name, n]) => `${name}=${n}`)
    parts.push(`${kind}: ${told.join(' ')} faults=${faults.length}`)
    // Where no answer was lost, and none was found both ways, it was not shown what becomes of one.
    const isShown = tally.unknown > 0 && tally.foundFiled > 0 && tally.foundNotFiled > 0 && tally.cutOff > 0
    ok &&= faults.length === 0 && isShown && tally.kills === count
  }
  return { ok, summary: parts.join('; ') }
}

interface Wanted {
  count: number
  seed: number
  file: string
  out: (line: string) => void
}

async function killOn(kind: Kind, { count, seed, file, out }: Wanted): Promise<Progress> {
  let progress: Progress = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { tally: NOTHING, faults: [] }
  while (progress.tally.kills < count) {
    const { kills } = progress.tally
    const random = new Random(seedOf(seed, kills))
    const { tally, faults } = await batch(kind, Math.min(BATCH, count - kills), () => random.next())
    for (const fault of faults) out(`  ${kind}, kills from ${kills}: ${fault}`)
    progress = { tally: sum(progress.tally, tally), faults: [...progress.faults, ...faults] }
    keep(file, progress)
    out(`  ${kind}: ${progress.tally.kills} of ${count}`)
  }
  return progress
}

/** Whole or not at all, so that a run that is stopped while it writes leaves the file as it was. */
function keep(file: string, progress: Progress): void {
  writeFileSync(`${file}.new`, JSON.stringify(progress))
  renameSync(`${file}.new`, file)
}

function sum(one: Tally, other: Tally): Tally {
  const names = Object.keys(one) as (keyof Tally)[]
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as unknown as Tally
}

/** New records, killed so many times. */
async function batch(kind: Kind, kills: number, random: () => number) {
  const folder = mkdtempSync(join(tmpdir(), 'section16-killed-'))
  // PostgreSQL may run as somebody else, who has to get to its part of the folder.
  chmodSync(folder, 0o755)
  const server: PostgresqlServer | undefined = kind === 'postgresql' ? makePostgresql(folder) : undefined
  await server?.start()
  const database: Database =
    kind === 'sqlite' ? { kind, path: join(folder, 'desk.sqlite') } : { kind, url: postgresqlUrl(folder, 'postgres') }
  const setting = await makeSetting(database, folder, await freePort(), random)
  try {
    return await killManyTimes(setting, kills, server)
  } finally {
    await setting.rehearsal.kill()
    await server?.stop()
    rmSync(folder, { recursive: true })
  }
}

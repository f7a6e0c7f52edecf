/**
 * A desk, started as users start it, with 10,000 insiders and 200,000 filings, and 200 users who ask once a second each
 * for ten minutes; on PostgreSQL two desks behind one database. What reads and writes may take, what memory may do and
 * what the audit trail has to tell: `tools/testing/stock`. Arguments: `--database sqlite|postgresql` (both one after the
 * other), `--minutes N` (10), `--scale N` of the insiders and filings (1), `--processor N`: N requests one after the
 * other instead, and what processor time each kind takes, `--profile FOLDER` for Node's profile of that. The stock is
 * made once for each seed and program and kept.
 */
import { startAuth } from '../../desk/server/auth.ts'
import type { DatabaseKind, Store } from '../../desk/store/index.ts'
import type { LongTest } from '../full.ts'
import { fingerprint } from '../testing/fingerprint.ts'
import { Random } from '../testing/random.ts'
import {
  figureLines,
  figuresOf,
  LIMITS,
  type Memory,
  memoryOf,
  minuteLines,
  processorOf,
  residentOf,
  told,
} from '../testing/stock/figures.ts'
import { mixTold, type Visitor } from '../testing/stock/mix.ts'
import { makePlace, opened, type Place } from '../testing/stock/places.ts'
import { type DeskProcess, startServers } from '../testing/stock/servers.ts'
import { sessionCookie } from '../testing/stock/session.ts'
import { oneByOne, openLoop, Sender, type Traffic } from '../testing/stock/traffic.ts'
import { disagreements, lengthsOf } from '../testing/stock/trail.ts'
import { visitorsOf } from '../testing/stock/visitors.ts'

export const about =
  '200 users, a request a second each, at a desk with 200,000 filings, on both databases, two desks on PostgreSQL; 25 minutes'

const SERVERS = { sqlite: 1, postgresql: 2 } as const
const MOST_SHOWN = 20
const SAMPLE_MS = 5000
/** What the stock is made of: another program's is made anew. */
const DEPENDED_ON = [
  /^tools\/testing\/stock\/(?:bulkWriter|drafts|filings|fillStock|forms|names|people|plan)\.ts$/,
  /^desk\/store\/migrations\//,
]

interface Wanted {
  kind: DatabaseKind
  minutes: number
  processor: number | undefined
  profile: string | undefined
}

/** See `about`. */
export const run: LongTest['run'] = async ({ seed, out, stateDir, args }) => {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const only = option('--database')
  const kinds = (['sqlite', 'postgresql'] as const).filter((kind) => only === undefined || kind === only)
  const processor = option('--processor')
  out(mixTold())
  let ok = kinds.length > 0
  const summaries: string[] = []
  for (const kind of kinds) {
    const scale = Number(option('--scale') ?? 1)
    const place = await makePlace({
      kind,
      stateDir,
      seed,
      scale,
      servers: processor === undefined ? SERVERS[kind] : 1,
      fingerprint: fingerprint(DEPENDED_ON),
      out,
    })
    try {
      const minutes = Number(option('--minutes') ?? 10)
      const wanted = {
        kind,
        minutes,
        processor: processor === undefined ? undefined : Number(processor),
        profile: option('--profile'),
      }
      const verdict = await underLoad(place, wanted, seed, out)
      ok &&= verdict.ok
      summaries.push(`${kind}: ${verdict.summary}`)
    } finally {
      await place.remove()
    }
  }
  return { ok, summary: summaries.join('; ') }
}

type Verdict = { ok: boolean; summary: string }

async function underLoad(place: Place, wanted: Wanted, seed: number, out: (line: string) => void): Promise<Verdict> {
  const visitors = visitorsOf(place.organizations, seed)
  const { cookies, lengths } = await prepared(place, visitors)
  const servers = await startServers(place, wanted.profile)
  try {
    const sender = new Sender({ targets: servers, cookies, random: new Random(seed) })
    if (wanted.processor !== undefined) return await counted(sender, visitors, wanted.processor, servers[0]!, out)
    const samples = await sampled(servers, () => openLoop(sender, visitors, wanted.minutes * 60))
    for (const { stop } of servers) await stop()
    const faults = await withStore(place, (store) =>
      disagreements(store, place.organizations, lengths, sender.traffic.acknowledged),
    )
    const complaints = servers.map((one) => one.complaints()).filter((text) => text !== '')
    return judged(sender.traffic, samples, [...faults, ...complaints], out)
  } finally {
    for (const { stop } of servers) await stop()
  }
}

async function withStore<T>({ config }: Place, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await opened(config)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Everybody signed in, and how long the trails are. */
async function prepared(place: Place, visitors: readonly Visitor[]) {
  return withStore(place, async (store) => {
    const edgar = { destination: 'rehearsal', baseUrl: 'http://127.0.0.1:1', userAgent: 'section16/0.1.0' } as const
    const auth = startAuth({ store, edgar, origin: 'http://127.0.0.1', sessionSecret: place.sessionSecret })
    const cookies = new Map<string, string>()
    for (const { user } of visitors) cookies.set(user.id, await sessionCookie(auth, user.id))
    return { cookies, lengths: await lengthsOf(store, place.organizations) }
  })
}

interface Samples {
  /** Of each server, at even distances, megabytes. */
  memory: number[][]
  /** Of each server, for all of it, milliseconds. */
  processor: number[]
}

async function sampled(servers: readonly DeskProcess[], work: () => Promise<void>): Promise<Samples> {
  const before = servers.map(({ pid }) => processorOf(pid))
  const memory = servers.map(({ pid }) => [residentOf(pid)])
  const timer = setInterval(() => servers.forEach(({ pid }, n) => void memory[n]?.push(residentOf(pid))), SAMPLE_MS)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return { memory, processor: servers.map(({ pid }, n) => processorOf(pid) - (before[n] ?? 0)) }
}

function judged(
  { took, errors, crossed }: Traffic,
  samples: Samples,
  faults: string[],
  out: (line: string) => void,
): Verdict {
  for (const line of [...figureLines(took), ...minuteLines(took)]) out(line)
  for (const line of [...errors.slice(0, MOST_SHOWN), ...faults.slice(0, MOST_SHOWN)]) out(`  wrong: ${line}`)
  const reads = figuresOf(took.filter(({ isWrite }) => !isWrite).map(({ ms }) => ms))
  const writes = figuresOf(took.filter(({ isWrite }) => isWrite).map(({ ms }) => ms))
  const memory = samples.memory.map(memoryOf)
  const isFast = reads.median <= LIMITS.readMedian && reads.p99 <= LIMITS.readP99 && writes.p99 <= LIMITS.writeP99
  const agrees = samples.memory.length === 1 || crossed > 0
  const processor = samples.processor.reduce((sum, one) => sum + one, 0) / Math.max(1, took.length)
  return {
    ok: isFast && agrees && errors.length === 0 && faults.length === 0 && memory.every(({ isFlat }) => isFlat),
    summary: [
      `reads ${told(reads)}`,
      `writes ${told(writes)}`,
      `errors=${errors.length} faults=${faults.length}`,
      ...(samples.memory.length > 1 ? [`readAtTheOther=${crossed}`] : []),
      ...memory.map(memoryTold),
      `processor=${processor.toFixed(2)}ms/request`,
    ].join(' '),
  }
}

function memoryTold({ start, middle, end, isFlat }: Memory): string {
  return `memory=${start}/${middle}/${end}MB ${isFlat ? 'flat' : 'GROWS'}`
}

/** Processor time by kind, one request after the other. The first sixth, in which the program warms up, is left out. */
async function counted(
  sender: Sender,
  visitors: readonly Visitor[],
  count: number,
  { pid }: DeskProcess,
  out: (line: string) => void,
): Promise<Verdict> {
  const spent = new Map<string, number[]>()
  let before = processorOf(pid)
  let n = 0
  await oneByOne(sender, visitors, count, ({ kind }) => {
    const now = processorOf(pid)
    if (++n > count / 6) spent.set(kind, [...(spent.get(kind) ?? []), now - before])
    before = now
  })
  const { errors } = sender.traffic
  for (const line of errors.slice(0, MOST_SHOWN)) out(`  wrong: ${line}`)
  const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0)
  for (const [kind, all] of [...spent].toSorted(([, a], [, b]) => sum(b) - sum(a)))
    out(
      `  ${kind.padEnd(15)} n=${all.length} mean=${(sum(all) / all.length).toFixed(2)}ms max=${Math.max(...all).toFixed(1)}ms`,
    )
  const all = [...spent.values()].flat()
  return {
    ok: errors.length === 0,
    summary: `processor=${(sum(all) / all.length).toFixed(2)}ms/request n=${all.length}`,
  }
}

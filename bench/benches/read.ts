import { type Counts, differingCounts } from '../counts.ts'
import { type Input, withInput } from '../input.ts'
import type { Measured } from '../measured.ts'
import type { BenchOptions } from '../options.ts'
import { type CompiledPeer, compiledPeer, javaScriptPeer, npmPeer, type Ready } from '../peers.ts'
import { keepsBudget, median, missingRow, type Row, significant } from '../rows.ts'
import { clockSpeed, documentSpeed, speed, startPeer, startReader, WARM_UP_BYTES, warmUp } from '../speed.ts'
import type { Round } from '../worker.ts'

/** A slow reader's part of the documents has no fewer than this, where there are so many. */
const FEWEST_DOCUMENTS = 1000

interface ReadPeer {
  peer: string
  /** The least ratio of speeds, ours to theirs; null: for information. */
  budget: number | null
  /** The part of the documents read in a timed round: slow peers get a sample, or a run would take an hour. */
  share: number
  note: string
  ready(packFile: string): Ready
  /** Counts that the peer is known to get wrong; every other one that both sides carry must be equal. */
  knownToDiffer?: readonly (keyof Counts)[]
}

const libxml2: CompiledPeer = {
  program: 'libxml2',
  source: 'libxml2.c',
  compiler: 'cc',
  flags: ['-I/usr/include/libxml2'],
  libraries: ['-lxml2'],
  debian: 'libxml2-dev',
}

const pugixml: CompiledPeer = {
  program: 'pugixml',
  source: 'pugixml.cpp',
  compiler: 'c++',
  flags: [],
  libraries: ['-lpugixml'],
  debian: 'libpugixml-dev',
}

const pugixmlFull: CompiledPeer = { ...pugixml, program: 'pugixml-full', flags: ['-DPARSE_FLAGS=pugi::parse_full'] }

const peers: readonly ReadPeer[] = [
  {
    peer: 'sec-edgar-toolkit',
    budget: 25,
    share: 0.1,
    note: 'XML to its typed object, every value visited; on a tenth of the documents, speeds per byte',
    ready: (packFile) => npmPeer('secEdgarToolkit.ts', packFile),
    // A date with a time zone is no date to it.
    knownToDiffer: ['transactionDays'],
  },
  {
    peer: 'fast-xml-parser',
    budget: 8,
    share: 0.2,
    note: 'parses only, nothing visited; on a fifth of the documents, speeds per byte',
    ready: (packFile) => npmPeer('fastXmlParser.ts', packFile),
  },
  {
    peer: 'saxes',
    budget: 2.5,
    share: 0.5,
    note: 'events only, nothing built; on half of the documents, speeds per byte',
    ready: (packFile) => npmPeer('saxes.ts', packFile),
  },
  {
    peer: 'libxml2',
    budget: 1.5,
    share: 1,
    note: 'C: tree and walk, every text touched',
    ready: (packFile) => compiledPeer(libxml2, packFile),
  },
  {
    peer: 'pugixml',
    budget: 0.4,
    share: 1,
    note: 'C++: tree and walk, every text touched, parse_default',
    ready: (packFile) => compiledPeer(pugixml, packFile),
  },
  {
    peer: 'pugixml parse_full',
    budget: null,
    share: 1,
    note: 'as above with parse_full, which also keeps comments, the declaration and white space of attributes',
    ready: (packFile) => compiledPeer(pugixmlFull, packFile),
  },
]

/**
 * Reading ownership XML into the full typed document on one core, every value visited, beside each peer in turn:
 * round 1 of everyone, round 2 of everyone, so that what slows the machine for a while slows all.
 */
export async function read(options: BenchOptions): Promise<Row[]> {
  return withInput(options, async (input) => {
    options.progress(input.description)
    const ours = await startReader(javaScriptPeer('section16.ts', input.packFile))
    const contenders: Contender[] = []
    try {
      for (const peer of peers) contenders.push(await contender(peer, input))
      return await compare(ours, contenders, input, options)
    } finally {
      ours.stop()
      for (const { measured } of contenders) measured?.stop()
    }
  })
}

/** A peer with its process, or without one and with the reason. */
interface Contender {
  peer: ReadPeer
  measured?: Measured
  missing?: string
  rounds: { ours: Round; theirs: Round }[]
}

async function contender(peer: ReadPeer, input: Input): Promise<Contender> {
  return { peer, rounds: [], ...(await startPeer(peer.ready(input.packFile))) }
}

async function compare(ours: Measured, contenders: Contender[], input: Input, options: BenchOptions): Promise<Row[]> {
  const present = contenders.flatMap(({ peer, measured, rounds }) => {
    return measured === undefined ? [] : [{ measured, rounds, share: peer.share, documents: partOf(input, peer.share) }]
  })
  options.progress('warming up')
  await warmUp(ours, input.documents)
  for (const { measured, share, documents } of present) await warmUp(measured, documents, WARM_UP_BYTES * share)
  const ourRounds: Round[] = []
  for (let round = 1; round <= options.rounds; round += 1) {
    options.progress(`round ${round} of ${options.rounds}`)
    const our = await ours.round(input.documents)
    ourRounds.push(our)
    for (const { measured, documents, rounds } of present) {
      rounds.push({ ours: our, theirs: await measured.round(documents) })
    }
  }
  options.progress('counting what each found')
  const counts = await ours.audit()
  const our: OurSide = { rounds: ourRounds, counts, version: ours.version }
  const rows: Row[] = []
  for (const each of contenders) rows.push(await rowOf(each, our, input))
  return rows
}

/** How many documents the given part of them is. */
function partOf({ documents }: Input, share: number): number {
  return Math.min(documents, Math.max(FEWEST_DOCUMENTS, Math.ceil(documents * share)))
}

/** What our own reader did in the run. */
interface OurSide {
  rounds: Round[]
  counts: Counts
  version: string
}

async function rowOf({ peer, measured, missing, rounds }: Contender, our: OurSide, input: Input): Promise<Row> {
  const base = { bench: 'read', peer: peer.peer, unit: 'MB/s', budget: peer.budget, sense: 'at least' } as const
  const ourSpeed = significant(median(our.rounds.map(speed)))
  if (measured === undefined) return missingRow(base, missing ?? 'not there', ourSpeed)
  const theirCounts = await measured.audit()
  const differing = differingCounts(our.counts, theirCounts)
  const unexpected = differing.filter((name) => !peer.knownToDiffer?.includes(name))
  const ratio = median(rounds.map((round) => speed(round.ours) / speed(round.theirs)))
  const kept = keepsBudget(ratio, peer.budget, 'at least')
  return {
    ...base,
    ours: ourSpeed,
    theirs: significant(median(rounds.map((round) => speed(round.theirs)))),
    ratio: significant(ratio),
    // A speed reached by reading something else is none.
    ok: kept === null ? null : kept && unexpected.length === 0,
    note: peer.note,
    counts: { ours: our.counts, theirs: theirCounts, differing },
    details: {
      input: input.description,
      documentsARound: { ours: input.documents, theirs: partOf(input, peer.share) },
      versions: { ours: our.version, theirs: measured.version },
      documentsPerSecond: {
        ours: Math.round(median(our.rounds.map(documentSpeed))),
        theirs: Math.round(median(rounds.map((round) => documentSpeed(round.theirs)))),
      },
      rounds: rounds.map((round) => [significant(speed(round.ours)), significant(speed(round.theirs))]),
      ratioByTheClock: significant(median(rounds.map((round) => clockSpeed(round.ours) / clockSpeed(round.theirs)))),
    },
  }
}

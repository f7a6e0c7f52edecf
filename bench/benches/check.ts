import { join } from 'node:path'
import { type Counts, differingCounts } from '../counts.ts'
import { type Input, withInput } from '../input.ts'
import type { Measured } from '../measured.ts'
import type { BenchOptions } from '../options.ts'
import { type CompiledPeer, compiledPeer, javaScriptPeer, type Ready } from '../peers.ts'
import { keepsBudget, median, missingRow, type Row, significant } from '../rows.ts'
import { clockSpeed, documentSpeed, speed, startPeer, startReader, warmUp } from '../speed.ts'
import type { Round } from '../worker.ts'

const libxml2Schema: CompiledPeer = {
  program: 'libxml2-schema',
  source: 'libxml2Schema.c',
  compiler: 'cc',
  flags: ['-I/usr/include/libxml2'],
  libraries: ['-lxml2'],
  debian: 'libxml2-dev',
}

const schemas = join(import.meta.dirname, '..', '..', 'cases', 'xsd')

/** One round of everyone. */
interface Turn {
  ours: Round
  reading: Round
  libxml2: Round | undefined
}

/** What everyone found in all documents. */
interface Found {
  ours: Counts
  reading: Counts
  libxml2: Counts | undefined
}

/**
 * Reading a document and asking every rule of it, on one core, beside libxml2 (tree and schema), and beside our own
 * reading, which says what the rules cost. Rounds in turn, so that what slows the machine for a while slows all.
 */
export async function check(options: BenchOptions): Promise<Row[]> {
  return withInput(options, async (input) => {
    options.progress(input.description)
    const ours = await startReader(javaScriptPeer('section16Check.ts', input.packFile))
    const reading = await startReader(javaScriptPeer('section16.ts', input.packFile))
    const theirs = await startPeer(libxml2Peer(input.packFile))
    const libxml2 = 'measured' in theirs ? theirs.measured : undefined
    try {
      const turns = await takeTurns({ ours, reading, libxml2 }, input, options)
      options.progress('counting what each found')
      const found = { ours: await ours.audit(), reading: await reading.audit(), libxml2: await libxml2?.audit() }
      const versions = { ours: ours.version, theirs: libxml2?.version }
      const missing = 'missing' in theirs ? theirs.missing : undefined
      return [libxml2Row(turns, found, { input: input.description, versions }, missing), readingRow(turns, found)]
    } finally {
      for (const each of [ours, reading, libxml2]) each?.stop()
    }
  })
}

function libxml2Peer(packFile: string): Ready {
  const ready = compiledPeer(libxml2Schema, packFile)
  return 'missing' in ready ? ready : { command: [...ready.command, schemas] }
}

interface Contenders {
  ours: Measured
  reading: Measured
  libxml2: Measured | undefined
}

async function takeTurns(
  { ours, reading, libxml2 }: Contenders,
  { documents }: Input,
  options: BenchOptions,
): Promise<Turn[]> {
  options.progress('warming up')
  for (const each of [ours, reading, libxml2]) if (each) await warmUp(each, documents)
  const turns: Turn[] = []
  for (let round = 1; round <= options.rounds; round += 1) {
    options.progress(`round ${round} of ${options.rounds}`)
    turns.push({
      ours: await ours.round(documents),
      reading: await reading.round(documents),
      libxml2: await libxml2?.round(documents),
    })
  }
  return turns
}

function libxml2Row(turns: Turn[], found: Found, details: Row['details'], missing: string | undefined): Row {
  const base = { bench: 'check', peer: 'libxml2 parse + XSD', unit: 'MB/s', budget: 1, sense: 'at least' } as const
  const ourSpeed = significant(median(turns.map(({ ours }) => speed(ours))))
  const pairs = turns.flatMap(({ ours, libxml2: theirs }) => (theirs === undefined ? [] : [{ ours, theirs }]))
  if (found.libxml2 === undefined) return missingRow(base, missing ?? 'not there', ourSpeed)
  const ratio = median(pairs.map(({ ours, theirs }) => speed(ours) / speed(theirs)))
  const differing = differingCounts(found.ours, found.libxml2)
  return {
    ...base,
    ours: ourSpeed,
    theirs: significant(median(pairs.map(({ theirs }) => speed(theirs)))),
    ratio: significant(ratio),
    ok: keepsBudget(ratio, base.budget, base.sense) === true && differing.length === 0,
    note: "C: tree, then the SEC's schema of the form type; ours asks every rule, the schema's and all others",
    counts: { ours: found.ours, theirs: found.libxml2, differing },
    details: {
      ...details,
      documentsPerSecond: {
        ours: Math.round(median(pairs.map(({ ours }) => documentSpeed(ours)))),
        theirs: Math.round(median(pairs.map(({ theirs }) => documentSpeed(theirs)))),
      },
      rounds: pairs.map(({ ours, theirs }) => [significant(speed(ours)), significant(speed(theirs))]),
      ratioByTheClock: significant(median(pairs.map(({ ours, theirs }) => clockSpeed(ours) / clockSpeed(theirs)))),
    },
  }
}

function readingRow(turns: Turn[], found: Found): Row {
  const base = { bench: 'check', peer: 'our own reading', unit: 'µs', budget: 4, sense: 'at most' } as const
  const times = turns.map(({ ours, reading }) => ({ ours: microseconds(ours), reading: microseconds(reading) }))
  const ratio = median(times.map(({ ours, reading }) => ours / reading))
  const differing = differingCounts(found.ours, found.reading)
  return {
    ...base,
    ours: significant(median(times.map(({ ours }) => ours))),
    theirs: significant(median(times.map(({ reading }) => reading))),
    ratio: significant(ratio),
    ok: keepsBudget(ratio, base.budget, base.sense) === true && differing.length === 0,
    note: 'processor time a document: read and every rule, beside read and every value visited',
    details: { rounds: times.map(({ ours, reading }) => [significant(ours), significant(reading)]) },
  }
}

/** Processor time for each document. */
function microseconds(round: Round): number {
  return 1e6 / documentSpeed(round)
}

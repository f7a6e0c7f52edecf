import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import type { Counts } from './counts.ts'
import { readPack } from './pack.ts'

/** What a reader written in JavaScript gives to be measured; one per file of bench/peers. */
export interface Peer {
  /** Of the reader. */
  version: string
  /**
   * The timed work over all `documents`: reading, then visiting what was read. Returns only counts that cost
   * the reader nothing beside its own work.
   */
  run(documents: readonly Buffer[]): Counts
  /** The untimed work: every count that the reader carries. */
  audit(documents: readonly Buffer[]): Counts
}

/** What a file of bench/peers exports. `load` finds the reader, under the folder in which peers are installed. */
export interface PeerModule {
  load(peersFolder: string): Promise<Peer>
}

/** The answer to `round N`. */
export interface Round {
  /** Time on the clock. */
  elapsedNs: number
  /** Processor time of the whole process, its helper threads included. */
  cpuNs: number
  /** Size of the documents read. */
  bytes: number
  counts: Counts
}

/**
 * Measures one JavaScript reader in a process of its own: `node worker.ts PEER-FILE PACKED-FILE PEERS-FOLDER`.
 * The protocol, shared with bench/peers/worker.h: one command a line on standard input, one line of JSON for each.
 */
async function serve(peerFile: string, packFile: string, peersFolder: string): Promise<void> {
  const print = process.stdout.write.bind(process.stdout)
  // Some peers print at every document.
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = () => {}
  const module = (await import(pathToFileURL(peerFile).href)) as PeerModule
  const peer = await module.load(peersFolder)
  const documents = readPack(packFile)
  print(`${JSON.stringify({ documents: documents.length, version: peer.version })}\n`)
  for await (const command of createInterface({ input: process.stdin })) {
    const [verb, wanted] = command.split(' ')
    const answer =
      verb === 'round' ? timed(peer, documents.slice(0, Number(wanted))) : { counts: peer.audit(documents) }
    print(`${JSON.stringify(answer)}\n`)
  }
}

function timed(peer: Peer, documents: readonly Buffer[]): Round {
  const cpu = process.cpuUsage()
  const start = process.hrtime.bigint()
  const counts = peer.run(documents)
  const elapsedNs = Number(process.hrtime.bigint() - start)
  const { user, system } = process.cpuUsage(cpu)
  const bytes = documents.reduce((sum, document) => sum + document.length, 0)
  return { elapsedNs, cpuNs: (user + system) * 1000, bytes, counts }
}

if (import.meta.main) {
  const [peerFile = '', packFile = '', peersFolder = ''] = process.argv.slice(2)
  await serve(peerFile, packFile, peersFolder)
}

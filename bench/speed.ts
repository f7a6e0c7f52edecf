import { oneCore } from './machine.ts'
import { Measured } from './measured.ts'
import type { Ready } from './peers.ts'
import type { Round } from './worker.ts'

/** Read before the clock counts, by a reader that reads all documents: compilers just in time need it. */
export const WARM_UP_BYTES = 1000e6

/** Starts a reader, kept to one core. Rejects where it is missing or does not start. */
export async function startReader(ready: Ready): Promise<Measured> {
  if ('missing' in ready) throw new Error(ready.missing)
  return Measured.start([...oneCore(), ...ready.command])
}

/** A reader in its process, or why there is none: said in its row. */
export async function startPeer(ready: Ready): Promise<{ measured: Measured } | { missing: string }> {
  if ('missing' in ready) return { missing: ready.missing }
  try {
    return { measured: await startReader(ready) }
  } catch (error) {
    return { missing: `it does not start: ${(error as Error).message}` }
  }
}

/** Has a reader read its part of the documents until it read so many bytes. */
export async function warmUp(measured: Measured, documents: number, bytes = WARM_UP_BYTES): Promise<void> {
  for (let read = 0; read < bytes; ) read += (await measured.round(documents)).bytes
}

/** Megabytes (10^6) of XML for each second of processor time: what else runs on the machine does not count. */
export function speed({ bytes, cpuNs }: Round): number {
  return (bytes / cpuNs) * 1e3
}

/** The same by the clock. */
export function clockSpeed({ bytes, elapsedNs }: Round): number {
  return (bytes / elapsedNs) * 1e3
}

/** Documents for each second of processor time. */
export function documentSpeed({ counts, cpuNs }: Round): number {
  return (counts.documents / cpuNs) * 1e9
}

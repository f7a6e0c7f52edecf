import { spawnSync } from 'node:child_process'
import { cpus, release, totalmem } from 'node:os'

/** The machine of a run, for the record; nothing that names a person or a host. */
export interface Machine {
  processor: string
  cores: number
  memoryGiB: number
  system: string
  node: string
}

export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch} ${release()}`,
    node: process.version,
  }
}

/**
 * What to put before a command so that it keeps to one core, helper threads included; nothing where the system
 * has no `taskset`. The last core, as the first tends to serve interrupts.
 */
export function oneCore(): string[] {
  const last = String(cpus().length - 1)
  return spawnSync('taskset', ['-c', last, 'true']).status === 0 ? ['taskset', '-c', last] : []
}

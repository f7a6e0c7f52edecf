import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { thisMachine } from './machine.ts'
import type { Row } from './rows.ts'

/** Keeps the rows of a full run in `bench/results/NAME.json`, with the day and the machine. */
export function keepResults(bench: string, rows: readonly Row[]): void {
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const kept = { bench, date: new Date().toISOString(), machine: thisMachine(), rows }
  const path = join(folder, `${bench}.json`)
  writeFileSync(path, `${JSON.stringify(kept, null, 2)}\n`)
  // Laid out as the house lays out JSON, or the next check of the house would stumble over it.
  const biome = join(import.meta.dirname, '..', 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  spawnSync(process.execPath, [biome, 'format', '--write', path])
}

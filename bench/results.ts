import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { thisMachine } from './machine.ts'
import type { Row } from './rows.ts'

/** Keeps the rows of a full run in `bench/results/NAME.json`, with the day and the machine. */
export function keepResults(bench: string, rows: readonly Row[]): void {
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const kept = { bench, date: new Date().toISOString(), machine: thisMachine(), rows }
  writeFileSync(join(folder, `${bench}.json`), `${JSON.stringify(kept, null, 2)}\n`)
}

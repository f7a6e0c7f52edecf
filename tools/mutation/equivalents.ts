/**
 * The mutants that no test can tell, because the program does the same: a list with a reason each, counted apart. An
 * entry that is of no mutant, or of one that a test did tell, is refused.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A mutant by the text it changes, so that an entry outlives what is written above it. */
export interface Change {
  /** From the repository's top. */
  file: string
  /** The line in which it begins, without the space around it. */
  line: string
  /** What stands there. */
  from: string
  /** What the mutant has instead. */
  to: string
}

/** A row of `equivalents.json`. */
export interface Equivalent extends Change {
  /** Why the program does the same. */
  reason: string
}

/** All that are listed. */
export function equivalents(): Equivalent[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'equivalents.json'), 'utf8'))
}

/** Where a mutant is, in lines and columns from 1, as Stryker gives it. */
export interface Location {
  start: { line: number; column: number }
  end: { line: number; column: number }
}

/** The change that a mutant of a file is; `text` is the file. */
export function changeOf(file: string, text: string, { start, end }: Location, to: string): Change {
  const lines = text.split('\n').slice(start.line - 1, end.line)
  const line = (lines[0] ?? '').trim()
  const last = lines.length - 1
  lines[last] = (lines[last] ?? '').slice(0, end.column - 1)
  lines[0] = (lines[0] ?? '').slice(start.column - 1)
  return { file, line, from: lines.join('\n'), to }
}

/** A mutant that was run: what it changes, and whether a test told it. */
export interface Tried {
  change: Change
  isTold: boolean
}

/** Which mutants are listed, and which entries are of none that is left. Only `files` that were mutated are looked at. */
export function matchEquivalents(listed: readonly Equivalent[], tried: readonly Tried[], files: ReadonlySet<string>) {
  const keyOf = ({ file, line, from, to }: Change) => JSON.stringify([file, line, from, to])
  const untold = new Set(tried.filter(({ isTold }) => !isTold).map(({ change }) => keyOf(change)))
  const keys = new Set(listed.map(keyOf))
  return {
    isEquivalent: (change: Change) => keys.has(keyOf(change)),
    idle: listed.filter((one) => files.has(one.file) && !untold.has(keyOf(one))),
  }
}

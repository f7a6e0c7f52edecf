import type { Dirent, Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { problemOf } from './bytes.ts'
import { type InputProblem, inputProblem } from './diagnostics.ts'
import { inHiddenFolder, isHidden, shownName } from './names.ts'

/** A file met on the way, or the problem in its place. */
export type Found = { path: string } | { path: string; problem: InputProblem }

/**
 * All files in a folder and below, names in the order of their UTF-16 units, so that every run and machine agrees.
 * Hidden folders are left out, hidden files are not. Links are followed, except to what the walk reads anyway
 * (I106): so loops end, and nothing is read twice. One folder's list of names is held at a time per level.
 */
export async function* walk(folder: string): AsyncGenerator<Found> {
  let real: string
  try {
    real = await realpath(folder)
  } catch (error) {
    yield refused(folder, error)
    return
  }
  yield* new Walk(real).folder(folder, real)
}

class Walk {
  /** The real paths of all that was entered from outside: the start, and where followed links lead. */
  private readonly entered: Set<string>

  constructor(start: string) {
    this.entered = new Set([start])
  }

  /** `path` is how the folder was reached, `real` where it lies. */
  async *folder(path: string, real: string): AsyncGenerator<Found> {
    let entries: Dirent[]
    try {
      entries = await readdir(path, { withFileTypes: true })
    } catch (error) {
      yield refused(path, error)
      return
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) yield* this.entry(entry, join(path, entry.name), join(real, entry.name))
  }

  private async *entry(entry: Dirent, path: string, real: string): AsyncGenerator<Found> {
    if (entry.isSymbolicLink()) yield* this.link(path)
    else if (entry.isDirectory() && isHidden(entry.name)) return
    // A folder or file that a link has led to before.
    else if (this.entered.has(real)) yield complaint(path, 'I106')
    else if (entry.isDirectory()) yield* this.folder(path, real)
    else if (entry.isFile()) yield { path }
    else yield complaint(path, 'I105', { kind: kindOf(entry) })
  }

  private async *link(path: string): AsyncGenerator<Found> {
    let real: string
    let target: Stats
    try {
      real = await realpath(path)
      target = await stat(real)
    } catch (error) {
      yield complaint(path, 'I107', { errno: String((error as NodeJS.ErrnoException).code) })
      return
    }
    if (this.covers(real, target.isDirectory())) {
      yield complaint(path, 'I106')
      return
    }
    this.entered.add(real)
    if (target.isDirectory()) yield* this.folder(path, real)
    else if (target.isFile()) yield { path }
    else yield complaint(path, 'I105', { kind: kindOf(target) })
  }

  /** Whether the walk reads `real` without following the link at hand. */
  private covers(real: string, isFolder: boolean): boolean {
    for (let above = real; ; above = dirname(above)) {
      if (this.entered.has(above)) {
        const inside = relative(above, real).split(sep).join('/')
        return !inHiddenFolder(isFolder ? `${inside}/` : inside)
      }
      if (above === dirname(above)) return false
    }
  }
}

/** What stands where a file should: for messages. */
export function kindOf(entry: Dirent | Stats): string {
  if (entry.isFIFO()) return 'named pipe'
  if (entry.isSocket()) return 'socket'
  if (entry.isCharacterDevice() || entry.isBlockDevice()) return 'device'
  return entry.isDirectory() ? 'folder' : 'special file'
}

function refused(path: string, error: unknown): Found {
  return { path, problem: problemOf(shownName(path), error) }
}

function complaint(path: string, code: 'I105' | 'I106' | 'I107', data: InputProblem['data'] = {}): Found {
  return { path, problem: inputProblem(code, shownName(path), data) }
}

import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { type FileHandle, glob, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { archiveSources, unnamedSources } from './archive.ts'
import { problemOf, Refused } from './bytes.ts'
import { inputProblem } from './diagnostics.ts'
import { DEFAULT_LIMITS, type InputOptions, type Limits } from './limits.ts'
import { isArchiveName, shownName } from './names.ts'
import { problemSource, type RandomAccess, readSource, type Source } from './source.ts'
import { kindOf, walk } from './walk.ts'

export type { InputOptions } from './limits.ts'
export type { Source } from './source.ts'

/**
 * Every file that the arguments of a command name: files, folders and all below them, the members of archives
 * (`.zip`, `.tar`, `.tar.gz`, `.tgz`, `.gz`, and archives in them), globs, and `-` for standard input. In the order
 * of the arguments, folders sorted, archives as they are packed. What a file is, the caller finds out.
 *
 * Streams: the next file is read when it is asked for, and one file is held at a time (besides the buffers of the
 * archives it lies in; a zip within an archive or on standard input is held whole, within `memberBytes`).
 * Bad data never throws: whatever cannot be read is a problem in its place, and the rest goes on. An unsafe name is
 * a note before the member itself.
 */
export async function* sources(whats: readonly string[], options: InputOptions = {}): AsyncGenerator<Source> {
  const limits: Limits = {
    memberBytes: options.memberBytes ?? DEFAULT_LIMITS.memberBytes,
    archiveDepth: options.archiveDepth ?? DEFAULT_LIMITS.archiveDepth,
    skippedBytes: options.skippedBytes ?? DEFAULT_LIMITS.skippedBytes,
  }
  for (const what of whats) {
    if (what === '-') yield* unnamedSources('-', options.stdin ?? process.stdin, limits)
    else yield* named(what, limits)
  }
}

async function* named(what: string, limits: Limits): AsyncGenerator<Source> {
  let info: Stats
  try {
    info = await stat(what)
  } catch (error) {
    const problem = problemOf(shownName(what), error)
    // A file may well be called a[1].xml: only what does not exist is taken for a pattern.
    if (problem.code === 'I101' && /[*?[{]/.test(what)) yield* matching(what, limits)
    else yield problemSource(problem)
    return
  }
  if (info.isDirectory()) yield* folder(what, limits)
  else yield* file(what, limits)
}

/** What a pattern matches, sorted; what lies in a folder that matches too is read with the folder, once. */
async function* matching(pattern: string, limits: Limits): AsyncGenerator<Source> {
  const matches = new Set(await Array.fromAsync(glob(pattern)))
  if (matches.size === 0) yield problemSource(inputProblem('I102', shownName(pattern)))
  for (const match of [...matches].sort())
    if (!above(match).some((path) => matches.has(path))) yield* named(match, limits)
}

/** The folders above a path, nearest first. */
function above(path: string): string[] {
  const parent = dirname(path)
  return parent === path || parent === '.' ? [] : [parent, ...above(parent)]
}

/** How many files are read before timers and signals get their turn, since files are read synchronously. */
const TURN_FILES = 64

async function* folder(path: string, limits: Limits): AsyncGenerator<Source> {
  let count = 0
  for await (const found of walk(path)) {
    count++
    if ('problem' in found) yield problemSource(found.problem)
    else yield* file(found.path, limits)
    if (count % TURN_FILES === 0) await setImmediate()
  }
  if (count === 0) yield problemSource(inputProblem('I103', shownName(path)))
}

async function* file(path: string, limits: Limits): AsyncGenerator<Source> {
  const name = shownName(path)
  if (isArchiveName(path)) yield* archive(path, name, limits)
  else yield await readSource(name, () => fileBytes(path, limits.memberBytes))
}

/** Never waits for a writer: a named pipe put in a file's place since it was looked at must not hang the command. */
const FOR_READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Synchronous: for files of some kilobytes, four trips to another thread cost several times the reading. */
function fileBytes(path: string, limitBytes: number): Uint8Array {
  const fd = openSync(path, FOR_READING)
  try {
    const info = asserted(fstatSync(fd))
    if (info.size > limitBytes) throw new Refused('I110', { limitBytes })
    const bytes = Buffer.allocUnsafe(info.size)
    let length = 0
    for (let n = -1; n !== 0 && length < bytes.length; length += n)
      n = readSync(fd, bytes, length, bytes.length - length, null)
    return bytes.subarray(0, length)
  } finally {
    closeSync(fd)
  }
}

async function* archive(path: string, name: string, limits: Limits): AsyncGenerator<Source> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path, FOR_READING)
    const random = randomAccess(handle, asserted(await handle.stat()).size)
    yield* archiveSources(name, { chunks: inOrder(random), random }, 1, limits)
  } catch (error) {
    yield problemSource(problemOf(name, error))
  } finally {
    await handle?.close()
  }
}

function randomAccess(handle: FileHandle, size: number): RandomAccess {
  return {
    size,
    read: async (position, length) => {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - position)))
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, position)
      return bytes.subarray(0, bytesRead)
    },
  }
}

const CHUNK_BYTES = 2 ** 18

async function* inOrder(file: RandomAccess): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; ) {
    const bytes = await file.read(position, CHUNK_BYTES)
    if (bytes.length === 0) return
    position += bytes.length
    yield bytes
  }
}

function asserted(info: Stats): Stats {
  if (!info.isFile()) throw new Refused('I105', { kind: kindOf(info) })
  return info
}

import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UsageError } from './usageError.ts'

/** Longest name written. */
const LONGEST_NAME = 120

/** Names that Windows takes for devices, whatever their ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Whether a name out of a filing may be written as it is: plain characters, no path, not hidden, no device. */
export function isSafeName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name) && !DEVICES.test(name) && name.length <= LONGEST_NAME
}

/** A name for what comes from a file: its accession number, else the file's own name without its ending. */
export function stemOf({ file, accessionNumber }: { file: string; accessionNumber: string | undefined }): string {
  const own = (/[^/\\!]*$/.exec(file)?.[0] ?? '').replace(/\.[A-Za-z]{1,5}$/, '')
  const stem = accessionNumber ?? own.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '')
  return isSafeName(stem) ? stem : 'filing'
}

/**
 * A file that must not be there yet, unless `force`. Opened with the first write, so that what is refused leaves nothing;
 * with `force` it takes the old one's place only when it is complete.
 */
export class NewFile {
  readonly path: string
  private readonly force: boolean
  private descriptor: number | undefined

  constructor(path: string, force: boolean) {
    this.path = path
    this.force = force
  }

  write(content: string | Uint8Array): void {
    this.descriptor ??= this.open()
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at)
  }

  /** Ends a file that was written; an untouched one becomes an empty file. */
  close(): void {
    this.descriptor ??= this.open()
    closeSync(this.descriptor)
    if (this.force) renameSync(this.target, this.path)
  }

  /** Takes a half-written file away. */
  discard(): void {
    if (this.descriptor === undefined) return
    closeSync(this.descriptor)
    rmSync(this.target)
  }

  private get target(): string {
    return this.force ? join(dirname(this.path), `.${basename(this.path)}.${process.pid}.part`) : this.path
  }

  private open(): number {
    mkdirSync(dirname(this.path), { recursive: true })
    // Exclusive: neither a file nor a link that is there already is written through.
    return openSync(this.target, 'wx')
  }
}

/** Writes a whole file. False where one is there already and stays as it is. */
export function writeNew(path: string, content: string | Uint8Array, force: boolean): boolean {
  const file = new NewFile(path, force)
  try {
    file.write(content)
    file.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Refuses, before any work is done, to write where something is already. */
export function assertFree(paths: readonly string[], force: boolean): void {
  const taken = force ? undefined : paths.find((path) => existsSync(path))
  if (taken !== undefined) throw new UsageError(`${taken} exists; --force overwrites it`)
}

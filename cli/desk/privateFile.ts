import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../usageError.ts'

/** The text of a file with secrets; `undefined` where there is none. Refused where others may read it. */
export function readPrivate(path: string): string | undefined {
  try {
    // Windows keeps who may read elsewhere: there the folder is the user's own.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new UsageError(`others may read ${path}, which holds secrets: chmod 600 it`)
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Writes a file that only its owner may read, whole or not at all; its folder is made so too. It is on the disk when this
 * returns: what is sealed with keys that a power failure takes away never opens again.
 */
export function writePrivate(path: string, text: string): void {
  const folder = dirname(resolve(path))
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 })
  const part = `${path}.${process.pid}.part`
  const file = openSync(part, 'wx', 0o600)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(part, path)
  syncFolders(folder, made === undefined ? folder : dirname(resolve(made)))
}

/** A file's name is on the disk once its folder is, a new folder's once the one above it is; Windows has no such thing. */
function syncFolders(path: string, last: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(path, 'r')
  fsyncSync(opened)
  closeSync(opened)
  if (path !== last) syncFolders(dirname(path), last)
}

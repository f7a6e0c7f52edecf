import { closeSync, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

/**
 * A whole and consistent copy of an SQLite database as it is now, readable by its owner only and on the disk when this
 * returns. Throws when the file exists with content, or cannot be written.
 */
export function backUp(database: DatabaseSync, path: string): void {
  // VACUUM INTO takes an empty file, and only making it first decides who may read it.
  closeSync(openSync(path, 'wx', 0o600))
  database.prepare('vacuum into ?').run(path)
  sync(path, 'r+')
  // A new file is there after a power failure only once its folder is on the disk too; Windows has no such thing.
  if (process.platform !== 'win32') sync(dirname(path), 'r')
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags)
  fsyncSync(file)
  closeSync(file)
}

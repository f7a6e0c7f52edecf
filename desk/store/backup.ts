import { closeSync, fsyncSync, openSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'

/**
 * A whole and consistent copy of an SQLite database as it is now, readable by its owner only and on the disk when this
 * returns. Throws when the file exists with content, or cannot be written.
 */
export function backUp(database: DatabaseSync, path: string): void {
  // VACUUM INTO takes an empty file, and only making it first decides who may read it.
  closeSync(openSync(path, 'wx', 0o600))
  database.prepare('vacuum into ?').run(path)
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}

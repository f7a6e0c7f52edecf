import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownFiles, root } from '../repository.ts'

/** All files on which a result depends, tests not among them, as a name: another one where any of them changed. */
export function fingerprint(dependedOn: readonly RegExp[]): string {
  const hash = createHash('sha256')
  for (const path of ownFiles()) {
    if (path.endsWith('.test.ts') || !dependedOn.some((pattern) => pattern.test(path))) continue
    hash.update(path).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex').slice(0, 12)
}

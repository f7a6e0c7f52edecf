import { randomBytes } from 'node:crypto'
import { UsageError } from '../usageError.ts'
import { readPrivate, writePrivate } from './privateFile.ts'

/** What a desk keeps outside its database. */
export interface DeskKeys {
  /** Session cookies are signed with it. */
  sessionSecret: string
  /** The first seals, the others open what they sealed. */
  secretKeys: { id: string; key: Uint8Array }[]
}

/** The keys of a file that only its owner may read; made where there is none. */
export function keysOf(path: string): DeskKeys {
  const text = readPrivate(path) ?? newKeys(path)
  try {
    const { sessionSecret, secretKeys } = JSON.parse(text) as { sessionSecret: string; secretKeys: [string, string][] }
    if (typeof sessionSecret === 'string' && secretKeys.length > 0)
      return { sessionSecret, secretKeys: secretKeys.map(([id, key]) => ({ id, key: Buffer.from(key, 'base64') })) }
  } catch {
    // As below: its words are secrets and not shown.
  }
  throw new UsageError(`${path} does not hold the keys of a desk`)
}

/** Written before anything is sealed with them. */
function newKeys(path: string): string {
  const keys = {
    sessionSecret: randomBytes(48).toString('base64'),
    secretKeys: [['1', randomBytes(32).toString('base64')]],
  }
  const text = `${JSON.stringify(keys, undefined, 2)}\n`
  writePrivate(path, text)
  return text
}

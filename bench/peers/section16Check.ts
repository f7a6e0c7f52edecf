import { createRequire } from 'node:module'
import type { Counts } from '../counts.ts'
import type { Peer } from '../worker.ts'

/** Ourselves: bytes to typed document, then every rule. Findings stay codes and data; their wording is not made. */
export async function load(): Promise<Peer> {
  const { readOwnershipXml } = await import('@section16/core/read')
  const { check } = await import('@section16/core/check')
  const { version } = createRequire(import.meta.url)('@section16/core/package.json') as { version: string }

  function run(documents: readonly Buffer[]): Counts {
    let refused = 0
    let findings = 0
    for (const bytes of documents) {
      const { document } = readOwnershipXml(bytes)
      if (document === undefined) refused += 1
      // When it was filed is not known, as it stands outside the document: the rules of its signature's day hold.
      else findings += check(document).length
    }
    return { documents: documents.length, refused, findings }
  }

  return { version, run, audit: run }
}

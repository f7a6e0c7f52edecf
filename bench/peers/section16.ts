import { createRequire } from 'node:module'
import type { Counts } from '../counts.ts'
import { Visitor } from '../visit.ts'
import type { Peer } from '../worker.ts'

/** Ourselves: bytes to typed document, every value visited, in the timed rounds as in the audit. */
export async function load(): Promise<Peer> {
  const { readOwnershipXml } = await import('@section16/core/read')
  const { version } = createRequire(import.meta.url)('@section16/core/package.json') as { version: string }

  function run(documents: readonly Buffer[]): Counts {
    const visitor = new Visitor()
    let refused = 0
    for (const bytes of documents) {
      const { document } = readOwnershipXml(bytes)
      if (document === undefined) refused += 1
      else visitor.visit(document)
    }
    return { documents: documents.length, refused, ...visitor.counts() }
  }

  return { version, run, audit: run }
}

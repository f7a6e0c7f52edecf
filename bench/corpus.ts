import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { tarMembers } from './tar.ts'

/** Where real filings lie, if they were given to this checkout: beside it, never in it. */
export const corpusFolder = join(import.meta.dirname, '..', '..', 'shared', 'corpus')

/** Whether real filings are at hand. */
export function hasCorpus(): boolean {
  return existsSync(join(corpusFolder, 'xml'))
}

/**
 * The ownership XML of every filing of the corpus, as bytes, in the order of the file names.
 * Files without an ownership document (header-only submissions) give none.
 */
export function corpusDocuments(): Uint8Array[] {
  const documents: Uint8Array[] = []
  for (const bytes of corpusFiles()) {
    const document = ownershipXml(bytes)
    if (document !== undefined) documents.push(document)
  }
  return documents
}

function* corpusFiles(): Generator<Buffer> {
  for (const path of filesIn('xml', '.xml')) yield readFileSync(path)
  for (const path of filesIn('submissions', '.txt')) yield readFileSync(path)
  for (const path of filesIn(join('submissions', 'bulk'), '.tar.gz')) yield* tarMembers(gunzipSync(readFileSync(path)))
}

function filesIn(folder: string, ending: string): string[] {
  const path = join(corpusFolder, folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(path, name))
}

/** The ownership document inside a submission's text, its XML declaration included; undefined when there is none. */
export function ownershipXml(bytes: Buffer): Uint8Array | undefined {
  const root = bytes.indexOf('<ownershipDocument')
  const close = bytes.indexOf('</ownershipDocument>')
  if (root < 0 || close < root) return undefined
  const declaration = bytes.lastIndexOf('<?xml', root)
  // A declaration far from the root belongs to another document of the same submission.
  const start = declaration >= 0 && root - declaration < 200 ? declaration : root
  return bytes.subarray(start, close + '</ownershipDocument>'.length)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { corpusDocuments, hasCorpus } from './corpus.ts'
import { generatedDocuments } from './generate.ts'
import { writePack } from './pack.ts'
import { seededRandom, shuffled } from './random.ts'

const SEED = 16

/** As many as the corpus has, about. */
const GENERATED = 14_000

export interface InputOptions {
  /** Invented filings even where real ones are at hand. */
  generated: boolean
  /** No more documents than this. */
  sample: number | undefined
}

/** The documents of a run, in a file that every reader is given. */
export interface Input {
  packFile: string
  documents: number
  bytes: number
  /** What they are, in words. */
  description: string
}

/** Does `work` with the documents of a run; their file is gone afterwards. */
export async function withInput<T>(options: InputOptions, work: (input: Input) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'section16-bench-'))
  try {
    const isReal = hasCorpus() && !options.generated
    const all = isReal ? corpusDocuments() : generatedDocuments(options.sample ?? GENERATED, SEED)
    const wellFormed = all.filter(isWellFormed)
    // In random order, the same each time: any first part is then a fair sample.
    const documents = shuffled(wellFormed, seededRandom(SEED)).slice(0, options.sample)
    const packFile = join(folder, 'documents.pack')
    writePack(packFile, documents)
    const bytes = documents.reduce((sum, document) => sum + document.length, 0)
    const leftOut = all.length - wellFormed.length
    const description =
      `${documents.length} ${isReal ? 'real' : 'generated'} filings, ${(bytes / 1e6).toFixed(1)} MB of XML` +
      (leftOut === 0 ? '' : `; left out as not well-formed: ${leftOut}`)
    return await work({ packFile, documents: documents.length, bytes, description })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each reader makes something else of a document that is no XML, so such documents cannot be compared. */
function isWellFormed(document: Uint8Array): boolean {
  const parser = new SaxesParser({ position: false })
  let isWell = true
  parser.on('error', () => {
    isWell = false
  })
  parser.write(Buffer.from(document).toString('utf8')).close()
  return isWell
}

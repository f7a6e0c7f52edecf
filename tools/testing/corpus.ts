import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decode } from '../../core/read/decode.ts'
import { locateOwnershipXml } from '../../core/read/submission/index.ts'
import { root } from '../repository.ts'
import { Random } from './random.ts'

/** Real filings, kept beside the repository and not in it. */
const folder = join(root, '../shared/corpus')

/** Whether the real filings are there, and what to say where they are not. */
export const corpusIsThere = existsSync(join(folder, 'manifest.tsv'))
export const NO_CORPUS = 'needs the real filings of ../shared/corpus'

/** The bytes of one of its files. */
export const corpusFile = (path: string): Buffer => readFileSync(join(folder, path))

/** Pages that EDGAR made, and the XML of the same filing where it is there. */
export const EDGAR_PAGES: readonly (readonly [page: string, xml: string | undefined])[] = [
  ['html/3_x-snowflake-garrett-rendered.html', 'xml/3_x-snowflake-inc-garrett-mark-2020-09-15.xml'],
  ['html/4_0000320193-25-000059_rendered.html', 'xml/4_0000320193-25-000059.xml'],
  ['html/4_0001209191-22-024552_rendered.html', 'xml/4_0001209191-22-024552.xml'],
  ['html/4_x-374water-melkote-rendered.html', 'xml/4_x-374water-inc-melkote-rajesh-ramaswamy-2025-04-30.xml'],
  ['html/5_x-snowflake-mcmahon-rendered.html', 'xml/5_x-snowflake-inc-mcmahon-john-dennis-2022-01-31.xml'],
  ['html/3_x-bam-partners-rendered.html', undefined],
  ['html/4_x-microsoft-rendered.html', undefined],
]

/** One real ownership document: the XML alone, without the submission around it. */
export interface CorpusDocument {
  name: string
  text: string
  /** EDGAR's filing date, `YYYY-MM-DD`, where the submission around the document says it. */
  filedOn?: string
}

/** Every ownership document of the bare XML files and of the single submissions: some 1,400. */
export function* looseDocuments(): Generator<CorpusDocument> {
  for (const name of readdirSync(join(folder, 'xml')).sort()) {
    if (name.endsWith('.xml')) yield* documentIn(`xml/${name}`, readFileSync(join(folder, 'xml', name)))
  }
  for (const name of readdirSync(join(folder, 'submissions')).sort()) {
    const path = join(folder, 'submissions', name)
    if (name.endsWith('.txt')) yield* documentIn(`submissions/${name}`, readFileSync(path))
  }
}

/** So large a share of the loose documents, drawn by the seed. */
export function looseSample(share: number, seed: number): CorpusDocument[] {
  const random = new Random(seed)
  return looseDocuments()
    .filter(() => random.chance(share))
    .toArray()
}

/** Every ownership document of the archives of submissions: some 12,600. */
export function* bulkDocuments(): Generator<CorpusDocument> {
  const bulk = join(folder, 'submissions/bulk')
  for (const archive of readdirSync(bulk).sort()) {
    for (const [name, bytes] of membersOfTar(gunzipSync(readFileSync(join(bulk, archive))))) {
      yield* documentIn(`${archive}!${name}`, bytes)
    }
  }
}

function* documentIn(name: string, bytes: Buffer): Generator<CorpusDocument> {
  // Latin-1 has one character a byte, so that offsets serve the bytes too.
  const source = bytes.toString('latin1')
  const found = locateOwnershipXml(source)
  if (!found) return
  const filed = /^FILED AS OF DATE:\s*(\d{4})(\d\d)(\d\d)$/m.exec(source.slice(0, found.start))
  const { text } = decode(bytes.subarray(found.start, found.end))
  yield { name, text, ...(filed ? { filedOn: filed.slice(1).join('-') } : {}) }
}

/** The files of a tar archive: a header of 512 bytes each, then the contents padded to as much. */
function* membersOfTar(tar: Buffer): Generator<[name: string, contents: Buffer]> {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const field = (from: number, to: number) =>
      tar
        .toString('latin1', at + from, at + to)
        .split('\0', 1)
        .join('')
    const size = Number.parseInt(field(124, 136), 8)
    const kind = field(156, 157)
    if (kind === '0' || kind === '') yield [field(0, 100), tar.subarray(at + 512, at + 512 + size)]
    at += 512 + Math.ceil(size / 512) * 512
  }
}

import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { generatedDocuments } from '../generate.ts'
import type { BenchOptions } from '../options.ts'
import { keepsBudget, median, missingRow, type Row, significant } from '../rows.ts'
import { tarEnd, tarMember } from '../tar.ts'

/** After so many filings the memory is looked at; the first is the base, the last the end. */
const MARKS = [10_000, 50_000, 100_000] as const
const FIRST_MARK = MARKS[0]
const FILINGS = MARKS[2]

/** Different filings in the archive; they come again and again. */
const DIFFERENT = 2_000

const SEED = 1934

const cli = join(import.meta.dirname, '..', '..', 'cli')

/** Resident memory, in bytes, after so many filings. */
interface Sample {
  filings: number
  resident: number
}

/**
 * Memory of `section16 read ARCHIVE --ndjson` over one archive of 100,000 filings: what is used after the last must
 * be about what was used after 10,000, or a longer archive would one day not fit.
 */
export async function memory(options: BenchOptions): Promise<Row[]> {
  const base = {
    bench: 'memory',
    peer: `itself after ${FIRST_MARK} filings`,
    unit: 'MB',
    budget: 1.1,
    sense: 'at most',
  } as const
  if (!existsSync('/proc/self/statm')) return [missingRow(base, 'resident memory is read from /proc, on Linux only')]
  if (!existsSync(join(cli, 'dist', 'main.js'))) return [missingRow(base, 'cli is not compiled: npm run build')]
  const folder = mkdtempSync(join(tmpdir(), 'section16-bench-'))
  try {
    const archive = join(folder, 'filings.tar.gz')
    options.progress(`writing an archive of ${FILINGS} filings`)
    await pipeline(Readable.from(members()), createGzip({ level: 1 }), createWriteStream(archive))
    options.progress('reading it')
    const samples = await readArchive(archive)
    const atMarks = MARKS.map((mark) => residentAt(samples, mark))
    const first = atMarks[0] ?? Number.NaN
    const last = atMarks[2] ?? Number.NaN
    const ratio = last / first
    return [
      {
        ...base,
        ours: significant(last / 1e6),
        theirs: significant(first / 1e6),
        ratio: significant(ratio),
        ok: keepsBudget(ratio, base.budget, base.sense),
        note: `resident memory of section16 read --ndjson on one archive of ${FILINGS} filings, at the end and at the start`,
        details: Object.fromEntries(
          MARKS.map((mark, index) => [`after${mark}`, significant((atMarks[index] ?? 0) / 1e6)]),
        ),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function* members(): Generator<Uint8Array> {
  const documents = generatedDocuments(DIFFERENT, SEED)
  for (let filing = 0; filing < FILINGS; filing += 1) {
    const name = `${String(9_000_000_000 + filing).padStart(10, '0')}-24-${String(filing % 1_000_000).padStart(6, '0')}.xml`
    yield tarMember(name, documents[filing % DIFFERENT] ?? new Uint8Array())
  }
  yield tarEnd()
}

/** Runs the command to its end; looks at its memory after each thousand filings. Rejects if it skips any. */
async function readArchive(archive: string): Promise<Sample[]> {
  const child = spawn(process.execPath, [join(cli, 'bin', 'section16.mjs'), 'read', archive, '--ndjson'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (text) => {
    complaint = (complaint + text).slice(-1000)
  })
  const samples: Sample[] = []
  let filings = 0
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    const before = filings
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) filings += 1
    if (Math.floor(filings / 1000) > Math.floor(before / 1000))
      samples.push({ filings, resident: residentMemory(child.pid) })
  }
  if (filings !== FILINGS) throw new Error(`${filings} of ${FILINGS} filings were read: ${complaint}`)
  return samples
}

/** The second figure of statm: resident pages, of 4 KiB. 0 when the process is gone. */
function residentMemory(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096
  } catch {
    return 0
  }
}

/** The middle of the samples in the last fifth before a mark, as collections of garbage make single ones jump. */
function residentAt(samples: readonly Sample[], mark: number): number {
  const near = samples.filter(({ filings, resident }) => resident > 0 && filings > mark * 0.8 && filings <= mark + 1000)
  return median(near.map(({ resident }) => resident))
}
